namespace Sanbao.Charters.Phrases;

/// <summary>
/// Phrases as regular expressions, with which editors mark what is wrong inside a sentence. They are made of the same tables of words as
/// the readers, in the dialect of JSON Schema; whatever a reader takes fits its pattern, while some that fits is refused by the reader
/// alone.
/// </summary>
internal static class Pattern
{
    public const string Number = "0*[1-9][0-9]*";
    public const string Percent = "([0-9]+\\.?[0-9]*|\\.[0-9]+)\\s*%";
    public const string Name = "[a-z][a-z0-9-]{0,39}";
    public const string Day = "[0-9]{4}-[0-9]{2}-[0-9]{2}";

    /// <summary>The whole value.</summary>
    public static string Whole(params string[] choices) => $"^\\s*{Any(choices)}\\s*$";

    public static string Any(params IEnumerable<string> choices) => $"({string.Join('|', choices)})";

    public static string OneOf<T>() where T : struct, Enum => Any(Words.All<T>());

    /// <summary>One after the other, blanks between.</summary>
    public static string Then(params string[] parts) => string.Join("\\s+", parts);

    /// <summary>These words, as they are.</summary>
    public static string Said(string words) => words.Replace(" ", "\\s+", StringComparison.Ordinal);

    /// <summary>Perhaps these words before what follows.</summary>
    public static string Perhaps(string before) => $"({Said(before)}\\s+)?";

    /// <summary>One, or several with a word between.</summary>
    public static string Several(string one, string between) => $"{one}(\\s+{between}\\s+{one})*";
}
