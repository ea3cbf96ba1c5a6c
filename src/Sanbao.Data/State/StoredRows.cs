using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Sanbao.Data.Writing;

namespace Sanbao.Data.State;

/// <summary>
/// Rows as they stand in the database, read past the model: their values are those that were given to the database, letter by letter, and
/// what is no such value is seen for what it is instead of stopping the reading.
/// </summary>
internal sealed class StoredRows(ServiceDb db)
{
    /// <summary>Stands in the place of what cannot be read as its column's type.</summary>
    private const string Unreadable = "?";

    private static readonly Type[] Whole = [typeof(bool), typeof(int), typeof(long)];
    private static readonly Type[] NotWhole = [typeof(string), typeof(byte[]), typeof(double)];

    /// <summary>All rows of a table.</summary>
    public Task<List<object?[]>> AllAsync(RowPlan plan, CancellationToken cancel) => ReadAsync(plan, "", null, cancel);

    /// <summary>The rows whose owner lies in a stretch of ids.</summary>
    public Task<List<object?[]>> OfAsync(RowPlan plan, Stretch stretch, CancellationToken cancel)
    {
        var owner = plan.Sealed.Owner!.GetColumnName();
        var ends = new List<string>();
        if (stretch.After is not null) ends.Add($"\"{owner}\" > @after");
        if (stretch.Until is not null) ends.Add($"\"{owner}\" <= @until");
        return ReadAsync(plan, ends.Count == 0 ? "" : "WHERE " + string.Join(" AND ", ends), stretch, cancel);
    }

    private async Task<List<object?[]>> ReadAsync(RowPlan plan, string which, Stretch? stretch, CancellationToken cancel)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // Tables and columns come from the model.
        command.CommandText = $"SELECT {string.Join(", ", plan.Columns.Select(c => $"\"{c}\""))} FROM {plan.Table} {which}";
#pragma warning restore CA2100
        if (stretch is { } ids) Fill(command, ids);
        var rows = new List<object?[]>();
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel)) rows.Add([.. plan.Stored.Select((type, i) => Value(reader, i, type))]);
        return rows;
    }

    private void Fill(DbCommand command, Stretch stretch)
    {
        if (stretch.After is { } after) Add("@after", after);
        if (stretch.Until is { } until) Add("@until", until);

        void Add(string name, Guid id)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, db.IsSqlite ? id.ToByteArray(bigEndian: true) : id);
            command.Parameters.Add(parameter);
        }
    }

    private static object? Value(DbDataReader reader, int place, Type type)
    {
        if (reader.IsDBNull(place)) return null;
        // SQLite keeps anything in any column, and reads every text as some number.
        if (Array.IndexOf(Whole, type) >= 0 && Array.IndexOf(NotWhole, reader.GetFieldType(place)) >= 0) return Unreadable;
        try
        {
            return type == typeof(string) ? reader.GetString(place)
                : type == typeof(bool) ? reader.GetBoolean(place)
                : type == typeof(int) ? reader.GetInt32(place)
                : type == typeof(long) ? reader.GetInt64(place)
                : type == typeof(decimal) ? reader.GetDecimal(place)
                : type == typeof(DateTime) ? reader.GetDateTime(place)
                : type == typeof(DateOnly) ? reader.GetFieldValue<DateOnly>(place)
                : type == typeof(Guid) ? reader.GetGuid(place)
                : type == typeof(byte[]) ? reader.GetFieldValue<byte[]>(place)
                : throw new NotSupportedException($"A {type.Name} cannot be read past the model.");
        }
        catch (Exception why) when (why is FormatException or InvalidCastException or OverflowException)
        {
            return Unreadable;
        }
    }
}

/// <summary>The ids behind one (exclusive; null: from the beginning) up to another (inclusive; null: to the end).</summary>
internal readonly record struct Stretch(Guid? After, Guid? Until);
