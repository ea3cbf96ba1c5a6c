using System.Security.Cryptography;
using Sanbao.Data;

namespace Sanbao.Web.Platform.Files;

/// <summary>A file as it was kept.</summary>
internal sealed record KeptFile(string Name, string MediaType, long Size, string Hash);

/// <summary>
/// The company's files: each lies under the hash of its bytes, so that the same photo is kept once and none is ever overwritten. What a
/// file is called and to what it belongs stands in the database.
/// </summary>
internal sealed class FileStore(ServiceDatabase database)
{
    /// <summary>In bytes; a photo of a phone has 3 to 8 million.</summary>
    public const long Largest = 20 * 1024 * 1024;

    private string Folder => database.Folder.Files;

    public async Task<KeptFile> KeepAsync(string name, FileKind kind, Stream content, CancellationToken cancel)
    {
        Directory.CreateDirectory(Folder);
        var half = Path.Combine(Folder, $"{Guid.NewGuid():N}.part");
        try
        {
            var (hash, size) = await WriteAsync(half, content, cancel);
            Directory.CreateDirectory(Path.GetDirectoryName(PathOf(Folder, hash))!);
            File.Move(half, PathOf(Folder, hash), overwrite: true);
            return new(name, kind.MediaType, size, hash);
        }
        finally
        {
            File.Delete(half);
        }
    }

    /// <summary>Null: it is not there, e.g. after a restore without the files.</summary>
    public string? Find(string hash) => File.Exists(PathOf(Folder, hash)) ? PathOf(Folder, hash) : null;

    /// <summary>Where the bytes of that hash (SHA-256, lower-case hexadecimal) lie; folders by its first two letters stay small.</summary>
    public static string PathOf(string folder, string hash) => Path.Combine(folder, hash[..2], hash);

    private static async Task<(string Hash, long Size)> WriteAsync(string path, Stream content, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 81920, FileOptions.Asynchronous);
        var buffer = new byte[81920];
        for (int read; (read = await content.ReadAsync(buffer, cancel)) > 0;)
        {
            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), cancel);
        }
        // On disk before the record that names it.
        file.Flush(flushToDisk: true);
        return (Convert.ToHexStringLower(hash.GetHashAndReset()), file.Length);
    }
}
