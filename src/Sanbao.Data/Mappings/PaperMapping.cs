using Microsoft.EntityFrameworkCore;
using Sanbao.Domain.Papers;

namespace Sanbao.Data.Mappings;

/// <summary>One table for the papers of all kinds of documents; <see cref="PaperTracking"/> follows what documents say of theirs.</summary>
internal static class PaperMapping
{
    /// <summary>Last of the mappings: it looks at the documents there are.</summary>
    public static void Map(ModelBuilder model)
    {
        var filed = model.Model.GetEntityTypes().Select(t => t.ClrType).Where(t => t.IsAssignableTo(typeof(FiledDocument)));
        foreach (var type in filed.ToList())
            model.Entity(type).Ignore(nameof(FiledDocument.Papers)).Ignore(nameof(FiledDocument.RemovedPapers));
        model.Entity<Paper>(paper =>
        {
            paper.ToTable("doc_papers").HasKey(p => p.Id);
            paper.HasIndex(p => p.DocumentId);
            paper.Ignore(p => p.IsPicture);
        });
    }
}
