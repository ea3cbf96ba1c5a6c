using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Search;

namespace Sanbao.Web.Features.Demo;

/// <summary>
/// Stands in the database from the first part of the demo data to the last: what was killed in between is never taken for whole. Whoever
/// loads renews it; one that is not renewed was left behind.
/// </summary>
internal static class DemoMark
{
    private const string Name = "demo/loading";
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    /// <summary>When it was renewed last; null: nobody loads, and nothing is half there.</summary>
    public static async Task<DateTimeOffset?> RenewedAsync(ServiceDb db, CancellationToken cancel) =>
        await db.Counters.AsNoTracking().SingleOrDefaultAsync(c => c.Name == Name, cancel) is { } mark
            ? DateTimeOffset.FromUnixTimeMilliseconds(mark.Value)
            : null;

    public static bool IsAlive(DateTimeOffset? renewed, DateTimeOffset now) => renewed > now - Lease;

    public static async Task RenewAsync(ServiceDb db, DateTimeOffset now)
    {
        var mark = await db.Counters.SingleOrDefaultAsync(c => c.Name == Name);
        if (mark is null) db.Add(mark = new Counter { Name = Name });
        mark.Value = now.ToUnixTimeMilliseconds();
    }

    public static Task RemoveAsync(ServiceDb db) => db.Counters.Where(c => c.Name == Name).ExecuteDeleteAsync();

    /// <summary>Takes out what is half there: every record of the demo company, its numbers and its search; people and settings
    /// stay.</summary>
    public static async Task ClearAwayAsync(ServiceDb db, CancellationToken cancel)
    {
        var tables = TablesOfRecords(db);
        await AboutRecordsAsync(db, [.. db.KindsIn(tables)], cancel);
        foreach (var table in tables)
#pragma warning disable EF1002 // Tables come from the model.
            await db.Database.ExecuteSqlRawAsync($"DELETE FROM {table}", cancel);
        foreach (var (table, _) in SearchTables.All(db))
            await db.Database.ExecuteSqlRawAsync(
                db.IsSqlite ? $"INSERT INTO {table}({table}) VALUES ('delete-all')" : $"DELETE FROM {table}", cancel);
#pragma warning restore EF1002
    }

    /// <summary>What the store keeps of the documents of these kinds: lines, heads, counts.</summary>
    private static async Task AboutRecordsAsync(ServiceDb db, string[] kinds, CancellationToken cancel)
    {
        var heads = db.Heads.Where(h => kinds.Contains(h.Kind));
        await db.JournalLines.Where(l => heads.Any(h => h.Id == l.DocumentId)).ExecuteDeleteAsync(cancel);
        await heads.ExecuteDeleteAsync(cancel);
        string[] counts = [.. kinds.Select(Counter.OfSeq)];
        await db.Counters.Where(c => counts.Contains(c.Name) || c.Name.StartsWith(Counter.Numbers)).ExecuteDeleteAsync(cancel);
    }

    // Those that refer to others first.
    private static List<string> TablesOfRecords(ServiceDb db)
    {
        string[] prefixes = ["req_", "equ_", "cus_", "prm_", "out_"];
        string[] single = ["doc_papers", "com_attached_charters", "com_idempotency_keys"];
        var ordered = new List<string>();
        foreach (var entity in db.Model.GetEntityTypes()) Add(entity);
        ordered.Reverse();
        return ordered.FindAll(t => prefixes.Any(p => t.StartsWith(p, StringComparison.Ordinal)) || single.Contains(t));

        void Add(Microsoft.EntityFrameworkCore.Metadata.IEntityType entity)
        {
            if (entity.GetTableName() is not { } table || ordered.Contains(table)) return;
            foreach (var to in entity.GetForeignKeys().Select(k => k.PrincipalEntityType).Where(p => p != entity)) Add(to);
            if (!ordered.Contains(table)) ordered.Add(table);
        }
    }
}
