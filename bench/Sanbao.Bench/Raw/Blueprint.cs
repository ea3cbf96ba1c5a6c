using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore;

namespace Sanbao.Bench.Raw;

/// <summary>Where a value of a new row comes from.</summary>
internal abstract record Slot
{
    /// <summary>As it stood in the row that was copied.</summary>
    internal sealed record Same(object? Value) : Slot;

    /// <summary>A key made for each new unit; equal numbers are the same key.</summary>
    internal sealed record Key(int Number) : Slot;

    /// <summary>The count of the unit.</summary>
    internal sealed record Count : Slot;

    /// <summary>The count of the unit as text.</summary>
    internal sealed record CountText : Slot;
}

internal sealed record Insert(string Table, string[] Columns, Slot[] Slots)
{
    public string Into => $"{Table}({string.Join(", ", Columns.Select(c => $"\"{c}\""))})";
}

/// <summary>The rows of one request with fresh keys and counts in place of what must be unique.</summary>
internal sealed record Blueprint(IReadOnlyList<Insert> Inserts, string Words)
{
    private static readonly string[] Searched = ["number", "description", "customer_name", "serial", "model", "reporter_name"];

    public static Blueprint Of(List<Row> rows)
    {
        var keys = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in rows)
            if (row.Entity.FindPrimaryKey() is { Properties: [{ } only] } && IsKey(only))
                keys.TryAdd(Text(row[only.GetColumnName()]), keys.Count);
        return new([.. rows.Select(row => Of(row, keys))], SearchText(rows[0]));
    }

    private static Insert Of(Row row, Dictionary<string, int> keys)
    {
        var slots = row.Values.Select(v =>
            v is not null && keys.TryGetValue(Text(v), out var key) ? (Slot)new Slot.Key(key) : new Slot.Same(v)).ToArray();
        foreach (var unique in Uniques(row.Entity))
        {
            var places = unique.Select(p => Array.IndexOf(row.Columns, p.GetColumnName())).ToList();
            if (places.Any(p => slots[p] is not Slot.Same { Value: not null })) continue;
            slots[places[^1]] = unique[^1].ClrType == typeof(string) ? new Slot.CountText() : new Slot.Count();
        }
        return new(row.Table, row.Columns, slots);
    }

    private static IEnumerable<IReadOnlyList<IProperty>> Uniques(IEntityType entity) =>
        [entity.FindPrimaryKey()!.Properties, .. entity.GetIndexes().Where(i => i.IsUnique).Select(i => i.Properties)];

    private static bool IsKey(IProperty property) => property.ClrType == typeof(Guid);

    private static string Text(object? value) => value is byte[] bytes ? Convert.ToHexString(bytes) : value?.ToString() ?? "";

    private static string SearchText(Row request) => string.Join(' ', Searched.Select(column => request[column]));
}
