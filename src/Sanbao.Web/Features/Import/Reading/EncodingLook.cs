using System.Text;
using System.Text.Unicode;

namespace Sanbao.Web.Features.Import.Reading;

/// <summary>
/// What the bytes of a file show of its letters. Lines count from 1; null: there is none. Whether they are Chinese in GBK is looked at only
/// where they are not all UTF-8.
/// </summary>
internal sealed class EncodingLook
{
    private long more, notUtf8, notGbk;
    private long pairs, common;

    public long? FirstNotUtf8 { get; private set; }
    public long? FirstNotGbk { get; private set; }

    /// <summary>There are characters beyond ASCII at all.</summary>
    public bool HasMore => more > 0;

    /// <summary>Of the lines with characters beyond ASCII more than half are so; the others are damaged and will be told.</summary>
    public bool MostlyUtf8 => notUtf8 * 2 < more;

    /// <inheritdoc cref="MostlyUtf8"/>
    public bool MostlyGbk => notGbk * 2 < more && LooksChinese;

    /// <summary>
    /// Nearly every character of a Chinese text is one of GB 2312's. Western letters in one byte each, read as GBK, are mostly not.
    /// </summary>
    public bool LooksChinese => common * 10 >= pairs * 8;

    /// <param name="gbk">Puts � for what does not fit.</param>
    public static EncodingLook At(Stream file, Encoding gbk)
    {
        var look = new EncodingLook();
        var line = 0L;
        foreach (var bytes in ByteLines.Of(file)) look.TakeUtf8(bytes.Span, ++line);
        if (look.FirstNotUtf8 is null) return look;
        line = 0;
        foreach (var bytes in ByteLines.Of(file)) look.TakeGbk(bytes.Span, ++line, gbk);
        return look;
    }

    private void TakeUtf8(ReadOnlySpan<byte> bytes, long line)
    {
        if (Ascii.IsValid(bytes)) return;
        more++;
        if (!Utf8.IsValid(bytes)) (notUtf8, FirstNotUtf8) = (notUtf8 + 1, FirstNotUtf8 ?? line);
    }

    private void TakeGbk(ReadOnlySpan<byte> bytes, long line, Encoding gbk)
    {
        if (Ascii.IsValid(bytes)) return;
        if (gbk.GetString(bytes).Contains('\uFFFD')) (notGbk, FirstNotGbk) = (notGbk + 1, FirstNotGbk ?? line);
        for (var i = 0; i + 1 < bytes.Length; i++)
        {
            if (bytes[i] < 0x81) continue;
            pairs++;
            if (bytes[i] is >= 0xA1 and <= 0xF7 && bytes[++i] is >= 0xA1 and <= 0xFE) common++;
        }
    }
}
