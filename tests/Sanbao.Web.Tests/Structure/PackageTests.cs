using System.Text.Json;
using System.Xml.Linq;

namespace Sanbao.Web.Tests.Structure;

public class PackageTests
{
    private static readonly string Root = Repository.Root;

    [Fact]
    public void Every_package_has_its_line_with_licence_and_reason() =>
        Unexplained(FromNuGet().Concat(FromNpm()), File.ReadLines(Path.Combine(Root, "docs", "decisions", "dependencies.md")))
            .ShouldBeEmpty();

    [Fact]
    public void Every_npm_package_is_pinned_to_one_version() =>
        Npm().Where(p => !char.IsAsciiDigit(p.Value.GetString()![0])).Select(p => p.Name).ShouldBeEmpty();

    [Theory]
    [InlineData("| Quartz | Apache-2.0 | |")]
    [InlineData("| Quartz | | wakes duties |")]
    [InlineData("| QuartzNet | Apache-2.0 | wakes duties |")]
    public void A_planted_package_without_its_line_is_found(string line) => Unexplained(["Quartz"], [line]).ShouldBe(["Quartz"]);

    private static IEnumerable<string> Unexplained(IEnumerable<string> packages, IEnumerable<string> lines)
    {
        var explained = lines.Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => cells is [_, _, { Length: > 0 }, { Length: > 0 }, ..])
            .SelectMany(cells => cells[1].Split(", ")).ToHashSet();
        return packages.Distinct().Where(p => !explained.Contains(p));
    }

    private static IEnumerable<string> FromNuGet() => ProjectTests.Paths
        .SelectMany(path => XDocument.Load(Path.Combine(Root, path)).Descendants("PackageReference"))
        .Select(p => p.Attribute("Include")!.Value);

    private static IEnumerable<string> FromNpm() => Npm().Select(p => p.Name);

    private static IEnumerable<JsonProperty> Npm()
    {
        var package = JsonDocument.Parse(File.ReadAllText(Path.Combine(Root, "src", "Sanbao.Web", "package.json"))).RootElement;
        return package.GetProperty("dependencies").EnumerateObject().Concat(package.GetProperty("devDependencies").EnumerateObject());
    }
}
