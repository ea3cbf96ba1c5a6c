using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Search;

namespace Sanbao.Web.Features.Backup;

/// <summary>What is derived from the documents is what they give now: every head, and a search row for each that is searched.</summary>
internal static class VerifyDerived
{
    private const int BatchSize = 2000;

    public static async IAsyncEnumerable<Phrase> FaultsAsync(ServiceDb db, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var documents in db.Documents())
            await foreach (var fault in HeadsAsync(db, documents.AsNoTracking(), cancel)) yield return fault;
        await foreach (var fault in SearchAsync(db, cancel)) yield return fault;
    }

    private static async IAsyncEnumerable<Phrase> HeadsAsync(
        ServiceDb db, IQueryable<Document> documents, [EnumeratorCancellation] CancellationToken cancel)
    {
        for (var after = Guid.Empty; ;)
        {
            var some = await documents.Where(d => d.Id.CompareTo(after) > 0).OrderBy(d => d.Id).Take(BatchSize).ToListAsync(cancel);
            if (some.Count == 0) yield break;
            var ids = some.ConvertAll(d => d.Id);
            var heads = await db.Heads.AsNoTracking().Where(h => ids.Contains(h.Id)).ToDictionaryAsync(h => h.Id, cancel);
            foreach (var document in some)
                if (heads.TryGetValue(document.Id, out var head) && !head.Says(HeadRow.Of(document)))
                    yield return Phrase.Of("verify.head-differs", Named(document));
            after = ids[^1];
        }
    }

    private static object Named(Document document) =>
        VerifyRecords.Named(document.Kind, document.Headline is { Number: not "" } numbered ? numbered.Number : document.Headline.Title);

    private static async IAsyncEnumerable<Phrase> SearchAsync(ServiceDb db, [EnumeratorCancellation] CancellationToken cancel)
    {
        var key = db.IsSqlite ? "rowid" : "seq";
        foreach (var (search, table) in SearchTables.All(db))
        {
#pragma warning disable EF1002, EF1003 // Names of our own.
            var missing = await db.Database.SqlQueryRaw<long>(
                $"SELECT count(*) AS \"Value\" FROM {table} WHERE seq NOT IN (SELECT {key} FROM {search})").SingleAsync(cancel);
#pragma warning restore EF1002, EF1003
            if (missing > 0) yield return Phrase.Of("verify.search", table, missing);
        }
    }
}
