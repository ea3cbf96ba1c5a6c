using System.IO.Compression;

namespace Sanbao.Web.Features.Backup;

/// <summary>Takes an entry out of a backup and proves its check sum, which the framework does not: a damaged backup never becomes
/// records.</summary>
internal static class WholeEntry
{
    private const uint Polynomial = 0xEDB88320;
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(RowOf)];

    public static async Task CopyToAsync(this ZipArchiveEntry entry, Stream target, CancellationToken cancel)
    {
        var (crc, buffer) = (uint.MaxValue, new byte[81920]);
        try
        {
            await using var source = await entry.OpenAsync(cancel);
            for (int read; (read = await source.ReadAsync(buffer, cancel)) > 0;)
            {
                foreach (var b in buffer.AsSpan(0, read)) crc = Table[(crc ^ b) & 0xFF] ^ (crc >> 8);
                await target.WriteAsync(buffer.AsMemory(0, read), cancel);
            }
        }
        catch (InvalidDataException)
        {
            throw Damaged(entry);
        }
        if (~crc != entry.Crc32) throw Damaged(entry);
    }

    /// <summary>Appears whole or not at all.</summary>
    public static async Task CopyToFileAsync(this ZipArchiveEntry entry, string target, CancellationToken cancel)
    {
        var unfinished = target + ".part";
        try
        {
            await using (var file = new FileStream(unfinished, FileMode.Create, FileAccess.Write))
            {
                await entry.CopyToAsync(file, cancel);
                file.Flush(flushToDisk: true);
            }
            File.Move(unfinished, target, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private static RefusedException Damaged(ZipArchiveEntry entry) => new(new("backup.damaged", entry.FullName));

    private static uint RowOf(int index)
    {
        var row = (uint)index;
        for (var bit = 0; bit < 8; bit++) row = (row & 1) == 0 ? row >> 1 : (row >> 1) ^ Polynomial;
        return row;
    }
}
