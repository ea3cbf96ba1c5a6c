using Microsoft.EntityFrameworkCore;
using Sanbao.Domain.Kernel;

namespace Sanbao.Data;

/// <summary>Keeps the head row of every document in the save that changes the document.</summary>
internal static class HeadTracking
{
    /// <summary>After the journal is sealed: the head says where it ends.</summary>
    public static void Follow(ServiceDb db)
    {
        var changed = db.ChangeTracker.Entries<Document>().Where(e => e.State is EntityState.Added or EntityState.Modified).ToList();
        foreach (var entry in changed)
        {
            var head = HeadRow.Of(entry.Entity);
            if (db.Heads.Local.FindEntry(head.Id) is { } known) known.CurrentValues.SetValues(head);
            else db.Entry(head).State = entry.State;
        }
    }
}
