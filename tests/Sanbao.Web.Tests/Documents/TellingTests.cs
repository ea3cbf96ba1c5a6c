using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Sanbao.Web.Features;
using Sanbao.Web.Platform.Hosting;
using Sanbao.Web.Shell.Documents;
using Sanbao.Web.Texts;

namespace Sanbao.Web.Tests.Documents;

/// <summary>The journal keeps codes; whoever reads it reads words.</summary>
public partial class TellingTests
{
    private static readonly JournalWords Told = Registered();

    [Theory]
    [InlineData("request", 27)]
    [InlineData("contract", 2)]
    [InlineData("charter-change", 5)]
    [InlineData("charter", 3)]
    [InlineData("user", 4)]
    [InlineData("token", 2)]
    [InlineData("settings", 3)]
    [InlineData("import", 1)]
    public void Everything_that_a_page_tells_of_has_words(string of, int atLeast)
    {
        var written = CodesIn("Sanbao.Domain", InDomain()).Concat(CodesIn("Sanbao.Web", OfTheCompany()))
            .Where(code => code.StartsWith(of + '.', StringComparison.Ordinal)).Distinct().ToList();
        written.Count.ShouldBeGreaterThanOrEqualTo(atLeast);
        written.Except(Told.Codes).ShouldBeEmpty();
    }

    [Fact]
    public void Whatever_is_told_is_told_in_both_languages() =>
        Told.Codes.Where(code => !Dictionary.Entries.ContainsKey($"journal.{code}")).ShouldBeEmpty();

    private static JournalWords Registered()
    {
        var services = new ServiceCollection();
        foreach (var feature in AllFeatures.List) feature.Add(services, new SiteOptions { DataFolder = Path.GetTempPath() });
        return new(services.Where(s => s.ServiceType == typeof(IReadOnlyDictionary<string, Telling>))
            .Select(s => (IReadOnlyDictionary<string, Telling>)s.ImplementationInstance!));
    }

    private static IEnumerable<string> CodesIn(string project, Regex code) =>
        Directory.EnumerateFiles(Repository.PathOf("src", project), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => code.Matches(File.ReadAllText(file)).Select(m => m.Groups[1].Value));

    [GeneratedRegex("""(?:(?:Record|Witness)\(|=> |\? |: )"([a-z-]+\.[a-z-]+)"[,)]""")]
    private static partial Regex InDomain();

    [GeneratedRegex("""\bdb, "([a-z-]+\.[a-z-]+)",""")]
    private static partial Regex OfTheCompany();
}
