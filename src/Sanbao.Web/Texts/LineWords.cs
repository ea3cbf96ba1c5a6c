namespace Sanbao.Web.Texts;

/// <summary>Product lines by name. A company makes up lines of its own: one that the product does not know is called as it was
/// written.</summary>
internal static class LineWords
{
    /// <summary>水泵 for pump.</summary>
    public static string Line(this Words words, string line) => words.Say(new Word($"line.{line}", line));
}
