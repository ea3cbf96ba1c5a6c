using System.Buffers;
using System.Globalization;
using System.Text;

namespace Sanbao.Domain.Kernel;

/// <summary>
/// Texts as they are compared, not as they were typed. Keys of two texts are alike when people read them alike: other forms of a character
/// (<see cref="CompatibleForms"/>), blanks, upper and lower case make no difference, all dashes are one, and what nobody sees is not there.
/// </summary>
public static class TextKey
{
    /// <summary>A serial number, a model or a contract's number as it is looked up. "ｙe3 – 01" and "YE3-01" are one.</summary>
    public static string Serial(string? typed) => Fold(typed, upper: true, static c => !Rune.IsWhiteSpace(c));

    /// <summary>A name: 赵　敏 and 赵敏 are one.</summary>
    public static string Name(string? typed) => Serial(typed);

    /// <summary>
    /// How a number looks to people: its letters and digits alone, in upper case, those of other alphabets that look like Latin ones
    /// (<see cref="LookAlikes"/>) as those. For search only; <see cref="Serial"/> tells which are the same.
    /// </summary>
    public static string Look(string? typed)
    {
        var look = new StringBuilder();
        foreach (var rune in Fold(typed, upper: false, Rune.IsLetterOrDigit).EnumerateRunes()) look.Append(LookAlikes.Of(rune));
        return look.ToString();
    }

    /// <summary>The same text from its end, so that an end is looked for as a beginning.</summary>
    public static string Backwards(string text) => string.Concat(text.EnumerateRunes().Reverse());

    /// <summary>A number, a date or a word of a list, so that it can be read: in plain characters, its blanks and its case kept.</summary>
    public static string Plain(string? typed) =>
        typed is not null && IsPlain(typed) ? typed.Trim() : Fold(typed, upper: false, static _ => true).Trim();

    // Most texts need nothing done.
    private static bool IsPlain(string text) => !text.AsSpan().ContainsAnyExcept(PlainCharacters);

    private static bool IsPlain(Rune rune) => rune.IsBmp && PlainCharacters.Contains((char)rune.Value);

    private static readonly SearchValues<char> PlainCharacters = SearchValues.Create(
        [.. Enumerable.Range(' ', 0x7F - ' ').Concat(Enumerable.Range(0x4E00, 0x5200)).Select(c => (char)c)]);

    /// <summary>What is stored of a serial number, a name or another number: as typed, less blanks around and what nobody sees.</summary>
    public static string Shown(string? typed)
    {
        if (typed is null) return "";
        return (HasUnseen(typed) ? string.Concat(typed.EnumerateRunes().Where(c => !IsUnseen(c))) : typed).Trim();
    }

    private static string Fold(string? typed, bool upper, Func<Rune, bool> keep)
    {
        if (string.IsNullOrEmpty(typed)) return "";
        var folded = new StringBuilder(typed.Length);
        foreach (var rune in typed.EnumerateRunes())
        {
            if (IsPlain(rune)) Put(rune);
            else
                foreach (var form in (CompatibleForms.Of(rune) ?? rune.ToString()).EnumerateRunes())
                    if (!IsUnseen(form)) Put(form);
        }
        return folded.ToString();

        void Put(Rune rune)
        {
            var plain = IsDash(rune) ? new Rune('-') : Rune.IsWhiteSpace(rune) ? new Rune(' ') : upper ? Rune.ToUpperInvariant(rune) : rune;
            if (keep(plain)) folded.Append(plain);
        }
    }

    private static bool HasUnseen(string text)
    {
        foreach (var rune in text.EnumerateRunes())
            if (IsUnseen(rune)) return true;
        return false;
    }

    private static bool IsDash(Rune rune) => rune.Value switch
    {
        '-' => true,
        < 0x80 => false,
        // Minus, hyphen bullet, box lines that people draw as dashes.
        0x2212 or 0x2043 or 0x2500 or 0x2501 => true,
        _ => Rune.GetUnicodeCategory(rune) is UnicodeCategory.DashPunctuation,
    };

    /// <summary>Zero width, direction marks, byte order marks, variants of drawing, fillers.</summary>
    private static bool IsUnseen(Rune rune) => rune.Value switch
    {
        < 0x80 => false,
        0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x2800 or 0x3164 or 0xFFA0 => true,
        (>= 0x180B and <= 0x180F) or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0000 and <= 0xE0FFF) => true,
        _ => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format,
    };
}
