namespace Sanbao.Web.Platform;

/// <summary>Telephone numbers are personal data: in lists and files only those see them whole who may take data out.</summary>
internal static class Phones
{
    private const int ShownBefore = 3, ShownAfter = 4;

    public static string Shown(string phone, Actor actor) => actor.May(Permission.ExportData) ? phone : Masked(phone);

    /// <summary>138****5678: the first three and the last four digits; of a short number nothing but its length.</summary>
    public static string Masked(string phone)
    {
        var digits = phone.Count(char.IsAsciiDigit);
        var seen = 0;
        return string.Concat(phone.Select(c => !char.IsAsciiDigit(c) ? c : Shows(seen++, digits) ? c : '*'));
    }

    private static bool Shows(int index, int digits) =>
        digits > ShownBefore + ShownAfter && (index < ShownBefore || index >= digits - ShownAfter);
}
