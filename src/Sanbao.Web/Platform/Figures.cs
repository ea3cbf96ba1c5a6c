using System.Globalization;
using System.Text.RegularExpressions;

namespace Sanbao.Web.Platform;

/// <summary>
/// Numbers as people write them: a point before the decimals, a comma between groups of three digits and nowhere else. So 1999,50 is no
/// number here, and never 199,950.
/// </summary>
internal static partial class Figures
{
    /// <summary>A whole number; one of a spreadsheet may end with .0. Null: it is none.</summary>
    public static int? Whole(string text) =>
        Read(text) is >= int.MinValue and <= int.MaxValue and { } number && number == decimal.Truncate(number) ? (int)number : null;

    /// <summary>An amount of money, perhaps with its sign or word. Null: it is none.</summary>
    public static decimal? Amount(string text) => Read(TextKey.Plain(text).TrimStart('¥').TrimEnd('元'));

    /// <summary>The code of what an amount cannot be; null: it is money. Never rounded: whoever wrote 5.555 is asked what it was.</summary>
    public static string? WhyNotMoney(decimal yuan) =>
        decimal.Round(yuan, 2) != yuan ? "money.places" : Math.Abs(yuan) > FormReader.LargestAmount ? "money.range" : null;

    private static decimal? Read(string text) => TextKey.Plain(text) is var plain && Written().IsMatch(plain)
        && decimal.TryParse(plain, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"^[+-]?([0-9]{1,3}(,[0-9]{3})+|[0-9]+)(\.[0-9]+)?$")]
    private static partial Regex Written();
}
