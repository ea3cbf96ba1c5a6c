using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Journal;
using Sanbao.Web.Platform.Files;
using Sanbao.Web.Platform.Store;

namespace Sanbao.Web.Features.Backup;

/// <summary>
/// Proves the records as of one instant: the database file, every journal's chain, every deadline as the engine computes it again from
/// the events, numbers without gaps, a search row for every request and customer, every attached file with its hash.
/// </summary>
/// <param name="files">Folder of the attached files.</param>
internal sealed class VerifyRecords(ServiceDatabase database, CharterShelf charters, string files, DateTimeOffset now)
{
    private const int BatchSize = 2000;
    private readonly VerifyDeadlines deadlines = new(charters, now);

    /// <param name="progress">Hears what is looked at, and how many requests were.</param>
    public async IAsyncEnumerable<Phrase> FaultsAsync(Action<string, long>? progress = null, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        await using var db = database.CreateDbContext();
        if (await WhyBrokenAsync(db, cancel) is { } broken)
        {
            yield return broken;
            yield break;
        }
        await using var snapshot = await Snapshot.BeginAsync(db, cancel);
        progress?.Invoke("journal", 0);
        await foreach (var fault in JournalVerifier.VerifyAsync(db, cancel)) yield return Phrase.Of("verify.journal", fault.DocumentId.ToString(), fault.Line, fault.Code);
        await foreach (var fault in DeadlinesAsync(db, progress, cancel)) yield return fault;
        progress?.Invoke("numbers", 0);
        await foreach (var fault in NumbersAsync(db, cancel)) yield return fault;
        progress?.Invoke("search", 0);
        await foreach (var fault in SearchAsync(db, cancel)) yield return fault;
        progress?.Invoke("files", 0);
        await foreach (var fault in FilesAsync(db, cancel)) yield return fault;
    }

    /// <summary>SQLite alone keeps its pages where anything else can write; a server guards its own.</summary>
    private static async Task<Phrase?> WhyBrokenAsync(ServiceDb db, CancellationToken cancel)
    {
        if (!db.IsSqlite) return null;
        var said = await db.Database.SqlQueryRaw<string>("SELECT quick_check AS \"Value\" FROM pragma_quick_check").FirstAsync(cancel);
        // One line for each page that is broken: the first says enough.
        return said == "ok" ? null : Phrase.Of("verify.database-broken", said.Split('\n').First(line => !line.StartsWith("***", StringComparison.Ordinal)));
    }

    private async IAsyncEnumerable<Phrase> DeadlinesAsync(ServiceDb db, Action<string, long>? progress, [EnumeratorCancellation] CancellationToken cancel)
    {
        for (var (after, looked) = (0L, 0L); ;)
        {
            progress?.Invoke("deadlines", looked);
            var requests = await db.Requests.AsNoTracking().Include(r => r.Events.OrderBy(e => e.Index)).Where(r => r.Seq > after).OrderBy(r => r.Seq).Take(BatchSize).ToListAsync(cancel);
            if (requests.Count == 0) yield break;
            var ids = requests.ConvertAll(r => r.Id);
            var stored = (await db.Deadlines.AsNoTracking().Where(d => ids.Contains(d.OwnerId)).ToListAsync(cancel)).ToLookup(d => d.OwnerId);
            foreach (var request in requests)
                if (deadlines.WhyDiffers(request, [.. stored[request.Id]]) is { } why) yield return why;
            (after, looked) = (requests[^1].Seq, looked + requests.Count);
        }
    }

    // A number is FORM-YEAR-COUNT; the counts of a form and year run from 1 to how many there are.
    private static async IAsyncEnumerable<Phrase> NumbersAsync(ServiceDb db, [EnumeratorCancellation] CancellationToken cancel)
    {
        var runs = new Dictionary<string, (long Count, long Highest)>();
        await foreach (var number in db.Requests.AsNoTracking().Select(r => r.Number).AsAsyncEnumerable().WithCancellation(cancel))
        {
            var cut = number.LastIndexOf('-');
            if (cut < 0 || !long.TryParse(number.AsSpan(cut + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var own))
            {
                yield return Phrase.Of("verify.number-malformed", number);
                continue;
            }
            var (count, highest) = runs.GetValueOrDefault(number[..cut]);
            runs[number[..cut]] = (count + 1, Math.Max(highest, own));
        }
        foreach (var (run, (count, highest)) in runs)
            if (count != highest) yield return Phrase.Of("verify.numbers", run, count, highest);
    }

    private static async IAsyncEnumerable<Phrase> SearchAsync(ServiceDb db, [EnumeratorCancellation] CancellationToken cancel)
    {
        var key = db.IsSqlite ? "rowid" : "seq";
        foreach (var (table, search) in new[] { ("req_requests", "req_search"), ("cus_customers", "cus_search") })
        {
#pragma warning disable EF1002, EF1003 // Names of our own.
            var missing = await db.Database.SqlQueryRaw<long>(
                $"SELECT count(*) AS \"Value\" FROM {table} WHERE seq NOT IN (SELECT {key} FROM {search})").SingleAsync(cancel);
#pragma warning restore EF1002, EF1003
            if (missing > 0) yield return Phrase.Of("verify.search", table, missing);
        }
    }

    private async IAsyncEnumerable<Phrase> FilesAsync(ServiceDb db, [EnumeratorCancellation] CancellationToken cancel)
    {
        var attached = db.Requests.AsNoTracking().SelectMany(r => r.Attachments, (r, a) => new { r.Number, a.Name, a.Hash });
        var annexes = db.Contracts.AsNoTracking().SelectMany(c => c.Annexes, (c, a) => new { c.Number, a.Name, a.Hash });
        await foreach (var file in attached.Concat(annexes).AsAsyncEnumerable().WithCancellation(cancel))
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
