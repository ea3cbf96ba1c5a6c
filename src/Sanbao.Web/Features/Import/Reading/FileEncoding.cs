using System.Text;

namespace Sanbao.Web.Features.Import.Reading;

/// <summary>
/// In which letters a file is written: UTF-8 with or without its mark, UTF-16 with its mark, or GBK. What is none of these, and what is
/// no text at all, is refused before anything is read of it. A character that does not fit comes out as �, which no cell may have: so a
/// damaged line is told and never stored.
/// </summary>
internal static class FileEncoding
{
    public static readonly string[] Names = ["utf-8", "gbk"];

    /// <summary>GB 18030, which contains GBK and GB 2312.</summary>
    private static readonly Encoding Gbk =
        CodePagesEncodingProvider.Instance.GetEncoding(54936, EncoderFallback.ExceptionFallback, new DecoderReplacementFallback("\uFFFD"))!;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <param name="file">Seekable.</param>
    /// <param name="asked">One of <see cref="Names"/>; null: find out.</param>
    public static Encoding Of(Stream file, string? asked)
    {
        var start = StartOf(file);
        if (start.Length == 0) throw Refused("import.empty");
        if (start is [0xD0, 0xCF, 0x11, 0xE0, ..]) throw Refused("import.is-old-excel");
        if (start is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]) return new UnicodeEncoding(start[0] == 0xFE, byteOrderMark: true);
        if (start.Contains((byte)0) || start.AsSpan().StartsWith("%PDF"u8)) throw Refused("import.not-csv");
        var look = EncodingLook.At(file, Gbk);
        return asked switch
        {
            "utf-8" => look.FirstNotUtf8 is { } line && !look.MostlyUtf8 ? throw Refused("import.not-utf8", line) : Utf8,
            "gbk" => AsGbk(look),
            _ => look.FirstNotUtf8 is { } line ? Found(look, line) : Utf8,
        };
    }

    public static RefusedException Refused(string code, params ReadOnlySpan<object> arguments) => new(new(code, [.. arguments]));

    private static Encoding AsGbk(EncodingLook look)
    {
        // A Chinese file that is proper UTF-8 from end to end is not GBK by chance.
        if (look is { FirstNotUtf8: null, HasMore: true }) throw Refused("import.is-utf8");
        return look.FirstNotGbk is { } line && !look.MostlyGbk ? throw Refused("import.not-gbk", line) : Gbk;
    }

    private static Encoding Found(EncodingLook look, long line) =>
        look.FirstNotGbk is null && look.LooksChinese ? Gbk
        : look.MostlyUtf8 ? Utf8
        : look.MostlyGbk ? Gbk
        : throw Refused("import.unknown-encoding", line);

    private static byte[] StartOf(Stream file)
    {
        var start = new byte[4096];
        file.Position = 0;
        var length = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        file.Position = 0;
        return start[..length];
    }
}
