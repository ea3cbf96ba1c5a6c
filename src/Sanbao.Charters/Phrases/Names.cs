using System.Collections.Immutable;

namespace Sanbao.Charters.Phrases;

/// <summary>
/// Open words: a company may have its own sectors, component classes, lines and kinds of evidence. A word that is nearly one that
/// the product knows is taken for a slip of the pen, because a term that never fits would be worse than a word to insist on: what stands
/// under <c>own-words</c> is meant as it is written.
/// </summary>
internal static class Names
{
    public static ImmutableArray<string> Evidence { get; } =
        ["commissioning", "acceptance", "delivery", "invoice", "certificate", "contract", "diagnosis", "photo"];

    public static ImmutableArray<string> Sectors { get; } = ["metro", "central-purchasing", "thermal-power", "water"];

    public static ImmutableArray<string> Components { get; } =
        ["structure", "electrical", "shell", "packaging", "wear", "metering-pump", "motor"];

    public static ImmutableArray<string> Lines { get; } =
    [
        "phone", "computer", "tablet", "television", "air-conditioner", "refrigerator", "washing-machine", "fan", "heater", "pump",
    ];

    /// <summary>What <see cref="IsCode"/> takes.</summary>
    public const string CodePattern = "^[A-Za-z0-9][A-Za-z0-9-]{0,39}$";

    /// <summary>Letters, digits and hyphens, beginning with a letter.</summary>
    public static bool IsName(string word) =>
        word.Length is > 0 and <= 40 && char.IsAsciiLetterLower(word[0])
        && word.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    /// <summary>A name in the contract, e.g. <c>responseDays</c>.</summary>
    public static bool IsContractName(string word) =>
        word.Length is > 0 and <= 40 && char.IsAsciiLetterLower(word[0]) && word.All(char.IsAsciiLetterOrDigit);

    /// <summary>A code of a charter, a term, a right or a form: letters, digits and hyphens.</summary>
    public static bool IsCode(string word) =>
        word.Length is > 0 and <= 40 && char.IsAsciiLetterOrDigit(word[0])
        && word.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    /// <summary>The known word that was probably meant; null when the word is known, insisted on, or unlike any.</summary>
    public static string? SlipOf(string word, ImmutableArray<string> known, ImmutableHashSet<string> own) =>
        known.Contains(word) || own.Contains(word) ? null : known.FirstOrDefault(k => IsNear(word, k));

    // Of a short word every other is near; what is taken for it is its plural, and two letters that changed places.
    private static bool IsNear(string word, string known) => known.Length >= 5
        ? Errors.Nearest.Distance(word, known) <= (known.Length >= 8 ? 2 : 1)
        : word == known + "s" || word.Length == known.Length && word.Order().SequenceEqual(known.Order());
}
