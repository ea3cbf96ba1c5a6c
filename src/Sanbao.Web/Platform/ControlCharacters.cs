namespace Sanbao.Web.Platform;

/// <summary>
/// Characters that nobody sees and that break what text passes through: printers, CSV, XML, and PostgreSQL, which cannot keep the zero. Tab and
/// line breaks are text. A program is told of them, for it can mend what it sends; of what people type, paste or export they are left away.
/// </summary>
internal static class ControlCharacters
{
    /// <summary>The first of them; null: none.</summary>
    public static char? In(string text)
    {
        foreach (var c in text)
            if (Is(c)) return c;
        return null;
    }

    public static string Without(string text) => In(text) is null ? text : string.Concat(text.Where(c => !Is(c)));

    private static bool Is(char c) => char.IsControl(c) && c is not ('\t' or '\n' or '\r');
}
