using System.Text.RegularExpressions;

namespace Sanbao.Web.Tests.Structure;

public partial class DocsTests
{
    public static TheoryData<string> Pages =>
        [.. Directory.EnumerateFiles(Repository.Root, "*.md").Concat(Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(Repository.Root, file))];

    [Theory, MemberData(nameof(Pages))]
    public void Every_link_and_picture_leads_somewhere(string page) => Dead(page, File.ReadAllText(Repository.PathOf(page))).ShouldBeEmpty();

    [Fact]
    public void A_dead_link_would_be_found() => Dead("README.md", "[a](docs/no-such.md) ![b](docs/pictures/none.png) [c](https://example.com)").Count().ShouldBe(2);

    private static IEnumerable<string> Dead(string page, string text) =>
        from Match link in Link().Matches(text)
        let target = link.Groups[1].Value
        where !target.Contains(':') && !target.StartsWith('#')
        let path = Path.Combine(Path.GetDirectoryName(Repository.PathOf(page))!, target.Split('#')[0])
        where !File.Exists(path) && !Directory.Exists(path)
        select target;

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
