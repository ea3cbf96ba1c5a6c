using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Web.Platform.Files;

namespace Sanbao.Web.Features.Backup;

/// <summary>Every attached file is there, and is the one that was attached.</summary>
internal static class VerifyFiles
{
    /// <param name="files">Folder of the attached files.</param>
    public static async IAsyncEnumerable<Phrase> FaultsAsync(ServiceDb db, string files, [EnumeratorCancellation] CancellationToken cancel)
    {
        var papers = db.Papers.AsNoTracking().Select(p => new
        {
            Number = db.Heads.Where(h => h.Id == p.DocumentId).Select(h => h.Number).FirstOrDefault() ?? "", p.Name, p.Hash,
        });
        await foreach (var file in papers.AsAsyncEnumerable().WithCancellation(cancel))
        {
            var path = FileStore.PathOf(files, file.Hash);
            if (!File.Exists(path)) yield return Phrase.Of("verify.file-missing", file.Number, file.Name);
            else if (await HashOf(path, cancel) != file.Hash) yield return Phrase.Of("verify.file-changed", file.Number, file.Name);
        }
    }

    private static async Task<string> HashOf(string path, CancellationToken cancel)
    {
        await using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancel));
    }
}
