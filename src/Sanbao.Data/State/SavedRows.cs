using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Sanbao.Data.Journal;
using Sanbao.Data.Writing;
using Sanbao.Domain.Kernel;

namespace Sanbao.Data.State;

/// <summary>
/// The rows that a save is about to write, by the document whose journal proves them; those of no document are the company's.
/// </summary>
internal sealed class SavedRows
{
    private readonly Dictionary<Guid, List<(string Row, string? Seal)>> byDocument = [];
    private readonly EntityInserter rows;

    private SavedRows(EntityInserter rows) => this.rows = rows;

    public static SavedRows Of(ServiceDb db)
    {
        var saved = new SavedRows(EntityInserter.Of(db.Model));
        foreach (var entry in db.ChangeTracker.Entries())
            if (entry.Entity is not Document && !LeftOut.Table(entry.Metadata.ClrType)) saved.Note(entry);
        return saved;
    }

    /// <summary>
    /// What the save leaves of the document: its own row, and those of its parts that the save writes (null: it takes the row away).
    /// </summary>
    public IReadOnlyCollection<(string Row, string? Seal)> Take(Document document) =>
        byDocument.Remove(document.Id, out var parts) ? [rows.SealOf(document), .. parts] : [rows.SealOf(document)];

    /// <summary>What changed without a line of its document is a fault of the code.</summary>
    public void RequireNone()
    {
        if (byDocument.Values.SelectMany(parts => parts).FirstOrDefault() is { Row: { } row })
            throw new InvalidOperationException($"{row} changed without a journal line.");
    }

    private void Note(EntityEntry entry)
    {
        var (row, owner) = (rows.RowOf(entry.Entity), rows.OwnerOf(entry.Metadata));
        if (IsWritten(entry)) Note(owner is null ? null : entry.CurrentValues[owner], row.Name, row.Seal);
        if (IsTaken(entry, owner)) Note(owner is null ? null : entry.OriginalValues[owner], row.Name, null);
    }

    private void Note(object? owner, string row, string? seal)
    {
        var document = owner is Guid id ? id : CompanyJournal.Only;
        if (!byDocument.TryGetValue(document, out var parts)) byDocument.Add(document, parts = []);
        parts.Add((row, seal));
    }

    private static bool IsWritten(EntityEntry entry) =>
        entry.State is EntityState.Added
        || entry.State is EntityState.Modified && entry.Properties.Any(p => p.IsModified && !LeftOut.Column(p.Metadata.PropertyInfo!));

    /// <summary>It is deleted, or passes to another document.</summary>
    private static bool IsTaken(EntityEntry entry, IProperty? owner) =>
        entry.State is EntityState.Deleted || entry.State is EntityState.Modified && owner is not null && entry.Property(owner).IsModified;
}
