using System.Text.RegularExpressions;

namespace Sanbao.Web.Tests.Structure;

public partial class DocsTests
{
    public static TheoryData<string> Pages =>
        [.. Directory.EnumerateFiles(Repository.Root, "*.md")
            .Concat(Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(Repository.Root, file))];

    [Theory, MemberData(nameof(Pages))]
    public void Every_link_and_picture_leads_somewhere(string page) =>
        Dead(page, File.ReadAllText(Repository.PathOf(page))).ShouldBeEmpty();

    [Fact]
    public void A_dead_link_would_be_found() =>
        Dead("README.md", "[a](docs/no-such.md) ![b](docs/pictures/none.png) [c](https://example.com)").Count().ShouldBe(2);

    [Fact]
    public void What_a_comment_names_stands_in_the_repository()
    {
        var codes = Code().Matches(File.ReadAllText(Repository.PathOf("docs/requirements.md"))).Select(m => m.Groups[1].Value).ToHashSet();
        Repository.Sources().SelectMany(file => Lost(File.ReadAllText(file), codes).Select(lost => $"{file}: {lost}")).ShouldBeEmpty();
    }

    [Fact]
    public void A_comment_that_leads_nowhere_would_be_found() =>
        Lost("/" + "/ As decided (decision 3), see no-such.md (R9) and docs/decisions/9999.", []).Count().ShouldBe(4);

    /// <summary>Decisions are named by their file, pages by a file that is there, requirements by a code that docs/requirements.md
    /// explains.</summary>
    private static IEnumerable<string> Lost(string text, HashSet<string> codes)
    {
        foreach (Match comment in Comment().Matches(text))
            foreach (Match named in Named().Matches(comment.Value))
            {
                var (page, decision, code) = (named.Groups["page"], named.Groups["decision"], named.Groups["code"]);
                if (page.Success && Pages.All(p => Path.GetFileName(p.Data) != page.Value)
                    || decision.Success && !Directory.EnumerateFiles(Repository.PathOf("docs/decisions"), $"{decision.Value}-*").Any()
                    || code.Success && !codes.Contains(code.Value) || named.Value.StartsWith("decision ", StringComparison.Ordinal))
                    yield return named.Value;
            }
    }

    private static IEnumerable<string> Dead(string page, string text) =>
        from Match link in Link().Matches(text)
        let target = link.Groups[1].Value
        where !target.Contains(':') && !target.StartsWith('#')
        let path = Path.Combine(Path.GetDirectoryName(Repository.PathOf(page))!, target.Split('#')[0])
        where !File.Exists(path) && !Directory.Exists(path)
        select target;

    [GeneratedRegex(@"(?<!:)//.*|@\*.*?\*@")]
    private static partial Regex Comment();

    [GeneratedRegex(@"decision \d+|docs/decisions/(?<decision>\d+)|\b(?<page>[\w-]+\.md)\b|\((?<code>[A-R]\d{1,2})[),]")]
    private static partial Regex Named();

    [GeneratedRegex(@"^\| (\w+) \|", RegexOptions.Multiline)]
    private static partial Regex Code();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
