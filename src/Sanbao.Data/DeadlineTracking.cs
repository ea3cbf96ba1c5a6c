using Microsoft.EntityFrameworkCore;
using Sanbao.Domain.Kernel;
using Sanbao.Domain.Promises;

namespace Sanbao.Data;

/// <summary>
/// Deadlines belong to owners of many kinds, so no foreign key can lead to them; the store keeps the books of tracked owners in step.
/// </summary>
internal static class DeadlineTracking
{
    /// <summary>Takes new lines of every tracked owner's book into the save, and lets dropped ones go.</summary>
    public static void Follow(ServiceDb db)
    {
        foreach (var book in db.ChangeTracker.Entries<IPromises>().Select(e => e.Entity.Deadlines).ToList())
        {
            foreach (var entry in book.Entries.Where(e => db.Entry(e).State is EntityState.Detached)) db.Deadlines.Add(entry);
            foreach (var gone in book.Dropped.Where(e => db.Entry(e).State is not EntityState.Detached and not EntityState.Deleted))
                db.Deadlines.Remove(gone);
        }
    }

    /// <summary>The lines of a document that is made, where its kind has any.</summary>
    internal static IEnumerable<object> RowsOf(Document document) => document is IPromises promises ? promises.Deadlines.Entries : [];

    /// <summary>
    /// Loads the book of one document for work, where it has one. On PostgreSQL its lines are held until the work is saved: an alarm takes
    /// deadlines first and writes the journal then, and whoever went the other way round could meet it in a deadlock.
    /// </summary>
    public static async Task LoadDeadlinesAsync(this ServiceDb db, Document owner, CancellationToken cancel)
    {
        if (owner is not IPromises promising) return;
        var book = db.IsSqlite
            ? db.Deadlines.Where(d => d.OwnerId == owner.Id)
            : db.Deadlines.FromSql($"SELECT * FROM prm_deadlines WHERE owner_id = {owner.Id} ORDER BY id FOR UPDATE");
        promising.Deadlines.Load(await book.OrderBy(d => d.Due).ThenBy(d => d.Rule).ThenBy(d => d.Occurrence).ToListAsync(cancel));
    }
}
