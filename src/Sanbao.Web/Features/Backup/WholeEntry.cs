using System.IO.Compression;
using System.IO.Hashing;

namespace Sanbao.Web.Features.Backup;

/// <summary>Takes an entry out of a backup and proves its check sum, which the framework does not: a damaged backup never becomes
/// records.</summary>
internal static class WholeEntry
{
    public static async Task CopyToAsync(this ZipArchiveEntry entry, Stream target, CancellationToken cancel)
    {
        var (sum, buffer) = (new Crc32(), new byte[81920]);
        try
        {
            await using var source = await entry.OpenAsync(cancel);
            for (int read; (read = await source.ReadAsync(buffer, cancel)) > 0;)
            {
                sum.Append(buffer.AsSpan(0, read));
                await target.WriteAsync(buffer.AsMemory(0, read), cancel);
            }
        }
        catch (InvalidDataException)
        {
            throw Damaged(entry);
        }
        if (sum.GetCurrentHashAsUInt32() != entry.Crc32) throw Damaged(entry);
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
}
