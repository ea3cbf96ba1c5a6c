using System.Text;

namespace Sanbao.Domain.Kernel;

/// <summary>Texts as they are compared, not as they were typed.</summary>
public static class TextKey
{
    /// <summary>A serial number as it is looked up: full-width made narrow, upper case, blanks gone. "ｙe3 － 01" and "YE3-01" are one.</summary>
    public static string Serial(string? typed) => Fold(typed, keep: static c => !char.IsWhiteSpace(c));

    /// <summary>A telephone number: digits only, without the country code +86 or 0086.</summary>
    public static string Phone(string? typed)
    {
        var folded = Fold(typed, keep: static c => char.IsAsciiDigit(c) || c == '+');
        if (folded.StartsWith("+86", StringComparison.Ordinal)) folded = folded[3..];
        else if (folded.StartsWith("0086", StringComparison.Ordinal)) folded = folded[4..];
        return folded.Replace("+", "", StringComparison.Ordinal);
    }

    /// <summary>A name: full-width made narrow, upper case, blanks gone.</summary>
    public static string Name(string? typed) => Serial(typed);

    private static string Fold(string? typed, Func<char, bool> keep)
    {
        if (string.IsNullOrEmpty(typed)) return "";
        var folded = new StringBuilder(typed.Length);
        foreach (var c in typed)
        {
            var narrow = c is >= '！' and <= '～' ? (char)(c - 0xFEE0) : c;
            if (narrow is '–' or '—' or '−') narrow = '-';
            if (keep(narrow)) folded.Append(char.ToUpperInvariant(narrow));
        }
        return folded.ToString();
    }
}
