using Sanbao.Domain.Kernel;

namespace Sanbao.Data;

/// <summary>
/// The one way in which people are told something: a notice for each person, in the save of what is told, so that nothing is told twice
/// and nothing is told that was not done. Every channel takes what it sends from the notices (docs/decisions/0026).
/// </summary>
public static class NoticeTracking
{
    /// <summary>Writes what the changed documents have to tell.</summary>
    internal static void Follow(ServiceDb db)
    {
        foreach (var entry in db.ChangeTracker.Entries<Document>().Where(e => e.Entity.Hearings.Count > 0).ToList())
        {
            db.AddRange(NoticesOf(entry.Entity));
            entry.Entity.Heard();
        }
    }

    /// <summary>What a document has to tell since its last save, one for each person.</summary>
    internal static IEnumerable<Notice> NoticesOf(Document document) => document.Hearings.Select(heard => new Notice(document, heard));
}
