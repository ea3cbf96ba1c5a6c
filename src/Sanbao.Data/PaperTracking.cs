using Microsoft.EntityFrameworkCore;
using Sanbao.Domain.Kernel;
using Sanbao.Domain.Papers;

namespace Sanbao.Data;

/// <summary>Keeps the papers of every document in the save of the document: they are rows of one table for all kinds.</summary>
public static class PaperTracking
{
    internal static void Follow(ServiceDb db)
    {
        foreach (var document in db.ChangeTracker.Entries<FiledDocument>().Select(e => e.Entity).ToList())
        {
            foreach (var paper in document.Papers.Where(p => db.Entry(p).State is EntityState.Detached)) db.Papers.Add(paper);
            foreach (var gone in document.RemovedPapers.Where(p => db.Entry(p).State is EntityState.Unchanged))
                db.Papers.Remove(gone);
        }
    }

    /// <summary>Those of a document that is made, where its kind has any.</summary>
    internal static IEnumerable<object> RowsOf(Document document) => document is FiledDocument filed ? filed.Papers : [];

    /// <summary>The papers of one document, the oldest first.</summary>
    public static IQueryable<Paper> PapersOf(this ServiceDb db, Guid document) =>
        db.Papers.Where(p => p.DocumentId == document).OrderBy(p => p.Id);

    /// <summary>Loads them for work on papers.</summary>
    public static async Task LoadPapersAsync(this ServiceDb db, FiledDocument document, CancellationToken cancel = default) =>
        document.LoadPapers(await db.PapersOf(document.Id).ToListAsync(cancel));
}
