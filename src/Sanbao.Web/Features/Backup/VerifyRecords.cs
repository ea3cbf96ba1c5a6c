using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Journal;
using Sanbao.Domain.Promises;
using Sanbao.Domain.Requests;
using Sanbao.Web.Platform.Store;

namespace Sanbao.Web.Features.Backup;

/// <summary>
/// Proves the records: every journal's chain, every deadline as the engine computes it again from the events, numbers without gaps, a
/// search row for every request and customer, every attached file with its hash.
/// </summary>
/// <param name="files">Folder of the attached files.</param>
internal sealed class VerifyRecords(ServiceDatabase database, CharterShelf charters, string files, DateTimeOffset now)
{
    private const int BatchSize = 2000;

    /// <param name="progress">Hears what is looked at, and how many requests were.</param>
    public async IAsyncEnumerable<Phrase> FaultsAsync(Action<string, long>? progress = null, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        await using var db = database.CreateDbContext();
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

    private async IAsyncEnumerable<Phrase> DeadlinesAsync(ServiceDb db, Action<string, long>? progress, [EnumeratorCancellation] CancellationToken cancel)
    {
        for (var (after, looked) = (0L, 0L); ;)
        {
            progress?.Invoke("deadlines", looked);
            var requests = await db.Requests.AsNoTracking().Include(r => r.Events.OrderBy(e => e.Index)).Where(r => r.Seq > after).OrderBy(r => r.Seq).Take(BatchSize).ToListAsync(cancel);
            if (requests.Count == 0) yield break;
            var ids = requests.ConvertAll(r => r.Id);
            var stored = (await db.Deadlines.AsNoTracking().Where(d => d.OwnerKind == OwnerKind.Request && ids.Contains(d.OwnerId)).ToListAsync(cancel)).ToLookup(d => d.OwnerId);
            foreach (var request in requests)
                if (WhyDiffers(request, [.. stored[request.Id]]) is { } why) yield return why;
            (after, looked) = (requests[^1].Seq, looked + requests.Count);
        }
    }

    private Phrase? WhyDiffers(ServiceRequest request, DeadlineEntry[] stored)
    {
        if (request.Imported) return stored.Length == 0 ? null : Phrase.Of("verify.deadline-of-history", request.Number);
        if (charters.Library.Find(request.CharterCode, request.CharterVersion)?.Charter is not { } charter)
            return Phrase.Of("verify.no-charter", request.Number, request.CharterCode, request.CharterVersion);
        var present = request.DeadlinesAt(charter, now);
        // What time alone has started since the last change is written by the duty that fires it, and may be on its way.
        var changed = request.DeadlinesAt(charter, request.UpdatedAt);
        foreach (var entry in stored)
            if (!present.Any(d => Same(d, entry))) return Phrase.Of("verify.deadline-differs", request.Number, new Word("promise-code." + Kebab.Of(entry.Promise)));
        foreach (var deadline in changed)
            if (!stored.Any(e => e.Rule == deadline.Rule && e.Occurrence == deadline.Occurrence) && !OnItsWay(deadline, stored))
                return Phrase.Of("verify.deadline-missing", request.Number, new Word("promise-code." + Kebab.Of(deadline.Promise)));
        return null;
    }

    /// <summary>A promise that begins when another is missed is written by the alarm of that other one, which has not rung yet.</summary>
    private static bool OnItsWay(Deadline deadline, DeadlineEntry[] stored) =>
        deadline.StartedByMissed is { } missed && stored.Any(e => e.Promise == missed && e.AlarmAt != Instant.Never);

    private static bool Same(Deadline computed, DeadlineEntry stored) =>
        computed.Rule == stored.Rule && computed.Occurrence == stored.Occurrence && computed.Promise == stored.Promise
        && computed.Due.ToMilliseconds() == stored.Due && computed.MetAt?.ToMilliseconds() == stored.MetAt && computed.OpenEnded == stored.OpenEnded;

    // A number is FORM-YEAR-COUNT; the counts of a form and year run from 1 to how many there are.
    private static async IAsyncEnumerable<Phrase> NumbersAsync(ServiceDb db, [EnumeratorCancellation] CancellationToken cancel)
    {
        var runs = new Dictionary<string, (long Count, long Highest)>();
        await foreach (var number in db.Requests.AsNoTracking().Select(r => r.Number).AsAsyncEnumerable().WithCancellation(cancel))
        {
            var cut = number.LastIndexOf('-');
            var (count, highest) = runs.GetValueOrDefault(number[..cut]);
            runs[number[..cut]] = (count + 1, Math.Max(highest, long.Parse(number.AsSpan(cut + 1), CultureInfo.InvariantCulture)));
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
            var path = AttachedFiles.PathOf(files, file.Hash);
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
