using Npgsql;
using Sanbao.Data.Search;

namespace Sanbao.Data.Writing;

/// <summary>One connection of the queue. A unit is one round trip; statements prepare themselves after their first uses.</summary>
internal sealed class PostgresSession(string connectionString) : WriteSession
{
    /// <summary>Above so many rows a COPY for each table costs less than statements.</summary>
    private const int MostSingly = 300;

    private readonly Dictionary<object, string> statements = [];
    private NpgsqlConnection? connection;
    private NpgsqlTransaction? transaction;
    private bool marked;

    public override async Task BeginAsync()
    {
        if (connection is null)
        {
            connection = new NpgsqlConnection(connectionString);
            await connection.OpenAsync();
        }
        transaction = await connection.BeginTransactionAsync();
    }

    // The savepoint travels with the unit's rows; a counter locked before it stays locked when the unit goes back.
    public override void Mark() => marked = false;

    public override Task SaveUnitAsync(List<Row> rows, List<SearchWords> words) =>
        rows.Count > MostSingly ? CopyUnitAsync(rows, words) : InsertUnitAsync(rows, words);

    // Imports and demo data: one COPY a table, parents first, as the rows came.
    private async Task CopyUnitAsync(List<Row> rows, List<SearchWords> words)
    {
        await transaction!.SaveAsync("unit");
        marked = true;
        foreach (var table in rows.GroupBy(r => r.Plan)) await PostgresCopy.RowsAsync(connection!, table.Key, table);
        foreach (var table in words.GroupBy(w => w.Table)) await PostgresCopy.WordsAsync(connection!, table.Key, [.. table]);
        await transaction.ReleaseAsync("unit");
    }

    private async Task InsertUnitAsync(List<Row> rows, List<SearchWords> words)
    {
        await using var batch = new NpgsqlBatch(connection, transaction);
        batch.BatchCommands.Add(new NpgsqlBatchCommand("SAVEPOINT unit"));
        foreach (var row in rows) batch.BatchCommands.Add(Command(row.Plan, () => row.Plan.Insert(i => $"${i + 1}"), row.Values));
        foreach (var word in words)
            batch.BatchCommands.Add(Command(
                word.Table, () => $"INSERT INTO {word.Table}(seq, words) VALUES ($1, $2::tsvector)", [word.Seq, word.ForPostgres()]));
        batch.BatchCommands.Add(new NpgsqlBatchCommand("RELEASE SAVEPOINT unit"));
        marked = true;
        await batch.ExecuteNonQueryAsync();
    }

    public override async Task GoBackAsync()
    {
        if (!marked) return;
        await transaction!.RollbackAsync("unit");
        await transaction.ReleaseAsync("unit");
    }

    public override long LockCounter(string name)
    {
        using var command = new NpgsqlCommand(LockStatement("$1"), connection, transaction);
        command.Parameters.Add(new NpgsqlParameter { Value = name });
        return (long)command.ExecuteScalar()!;
    }

    public override async Task CommitAsync(CounterBook counters)
    {
        await using var batch = new NpgsqlBatch(connection, transaction);
        foreach (var (name, value) in counters.Values)
            batch.BatchCommands.Add(Command("save counter", () => SaveStatement("$1", "$2"), [name, value]));
        if (batch.BatchCommands.Count > 0) await batch.ExecuteNonQueryAsync();
        await transaction!.CommitAsync();
        await transaction.DisposeAsync();
        transaction = null;
    }

    // Disposing rolls back; a connection that is broken must not be asked to.
    public override Task RollbackAsync() => EndAsync();

    public override ServiceDb OpenContext() => throw new NotSupportedException("Updates run directly on PostgreSQL.");

    public override async ValueTask DisposeAsync() => await EndAsync();

    private NpgsqlBatchCommand Command(object key, Func<string> text, object?[] values)
    {
        if (!statements.TryGetValue(key, out var statement)) statements.Add(key, statement = text());
        var command = new NpgsqlBatchCommand(statement);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        return command;
    }

    private async Task EndAsync()
    {
        if (transaction is not null) await transaction.DisposeAsync();
        if (connection is not null) await connection.DisposeAsync();
        (transaction, connection) = (null, null);
    }
}
