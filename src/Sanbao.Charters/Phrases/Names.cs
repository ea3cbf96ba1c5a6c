using System.Collections.Immutable;

namespace Sanbao.Charters.Phrases;

/// <summary>
/// Open words: a company may have its own sectors, component classes, lines and kinds of evidence. A word that is nearly one that
/// the product knows is taken for a slip of the pen, because a term that never fits would be worse than a word to quote.
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

    /// <summary>The known word that was probably meant; null when the word is known or unlike any.</summary>
    public static string? SlipOf(string word, ImmutableArray<string> known) =>
        known.Contains(word) ? null
            : known.FirstOrDefault(k => k.Length >= 5 && Errors.Nearest.Distance(word, k) <= (k.Length >= 8 ? 2 : 1));
}
