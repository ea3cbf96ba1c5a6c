using Sanbao.Domain.Kernel;

namespace Sanbao.Data.Search;

/// <summary>A serial number or a model as one word, however it is parted or drawn, and the same from its end.</summary>
internal static class Looks
{
    // Begins no word that somebody typed.
    private const char FromEnd = '<';
    private const int ShortestBeginning = 3, ShortestEnd = 4;

    public static IEnumerable<string> Words(string? number) => WordsOf(TextKey.Look(number), 1, 1);

    /// <summary>The words with which one begins that is meant by what was typed, by its beginning or its end.</summary>
    public static IEnumerable<string> Beginnings(string? typed) =>
        TextKey.Look(typed) is var look && look.All(char.IsAscii) ? WordsOf(look, ShortestBeginning, ShortestEnd) : [];

    private static IEnumerable<string> WordsOf(string look, int shortest, int shortestEnd)
    {
        var word = look.ToLowerInvariant();
        if (word.Length >= shortest) yield return word;
        if (word.Length >= shortestEnd) yield return FromEnd + TextKey.Backwards(word);
    }
}
