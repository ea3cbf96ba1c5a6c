namespace Sanbao.Web.Platform.Access;

/// <summary>Telephone numbers in lists: whoever may not take data out of the house sees enough to recognise a number and too little to keep it.</summary>
internal static class MaskedPhone
{
    private const int Shown = 4, Hidden = 4;

    public static string For(Actor actor, string phone) => actor.May(Permission.ExportData) ? phone : Of(phone);

    /// <summary>138****5678: the four digits before the last four; of a short number all but the last two.</summary>
    public static string Of(string phone)
    {
        var digits = phone.Count(char.IsAsciiDigit);
        var (from, to) = digits >= Shown + Hidden ? (digits - Shown - Hidden, digits - Shown) : (0, digits - 2);
        var seen = 0;
        return string.Concat(phone.Select(c => char.IsAsciiDigit(c) && seen++ is var at && at >= from && at < to ? '*' : c));
    }
}
