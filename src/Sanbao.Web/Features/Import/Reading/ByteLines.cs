namespace Sanbao.Web.Features.Import.Reading;

/// <summary>The lines of a file as bytes, without their line break; neither UTF-8 nor GBK has that byte inside a character.</summary>
internal static class ByteLines
{
    /// <summary>What lies behind a line is overwritten by the next one.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> Of(Stream file)
    {
        file.Position = 0;
        var buffer = new byte[64 * 1024];
        var (from, filled) = (0, 0);
        while (true)
        {
            var length = buffer.AsSpan(from, filled - from).IndexOf((byte)'\n');
            if (length >= 0)
            {
                yield return buffer.AsMemory(from, length);
                from += length + 1;
                continue;
            }
            if (from > 0) buffer.AsSpan(from, filled - from).CopyTo(buffer);
            (from, filled) = (0, filled - from);
            if (filled == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
            var read = file.Read(buffer.AsSpan(filled));
            if (read == 0) break;
            filled += read;
        }
        if (filled > 0) yield return buffer.AsMemory(0, filled);
        file.Position = 0;
    }
}
