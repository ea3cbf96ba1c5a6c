using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Sanbao.Domain.Kernel;
using Sanbao.Domain.Promises;

namespace Sanbao.Data;

/// <summary>Every kind of document that the model maps, for what holds for all of them.</summary>
public static class DocumentSets
{
    private static readonly MethodInfo SetOf = typeof(DbContext).GetMethod(nameof(DbContext.Set), 1, [])!;
    private static readonly ConcurrentDictionary<Type, string> Kinds = new();

    /// <summary>The documents, one query for each kind.</summary>
    public static IEnumerable<IQueryable<Document>> Documents(this ServiceDb db) => Types(db).Select(type => Set(db, type));

    /// <summary>The documents of one kind (<see cref="Document.Kind"/>).</summary>
    public static IQueryable<Document> Documents(this ServiceDb db, string kind) =>
        Set(db, Types(db).Single(type => KindOf(type.ClrType) == kind));

    /// <summary>Those that owe something, one query for each kind, with what decides their deadlines.</summary>
    public static IEnumerable<IQueryable<Document>> Promising(this ServiceDb db) =>
        from type in Types(db)
        where typeof(IPromises).IsAssignableFrom(type.ClrType)
        select type.GetNavigations().Where(n => n.PropertyInfo?.IsDefined(typeof(DecidesDeadlinesAttribute)) == true)
            .Aggregate(Set(db, type), (all, part) => all.Include(part.Name));

    /// <summary>The kinds whose documents lie in one of these tables.</summary>
    public static IEnumerable<string> KindsIn(this ServiceDb db, IReadOnlyCollection<string> tables) =>
        Types(db).Where(type => tables.Contains(type.GetTableName())).Select(type => KindOf(type.ClrType));

    /// <summary>The kinds that are numbered.</summary>
    public static IEnumerable<string> NumberedKinds(this ServiceDb db) =>
        Types(db).Where(type => typeof(INumbered).IsAssignableFrom(type.ClrType)).Select(type => KindOf(type.ClrType));

    /// <summary>The last number given of each form and year: <c>FW-2026</c>, 123.</summary>
    public static async Task<Dictionary<string, long>> NumbersGivenAsync(this ServiceDb db, CancellationToken cancel = default)
    {
        var given = await db.Counters.AsNoTracking().Where(c => c.Name.StartsWith(Counter.Numbers)).ToListAsync(cancel);
        return given.ToDictionary(c => c.Name[Counter.Numbers.Length..].Replace('/', '-'), c => c.Value);
    }

    /// <summary>A kind is the same for every document of a class, one that was never filled included.</summary>
    internal static string KindOf(Type type) => Kinds.GetOrAdd(type, t => ((Document)RuntimeHelpers.GetUninitializedObject(t)).Kind);

    private static IEnumerable<IEntityType> Types(ServiceDb db) =>
        db.Model.GetEntityTypes().Where(type => typeof(Document).IsAssignableFrom(type.ClrType));

    private static IQueryable<Document> Set(ServiceDb db, IEntityType type) =>
        (IQueryable<Document>)SetOf.MakeGenericMethod(type.ClrType).Invoke(db, null)!;
}
