namespace Sanbao.Web.Tests.Structure;

/// <summary>What people wrote can be read without scrolling sideways, two files beside each other.</summary>
public class WidthTests
{
    private const int Most = 140;

    [Fact]
    public void No_line_is_longer_than_140_characters() =>
        Repository.Sources().SelectMany(file => TooLong(Path.GetRelativePath(Repository.Root, file), File.ReadLines(file))).ShouldBeEmpty();

    [Fact]
    public void A_line_is_measured_in_characters_and_named_by_its_number() =>
        TooLong("a.cs", [new('字', Most), new('字', Most + 1), "", new('x', Most + 1)]).ShouldBe(["a.cs:2", "a.cs:4"]);

    private static IEnumerable<string> TooLong(string file, IEnumerable<string> lines) =>
        lines.Index().Where(l => Characters(l.Item) > Most).Select(l => $"{file}:{l.Index + 1}");

    /// <summary>As a reader counts them: one that the computer keeps as two is one.</summary>
    private static int Characters(string line) => line.EnumerateRunes().Count();
}
