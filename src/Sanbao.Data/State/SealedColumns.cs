using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Sanbao.Data.State;

/// <summary>
/// What of a table's rows the journal proves, and by which name a line calls a row: <c>req_events/2</c>, or the table alone.
/// </summary>
internal sealed class SealedColumns
{
    private readonly string table;
    private readonly int[] columns;
    private readonly int[] since;
    private readonly string[] names;
    private readonly int[] key;
    private readonly int ownerPlace;

    /// <param name="properties">In the order of a row's values.</param>
    public SealedColumns(IEntityType type, IProperty[] properties)
    {
        table = type.GetTableName()!;
        Owner = OwnerOf(type);
        ownerPlace = Array.IndexOf(properties, Owner);
        columns = [.. Enumerable.Range(0, properties.Length).Where(i => !LeftOut.Column(properties[i].PropertyInfo!))
            .OrderBy(i => properties[i].GetColumnName(), StringComparer.Ordinal)];
        since = Array.ConvertAll(columns, i => Since.Of(properties[i]));
        names = Array.ConvertAll(columns, i => properties[i].GetColumnName());
        // A document's line needs no key of the document, a part of it none of its owner.
        key = [.. type.FindPrimaryKey()!.Properties.Where(p => p != Owner).Select(p => Array.IndexOf(properties, p))];
    }

    /// <summary>What says whose the row is: the document's own id, or a part's reference to it; null: the row is the company's.</summary>
    public IProperty? Owner { get; }

    /// <summary>A document's own row, not one of its parts.</summary>
    public bool IsDocument => key.Length == 0;

    /// <summary>Whose a stored row is.</summary>
    public Guid OwnerOf(object?[] values) => values[ownerPlace] switch
    {
        Guid id => id,
        byte[] { Length: 16 } id => new(id, bigEndian: true),
        _ => Guid.Empty,
    };

    /// <summary>What a line calls the row.</summary>
    public string NameOf(object?[] values) => key.Length == 0 ? table : string.Join('/', key.Select(i => Text(values[i])).Prepend(table));

    /// <summary>What a line says of the row.</summary>
    public string Of(object?[] values, int version = RowSeal.Version) => RowSeal.Of(values, Columns(version));

    /// <summary>The columns in which a row differs from what was said of it, as far as that can be told.</summary>
    public IEnumerable<string> Differences(string said, string now, int version)
    {
        var places = Columns(version);
        return RowSeal.Differences(said, now).Select(i => names[Array.IndexOf(columns, places[i])]);
    }

    private int[] Columns(int version) =>
        Array.TrueForAll(since, s => s <= version) ? columns : [.. columns.Where((_, i) => since[i] <= version)];

    private static IProperty? OwnerOf(IEntityType type) =>
        typeof(Domain.Kernel.Document).IsAssignableFrom(type.ClrType) ? type.FindPrimaryKey()!.Properties[0]
        : type.FindProperty("DocumentId")
        ?? type.GetForeignKeys().FirstOrDefault(k => k.PrincipalToDependent is { IsCollection: true })?.Properties[0];

    private static string Text(object? value) => value switch
    {
        byte[] { Length: 16 } id => new Guid(id, bigEndian: true).ToString(),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
