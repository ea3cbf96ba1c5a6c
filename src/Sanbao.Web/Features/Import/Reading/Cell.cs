using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Sanbao.Web.Features.Import.Reading;

/// <summary>One cell, understood in one way whatever kind of file it stands in.</summary>
/// <param name="Text">As a person reads it, without blanks around it; a date as 2026-05-02, with its time of day where it has one.</param>
/// <param name="Fault">The code of the sentence that says why it cannot be taken; null: it can.</param>
/// <param name="IsDate">The file itself says that it is a date, so it needs no pattern.</param>
internal readonly partial record struct Cell(string Text, string? Fault = null, bool IsDate = false)
{
    public const string ErrorValue = "import.cell-error", DigitsLost = "import.cell-digits-lost", Unreadable = "import.cell-unreadable";

    /// <summary>A spreadsheet keeps fifteen digits of a number; what lies behind them became zeros.</summary>
    private const double FirstWithLostDigits = 1e15;

    private static readonly FrozenSet<string> ErrorValues = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "#N/A", "#VALUE!", "#REF!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#GETTING_DATA");

    public static readonly Cell Empty = new("");

    public bool IsEmpty => Text.Length == 0;

    /// <summary>What was typed, or what a spreadsheet wrote into a text file.</summary>
    public static Cell OfText(string typed)
    {
        var text = Unwrapped(Trimmed(typed));
        return new(text, FaultOf(text));
    }

    public static Cell OfError(string shown) => new(shown, ErrorValue);

    /// <param name="shown">The number as its format shows it.</param>
    public static Cell OfNumber(double number, string shown) => new(shown, Math.Abs(number) >= FirstWithLostDigits ? DigitsLost : null);

    private static string Trimmed(string typed) => typed.Trim().Trim('\uFEFF', '\u200B').Trim();

    private static string? FaultOf(string text) => text switch
    {
        "" => null,
        ['#', ..] => ErrorValues.Contains(text) || IsTooNarrow(text) ? ErrorValue : null,
        _ when text.Contains('\uFFFD') => Unreadable,
        [.., >= '0' and <= '9'] when Abbreviated().IsMatch(text) => DigitsLost,
        _ => null,
    };

    // A column that was too narrow to show its numbers is written out as it was shown.
    private static bool IsTooNarrow(string text) => text.Length > 2 && text.AsSpan().TrimStart('#').IsEmpty;

    // ="00123" keeps zeros from a spreadsheet; an apostrophe before a sign is how lists taken out of here keep it from running a formula.
    private static string Unwrapped(string text) => text switch
    {
        ['=', '"', .. var inside, '"'] when !inside.Contains('"') => inside.Trim(),
        ['\'', ..] when text.AsSpan().TrimStart('\'') is ['=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠', ..] => text[1..],
        _ => text,
    };

    [GeneratedRegex(@"^-?\d(\.\d+)?E\+\d{2,3}$", RegexOptions.IgnoreCase)]
    private static partial Regex Abbreviated();
}
