namespace Sanbao.Web.Texts;

/// <summary>Product lines by name. A company makes up lines of its own: one that the product does not know is called as it was
/// written.</summary>
internal static class LineWords
{
    /// <summary>水泵 for pump.</summary>
    public static string Line(this Words words, string line) => words.Say(new Word(Key + line, line));

    /// <summary>pump for 水泵 or Pump, in whichever language it is typed; what is no known name stays as it was typed.</summary>
    public static string CodeOf(string typed) =>
        Dictionary.Entries.FirstOrDefault(e => e.Key.StartsWith(Key, StringComparison.Ordinal) && IsName(typed, e.Value)).Key is { } key
            ? key[Key.Length..] : typed;

    private const string Key = "line.";

    private static bool IsName(string typed, Entry name) =>
        name.Zh == typed || string.Equals(name.En, typed, StringComparison.OrdinalIgnoreCase);
}
