using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Sanbao.Domain.Kernel;

namespace Sanbao.Data;

/// <summary>Every kind of document that the model maps, for what holds for all of them.</summary>
public static class DocumentSets
{
    private static readonly MethodInfo SetOf = typeof(DbContext).GetMethod(nameof(DbContext.Set), 1, [])!;
    private static readonly ConcurrentDictionary<Type, string> Kinds = new();

    /// <summary>The documents, one query for each kind.</summary>
    public static IEnumerable<IQueryable<Document>> Documents(this ServiceDb db) => Types(db).Select(type => Set(db, type));

    /// <summary>The documents of one kind (<see cref="Document.Kind"/>).</summary>
    public static IQueryable<Document> Documents(this ServiceDb db, string kind) => Set(db, Types(db).Single(type => KindOf(type.ClrType) == kind));

    private static IEnumerable<IEntityType> Types(ServiceDb db) => db.Model.GetEntityTypes().Where(type => typeof(Document).IsAssignableFrom(type.ClrType));

    // A kind is the same for every document of a class, one that was never filled included.
    private static string KindOf(Type type) => Kinds.GetOrAdd(type, t => ((Document)RuntimeHelpers.GetUninitializedObject(t)).Kind);

    private static IQueryable<Document> Set(ServiceDb db, IEntityType type) => (IQueryable<Document>)SetOf.MakeGenericMethod(type.ClrType).Invoke(db, null)!;
}
