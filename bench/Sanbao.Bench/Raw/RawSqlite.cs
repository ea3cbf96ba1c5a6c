using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Sanbao.Data;
using Sanbao.Data.Search;

namespace Sanbao.Bench.Raw;

/// <summary>The same statements by ADO.NET on one connection, one commit for each unit, on disk before the next begins.</summary>
internal sealed class RawSqlite(string connectionString) : IRaw
{
    // Ahead of every count that the product will give, and never the same twice.
    private long count = DateTimeOffset.UtcNow.ToUnixTimeSeconds() * 1_000_000_000;

    public string Name => "ADO.NET, one connection";

    public Task<double> Writes(Blueprint blueprint, int seconds) => Writes(blueprint, seconds, unitsPerCommit: 1);

    /// <summary>Units a second with so many of them in each durable transaction.</summary>
    public async Task<double> Writes(Blueprint blueprint, int seconds, int unitsPerCommit)
    {
        await using var connection = await Open();
        var counters = Prepare(connection, "UPDATE com_counters SET value = value + 1 WHERE name = @p0 OR name LIKE @p1", 2);
        (counters.Parameters[0].Value, counters.Parameters[1].Value) =
            (Counter.OfSeq("request"), "number/FW/" + DateTime.UtcNow.Year.ToString(CultureInfo.InvariantCulture));
        var search = Prepare(connection, "INSERT INTO req_requests_search(rowid, words) VALUES (@p0, @p1)", 2);
        search.Parameters[1].Value = string.Join(' ', Bigrams.Words(blueprint.Words));
        var inserts = blueprint.Inserts.Select(i => (Insert: i, Command: Prepare(connection,
            $"INSERT INTO {i.Into} VALUES ({string.Join(", ", i.Columns.Select((_, n) => $"@p{n}"))})", i.Columns.Length))).ToList();
        return unitsPerCommit * Rate(seconds, () => Write(connection, counters, search, inserts, unitsPerCommit));
    }

    public async Task<double> Reads(string sql, int seconds)
    {
        await using var connection = await Open();
        var command = Prepare(connection, sql, 0);
        return Rate(seconds, () =>
        {
            using var reader = command.ExecuteReader();
            var values = new object[reader.FieldCount];
            while (reader.Read()) reader.GetValues(values);
        });
    }

    private void Write(SqliteConnection connection, SqliteCommand counters, SqliteCommand search,
        List<(Insert Insert, SqliteCommand Command)> inserts, int units)
    {
        using var transaction = connection.BeginTransaction();
        counters.Transaction = search.Transaction = transaction;
        counters.ExecuteNonQuery();
        for (var i = 0; i < units; i++) WriteUnit(transaction, search, inserts);
        transaction.Commit();
    }

    private void WriteUnit(SqliteTransaction transaction, SqliteCommand search, List<(Insert Insert, SqliteCommand Command)> inserts)
    {
        count++;
        foreach (var (insert, command) in inserts)
        {
            command.Transaction = transaction;
            for (var i = 0; i < insert.Slots.Length; i++) command.Parameters[i].Value = Value(insert.Slots[i]) ?? DBNull.Value;
            command.ExecuteNonQuery();
        }
        search.Parameters[0].Value = count;
        search.ExecuteNonQuery();
    }

    private object? Value(Slot slot) => slot switch
    {
        Slot.Same same => same.Value,
        Slot.Key key => Key(key.Number),
        Slot.Count => count,
        Slot.CountText => count.ToString(CultureInfo.InvariantCulture),
        _ => throw new UnreachableException(),
    };

    // In order of time, as the product's keys are.
    private byte[] Key(int number)
    {
        var key = new byte[16];
        BinaryPrimitives.WriteInt64BigEndian(key, count);
        key[15] = (byte)number;
        return key;
    }

    private async Task<SqliteConnection> Open()
    {
        var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync();
        SqlitePragmas.Apply(connection);
        return connection;
    }

    private static SqliteCommand Prepare(SqliteConnection connection, string sql, int parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < parameters; i++) command.Parameters.Add(new SqliteParameter($"@p{i}", null));
        return command;
    }

    private static double Rate(int seconds, Action once)
    {
        once();
        var (watch, done) = (Stopwatch.StartNew(), 0);
        for (; watch.Elapsed.TotalSeconds < seconds; done++) once();
        return done / watch.Elapsed.TotalSeconds;
    }
}
