using System.Text;
using System.Text.Unicode;

namespace Sanbao.Web.Features.Import.Reading;

/// <summary>What one pass over the bytes of a file shows. Lines count from 1; null: there is none.</summary>
internal sealed class EncodingLook
{
    private long pairs;
    private long common;

    public long? FirstNotUtf8 { get; private set; }
    public long? FirstNotGbk { get; private set; }

    /// <summary>There are characters beyond ASCII at all.</summary>
    public bool HasMore { get; private set; }

    /// <summary>
    /// Nearly every character of a Chinese text is one of GB 2312's. Western letters in one byte each, read as GBK, are mostly not.
    /// </summary>
    public bool LooksChinese => common * 10 >= pairs * 8;

    public static EncodingLook At(Stream file, Encoding gbk)
    {
        var look = new EncodingLook();
        var line = 0L;
        foreach (var bytes in ByteLines.Of(file)) look.Take(bytes.Span, ++line, gbk);
        return look;
    }

    private void Take(ReadOnlySpan<byte> bytes, long line, Encoding gbk)
    {
        if (Ascii.IsValid(bytes)) return;
        HasMore = true;
        if (!Utf8.IsValid(bytes)) FirstNotUtf8 ??= line;
        if (FirstNotGbk is null && !Fits(bytes, gbk)) FirstNotGbk = line;
        CountPairs(bytes);
    }

    private static bool Fits(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        try
        {
            encoding.GetCharCount(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private void CountPairs(ReadOnlySpan<byte> bytes)
    {
        for (var i = 0; i + 1 < bytes.Length; i++)
        {
            if (bytes[i] < 0x81) continue;
            pairs++;
            if (bytes[i] is >= 0xA1 and <= 0xF7 && bytes[++i] is >= 0xA1 and <= 0xFE) common++;
        }
    }
}
