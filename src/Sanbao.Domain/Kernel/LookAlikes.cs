using System.Collections.Frozen;
using System.Text;

namespace Sanbao.Domain.Kernel;

/// <summary>
/// Cyrillic and Greek letters that look like Latin ones, as Unicode's data of confusable characters say. For search only: they make two
/// numbers look alike and never the same.
/// </summary>
internal static partial class LookAlikes
{
    private static readonly FrozenDictionary<Rune, Rune> Latin = Read();

    /// <summary>In upper case, as what it looks like.</summary>
    public static Rune Of(Rune letter) =>
        letter.IsAscii ? Rune.ToUpperInvariant(letter)
        : Latin.TryGetValue(letter, out var latin) ? latin
        : Rune.ToUpperInvariant(letter) is var upper && Latin.TryGetValue(upper, out latin) ? latin : upper;

    private static FrozenDictionary<Rune, Rune> Read()
    {
        var latin = new Dictionary<Rune, Rune>();
        foreach (var pair in Table.Chunk(2)) latin[new(pair[0])] = new(pair[1]);
        return latin.ToFrozenDictionary();
    }
}
