using Microsoft.EntityFrameworkCore;
using Sanbao.Charters;
using Sanbao.Data;
using Sanbao.Data.Writing;
using Sanbao.Domain.Charters;
using StoredVersion = Sanbao.Data.CharterVersion;

namespace Sanbao.Web.Platform.Store;

/// <summary>
/// The charters of this company, compiled. What the product ships is stored once as immutable version rows (decision 3); a shipped file
/// that changed under an old version number stops the start.
/// </summary>
internal sealed class CharterShelf(ServiceDatabase database, Writer writer, TimeProvider time)
{
    private CharterLibrary library = CharterLibrary.Shipped;

    public CharterLibrary Library => library;

    /// <summary>The very version that governs a stored document; without it nothing can be judged or computed.</summary>
    public Charter Find(string code, int version) =>
        library.Find(code, version)?.Charter ?? throw new InvalidOperationException($"Charter {code} version {version} is not on the shelf.");

    public async Task OpenAsync(CancellationToken cancel)
    {
        var stored = await StoredAsync(cancel);
        var reading = CharterLibrary.Shipped.With(stored.Where(IsOther).Select(v => new SourceFile($"{v.Code} {v.Version}", v.Text)));
        if (!reading.Clean) throw new InvalidOperationException(string.Join(Environment.NewLine, reading.Errors.Select(e => e.ToString())));
        library = reading.Library;
        var known = stored.Select(v => (v.Code, v.Version)).ToHashSet();
        var missing = library.Versions.Where(v => !known.Contains((v.Charter.Code, v.Charter.Version))).ToArray();
        if (missing.Length > 0) await StoreAsync(missing, cancel);
    }

    // What is stored letter by letter as it ships is compiled already.
    private static bool IsOther(StoredVersion v) => CharterLibrary.Shipped.Find(v.Code, v.Version)?.Text != v.Text;

    private async Task<List<StoredVersion>> StoredAsync(CancellationToken cancel)
    {
        await using var db = database.CreateDbContext();
        return await db.CharterVersions.AsNoTracking().OrderBy(v => v.Code).ThenBy(v => v.Version).ToListAsync(cancel);
    }

    private Task StoreAsync(Sanbao.Charters.CharterVersion[] versions, CancellationToken cancel)
    {
        var now = time.Now();
        return writer.RunAsync(
            async db =>
            {
                // Another node may have been faster.
                var known = await db.CharterVersions.Select(v => new { v.Code, v.Version }).ToListAsync(cancel);
                db.AddRange(versions.Where(v => !known.Any(k => k.Code == v.Charter.Code && k.Version == v.Charter.Version))
                    .Select(v => new StoredVersion(v.Charter.Code, v.Charter.Version, v.Charter.Hash, v.Text, v.Charter.InForce, Actor.System.Name, now)));
            },
            cancel);
    }
}
