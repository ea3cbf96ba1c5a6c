using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Sanbao.Data.State;

namespace Sanbao.Data.Writing;

/// <summary>How entities of one type become rows of one table: read from EF's model, so that it can never differ from it.</summary>
internal sealed class RowPlan
{
    private readonly Func<object, object?>[] values;
    private readonly string[] types;
    private readonly (Func<object, IEnumerable<object>> Of, Action<object, object> Join)[] children;
    private readonly Lazy<SealedColumns> sealedColumns;

    public RowPlan(IEntityType type)
    {
        Table = type.GetTableName()!;
        var properties = type.GetFlattenedProperties().ToArray();
        sealedColumns = new(() => new SealedColumns(type, properties));
        Columns = properties.Select(p => p.GetColumnName()).ToArray();
        types = [.. properties.Select(p => p.GetRelationalTypeMapping().StoreTypeNameBase)];
        Stored = [.. properties.Select(StoredTypeOf)];
        values = [.. properties.Select(ValueOf)];
        children = [.. type.GetNavigations().Where(n => n.IsCollection && !n.IsOnDependent).Select(ChildrenOf)];
    }

    public string Table { get; }
    public IReadOnlyList<string> Columns { get; }

    /// <summary>Place of a column among the values; -1: there is none.</summary>
    public int PlaceOf(string column) => Array.IndexOf((string[])Columns, column);

    /// <summary>As which types the values are given to the database, and come back from it.</summary>
    public IReadOnlyList<Type> Stored { get; }

    /// <summary>What of a row the journal proves.</summary>
    public SealedColumns Sealed => sealedColumns.Value;

    /// <summary>The database's own names of the columns' types, which COPY in its binary form must be told.</summary>
    public IReadOnlyList<string> Types => types;

    /// <summary>The statement that takes many rows at once.</summary>
    public string Copy() => $"COPY {Table} ({string.Join(", ", Columns.Select(c => $"\"{c}\""))}) FROM STDIN (FORMAT BINARY)";

    /// <summary>The statement with a placeholder for each column, e.g. <c>@p0</c> or <c>$1</c>.</summary>
    public string Insert(Func<int, string> placeholder) =>
        $"INSERT INTO {Table} ({string.Join(", ", Columns.Select(c => $"\"{c}\""))}) "
            + $"VALUES ({string.Join(", ", Columns.Select((_, i) => placeholder(i)))})";

    /// <summary>The entity's values as the database takes them, in the order of <see cref="Columns"/>.</summary>
    public object?[] Values(object entity) => Array.ConvertAll(values, value => value(entity));

    /// <summary>The entities of its collections, each told to whom it belongs.</summary>
    public IEnumerable<object> Children(object entity)
    {
        foreach (var (of, join) in children)
            foreach (var child in of(entity))
            {
                join(child, entity);
                yield return child;
            }
    }

    private static Func<object, object?> ValueOf(IProperty property)
    {
        var entity = Expression.Parameter(typeof(object));
        Expression value = Expression.Convert(entity, RootOf(property.DeclaringType).ClrType);
        foreach (var member in PathTo(property)) value = Expression.MakeMemberAccess(value, member);
        var read = Expression.Lambda<Func<object, object?>>(Expression.Convert(value, typeof(object)), entity).Compile();
        var converter = property.GetRelationalTypeMapping().Converter;
        return converter is null ? read : e => converter.ConvertToProvider(read(e));
    }

    private static Type StoredTypeOf(IProperty property)
    {
        var type = property.GetRelationalTypeMapping().Converter?.ProviderClrType ?? property.ClrType;
        return Nullable.GetUnderlyingType(type) ?? type;
    }

    private static ITypeBase RootOf(ITypeBase type) => type is IComplexType complex ? RootOf(complex.ComplexProperty.DeclaringType) : type;

    private static IEnumerable<MemberInfo> PathTo(IPropertyBase property) =>
        property.DeclaringType is IComplexType complex
            ? PathTo(complex.ComplexProperty).Append(property.PropertyInfo!)
            : [property.PropertyInfo!];

    // The foreign key's setter is private to the noun; EF sets it the same way.
    private static (Func<object, IEnumerable<object>>, Action<object, object>) ChildrenOf(INavigation navigation)
    {
        var (foreign, principal) =
            (navigation.ForeignKey.Properties.Single().PropertyInfo!, navigation.ForeignKey.PrincipalKey.Properties.Single().PropertyInfo!);
        var collection = navigation.PropertyInfo!;
        return (entity =>
            (IEnumerable<object>)collection.GetValue(entity)!, (child, parent) => foreign.SetValue(child, principal.GetValue(parent)));
    }
}
