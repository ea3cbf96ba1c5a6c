using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Sanbao.Data;

namespace Sanbao.Bench.Raw;

/// <summary>One row as it stands in the database. On PostgreSQL every value is its text, as a literal takes it.</summary>
internal sealed record Row(IEntityType Entity, string[] Columns, object?[] Values)
{
    public string Table => Entity.GetTableName()!;

    public object? this[string column] => Values[Array.IndexOf(Columns, column)];
}

/// <summary>Finds what the product wrote for one request, so that the raw measurement writes the same and stays true when tables
/// change.</summary>
internal static class WrittenRows
{
    /// <summary>Every row that names the request; the request itself comes first, as foreign keys want it.</summary>
    public static async Task<List<Row>> Of(ServiceDb db, Guid request)
    {
        var rows = new List<Row>();
        await db.Database.OpenConnectionAsync();
        foreach (var entity in db.Model.GetEntityTypes().OrderByDescending(e => e.GetTableName() == "req_requests"))
        {
            var keys = entity.GetProperties().Where(p => p.ClrType == typeof(Guid) || p.ClrType == typeof(Guid?)).ToList();
            if (keys.Count > 0) rows.AddRange(await Naming(db, entity, keys, request));
        }
        return rows;
    }

    private static async Task<List<Row>> Naming(ServiceDb db, IEntityType entity, List<IProperty> keys, Guid request)
    {
        var columns = entity.GetProperties().Concat(entity.GetComplexProperties().SelectMany(Inside)).Select(p => p.GetColumnName())
            .ToArray();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"""
            SELECT {string.Join(", ", columns.Select(c => db.IsSqlite ? $"\"{c}\"" : $"\"{c}\"::text"))} FROM {entity.GetTableName()}
            WHERE {string.Join(" OR ", keys.Select(k => $"{k.GetColumnName()} = @id"))}
            """;
        var id = command.CreateParameter();
        (id.ParameterName, id.Value) = ("@id", keys[0].FindRelationalTypeMapping()?.Converter?.ConvertToProvider(request) ?? request);
        command.Parameters.Add(id);
        var rows = new List<Row>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var values = new object[columns.Length];
            reader.GetValues(values);
            rows.Add(new(entity, columns, [.. values.Select(v => v is DBNull ? null : v)]));
        }
        return rows;
    }

    private static IEnumerable<IProperty> Inside(IComplexProperty complex) =>
        complex.ComplexType.GetProperties().Concat(complex.ComplexType.GetComplexProperties().SelectMany(Inside));
}
