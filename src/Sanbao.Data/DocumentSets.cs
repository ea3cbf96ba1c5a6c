using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Sanbao.Domain.Kernel;

namespace Sanbao.Data;

/// <summary>Every kind of document that the model maps, for what holds for all of them.</summary>
public static class DocumentSets
{
    private static readonly MethodInfo SetOf = typeof(DbContext).GetMethod(nameof(DbContext.Set), 1, [])!;

    /// <summary>The documents, one query for each kind.</summary>
    public static IEnumerable<IQueryable<Document>> Documents(this ServiceDb db) =>
        from type in db.Model.GetEntityTypes()
        where typeof(Document).IsAssignableFrom(type.ClrType)
        select (IQueryable<Document>)SetOf.MakeGenericMethod(type.ClrType).Invoke(db, null)!;
}
