using System.Text.RegularExpressions;
using Sanbao.Web.Features.Requests.Page;
using Sanbao.Web.Texts;

namespace Sanbao.Web.Tests.Requests;

public partial class TellingTests
{
    [Fact]
    public void Everything_that_happens_to_a_request_can_be_told()
    {
        var written = Directory.EnumerateFiles(Repository.PathOf("src", "Sanbao.Domain", "Requests"), "*.cs")
            .SelectMany(file => JournalCode().Matches(File.ReadAllText(file)).Select(m => m.Groups[1].Value)).Distinct().ToList();
        written.Count.ShouldBeGreaterThan(20);
        written.Except(Telling.Codes).ShouldBeEmpty();
        Telling.Codes.Where(code => !Dictionary.Entries.ContainsKey($"journal.{code}")).ShouldBeEmpty();
    }

    [GeneratedRegex("""(?:(?:Record|Witness)\(|=> )"(request\.[a-z-]+)"[,)]""")]
    private static partial Regex JournalCode();
}
