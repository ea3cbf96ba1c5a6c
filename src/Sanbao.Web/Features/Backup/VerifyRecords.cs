using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.State;
using Sanbao.Web.Features.Charters.Calendar;
using Sanbao.Web.Platform.Store;

namespace Sanbao.Web.Features.Backup;

/// <summary>
/// Proves the records as of one instant: the database file, every row and every line of every journal, every deadline as the engine
/// computes it again from the events, numbers without gaps, what is derived, every attached file with its hash.
/// </summary>
/// <param name="files">Folder of the attached files.</param>
internal sealed class VerifyRecords(ServiceDatabase database, CharterShelf charters, string files, DateTimeOffset now)
{
    private const int BatchSize = 2000;

    /// <param name="progress">Hears what is looked at, and how many documents were.</param>
    public async IAsyncEnumerable<Phrase> FaultsAsync(
        Action<string, long>? progress = null, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        await using var db = database.CreateDbContext();
        if (await WhyBrokenAsync(db, cancel) is { } broken)
        {
            yield return broken;
            yield break;
        }
        await using var snapshot = await Snapshot.BeginAsync(db, cancel);
        var records = new RecordVerifier(db).FaultsAsync(count => progress?.Invoke("records", count), cancel);
        await foreach (var fault in records) yield return Said(fault);
        await foreach (var fault in DeadlinesAsync(db, progress, cancel)) yield return fault;
        progress?.Invoke("numbers", 0);
        await foreach (var fault in VerifyCounts.FaultsAsync(db, cancel)) yield return fault;
        progress?.Invoke("search", 0);
        await foreach (var fault in VerifyDerived.FaultsAsync(db, cancel)) yield return fault;
        progress?.Invoke("files", 0);
        await foreach (var fault in VerifyFiles.FaultsAsync(db, files, cancel)) yield return fault;
    }

    /// <summary>The company without which there is nothing to prove; null: it is there.</summary>
    public async Task<Refusal?> WhyNoCompanyAsync(CancellationToken cancel = default)
    {
        await using var db = database.CreateDbContext();
        if (await db.Settings.AnyAsync(cancel)) return null;
        return new("verify.no-company", database.IsSqlite ? database.ConnectionString : database.Schema);
    }

    private static Phrase Said(RecordFault fault) => Phrase.Of(
        "verify." + fault.Code, Named(fault.Kind, fault.Document),
        new Word("verify.row." + (fault.Table is "" ? "record" : fault.Table), fault.Table), fault.Detail);

    /// <summary>What people call a document of a kind.</summary>
    internal static object Named(string kind, string document)
    {
        var of = new Word("document-kind." + kind, kind);
        return document is "" ? of : Phrase.Of("verify.document", of, document);
    }

    /// <summary>SQLite alone keeps its pages where anything else can write; a server guards its own.</summary>
    private static async Task<Phrase?> WhyBrokenAsync(ServiceDb db, CancellationToken cancel)
    {
        if (!db.IsSqlite) return null;
        var said = await db.Database.SqlQueryRaw<string>("SELECT quick_check AS \"Value\" FROM pragma_quick_check").FirstAsync(cancel);
        // One line for each page that is broken: the first says enough.
        if (said == "ok") return null;
        return Phrase.Of("verify.database-broken", said.Split('\n').First(line => !line.StartsWith("***", StringComparison.Ordinal)));
    }

    private async IAsyncEnumerable<Phrase> DeadlinesAsync(
        ServiceDb db, Action<string, long>? progress, [EnumeratorCancellation] CancellationToken cancel)
    {
        var (deadlines, looked) = (new VerifyDeadlines(charters, await EarlierDays.ReadAsync(db, charters, cancel), now), 0L);
        foreach (var promising in db.Promising())
            for (var after = Guid.Empty; ;)
            {
                progress?.Invoke("deadlines", looked);
                var some = await promising.AsNoTracking().Where(d => d.Id.CompareTo(after) > 0).OrderBy(d => d.Id).Take(BatchSize)
                    .ToListAsync(cancel);
                if (some.Count == 0) break;
                var ids = some.ConvertAll(d => d.Id);
                var stored = (await db.Deadlines.AsNoTracking().Where(d => ids.Contains(d.OwnerId)).ToListAsync(cancel))
                    .ToLookup(d => d.OwnerId);
                foreach (var document in some)
                    if (deadlines.WhyDiffers(document, [.. stored[document.Id]]) is { } why) yield return why;
                (after, looked) = (ids[^1], looked + some.Count);
            }
    }
}
