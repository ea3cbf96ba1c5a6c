using Microsoft.EntityFrameworkCore;
using Sanbao.Domain.Approvals;
using Sanbao.Domain.Kernel;

namespace Sanbao.Data;

/// <summary>Keeps the approval of every document in the save of the document: its steps are rows of one table for all kinds.</summary>
public static class ApprovalTracking
{
    internal static void Follow(ServiceDb db)
    {
        foreach (var book in db.ChangeTracker.Entries<IApproved>().Select(e => e.Entity.Approvals).ToList())
            foreach (var step in book.Steps.Where(s => db.Entry(s).State is EntityState.Detached)) db.Approvals.Add(step);
    }

    /// <summary>Those of a document that is made, where its kind has any.</summary>
    internal static IEnumerable<object> RowsOf(Document document) => document is IApproved approved ? approved.Approvals.Steps : [];

    /// <summary>The steps of one document, the earliest first.</summary>
    public static IQueryable<Approval> ApprovalsOf(this ServiceDb db, Guid document) =>
        db.Approvals.Where(a => a.DocumentId == document).OrderBy(a => a.Index);

    /// <summary>Loads them for work or to be shown, where it has any.</summary>
    public static async Task LoadApprovalsAsync(this ServiceDb db, Document document, CancellationToken cancel)
    {
        if (document is IApproved approved) approved.Approvals.Load(await db.ApprovalsOf(document.Id).ToListAsync(cancel));
    }
}
