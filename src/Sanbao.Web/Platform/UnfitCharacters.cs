namespace Sanbao.Web.Platform;

/// <summary>
/// What is no part of a text and breaks what it passes through (printers, CSV, XML, PostgreSQL): control characters, halves of a pair, and
/// the two that Unicode keeps out of texts. Tab and line breaks are text. A program is told of them, for it can mend what it sends; of what
/// people type, paste or export they are left away.
/// </summary>
internal static class UnfitCharacters
{
    /// <summary>The first of them; null: none.</summary>
    public static char? In(string text)
    {
        for (var at = 0; at < text.Length; at++)
            if (Is(text, at)) return text[at];
        return null;
    }

    public static string Without(string text) => In(text) is null ? text : string.Concat(text.Where((_, at) => !Is(text, at)));

    private static bool Is(string text, int at) => text[at] switch
    {
        '\t' or '\n' or '\r' => false,
        '\uFFFE' or '\uFFFF' => true,
        var c when char.IsHighSurrogate(c) => at + 1 == text.Length || !char.IsLowSurrogate(text[at + 1]),
        var c when char.IsLowSurrogate(c) => at == 0 || !char.IsHighSurrogate(text[at - 1]),
        var c => char.IsControl(c),
    };
}
