using System.Text.RegularExpressions;
using Sanbao.Data.Search;

namespace Sanbao.Web.Platform.Access;

/// <summary>Telephone numbers in lists: whoever may not take data out of the house sees enough to recognise a number and too little to keep
/// it.</summary>
internal static partial class MaskedPhone
{
    private const int Shown = 4, Hidden = 4, Longest = 13;

    public static string For(Actor actor, string phone) => actor.May(Permission.ExportData) ? phone : Of(phone);

    /// <summary>
    /// A hotline stays as it is: everybody may know it. 138****5678: of each other number the four digits before the last four; of a short
    /// one all but the last two; of several that only a blank parts all but the last four.
    /// </summary>
    public static string Of(string phone) => Number().Replace(phone, number =>
        Telephones.IsHotline(number.Value) ? number.Value : Hide(number.Value));

    private static string Hide(string number)
    {
        var digits = number.Count(char.IsDigit);
        var to = digits >= Shown + Hidden ? digits - Shown : digits - 2;
        var from = digits is >= Shown + Hidden and <= Longest ? to - Hidden : 0;
        var seen = 0;
        return string.Concat(number.Select(c => char.IsDigit(c) && seen++ is var at && at >= from && at < to ? '*' : c));
    }

    // Digits of any width, and what people put between them.
    [GeneratedRegex(@"\d[\d\s().+（）\p{Pd}]*")]
    private static partial Regex Number();
}
