using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Sanbao.Data.Search;

namespace Sanbao.Data.Writing;

/// <summary>SQLite has one writer; this is it. Statements stay prepared for the life of the connection.</summary>
internal sealed class SqliteSession : WriteSession
{
    private readonly SqliteConnection connection;
    private readonly DbContextOptions<SqliteServiceDb> options;
    private readonly Dictionary<object, SqliteCommand> prepared = [];
    private SqliteTransaction? transaction;

    public SqliteSession(ServiceDatabase database)
    {
        // Not pooled: prepared statements must not wander to readers.
        connection = new(new SqliteConnectionStringBuilder(database.ConnectionString) { Pooling = false }.ConnectionString);
        connection.Open();
        SqlitePragmas.Apply(connection);
        SqlitePragmas.ForWriter(connection);
        var builder = new DbContextOptionsBuilder<SqliteServiceDb>().UseSqlite(connection);
        database.Extend(builder);
        options = builder.Options;
    }

    public override Task BeginAsync()
    {
        transaction = connection.BeginTransaction(deferred: false);
        return Task.CompletedTask;
    }

    public override void Mark() => transaction!.Save("unit");

    public override Task SaveUnitAsync(List<Row> rows, List<SearchWords> words)
    {
        foreach (var row in rows) Execute(Prepared(row.Plan, () => row.Plan.Insert(i => $"@p{i}"), row.Values.Length), row.Values);
        foreach (var word in words)
            Execute(Prepared(word.Table, () => $"INSERT INTO {word.Table}(rowid, words) VALUES (@p0, @p1)", 2),
                [word.Seq, word.ForSqlite()]);
        transaction!.Release("unit");
        return Task.CompletedTask;
    }

    public override Task GoBackAsync()
    {
        transaction!.Rollback("unit");
        transaction.Release("unit");
        return Task.CompletedTask;
    }

    public override long LockCounter(string name)
    {
        var command = Prepared("lock counter", () => LockStatement("@p0"), 1);
        Fill(command, [name]);
        return (long)command.ExecuteScalar()!;
    }

    public override Task CommitAsync(CounterBook counters)
    {
        foreach (var (name, value) in counters.Values)
            Execute(Prepared("save counter", () => SaveStatement("@p0", "@p1"), 2), [name, value]);
        transaction!.Commit();
        End();
        return Task.CompletedTask;
    }

    public override Task RollbackAsync()
    {
        transaction?.Rollback();
        End();
        return Task.CompletedTask;
    }

    public override ServiceDb OpenContext()
    {
        var db = new SqliteServiceDb(options);
        db.Database.UseTransaction(transaction);
        return db;
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (var command in prepared.Values) await command.DisposeAsync();
        await connection.DisposeAsync();
    }

    private SqliteCommand Prepared(object key, Func<string> text, int parameters)
    {
        if (!prepared.TryGetValue(key, out var command))
        {
            command = connection.CreateCommand();
#pragma warning disable CA2100 // Tables and columns come from the model, values are parameters.
            command.CommandText = text();
#pragma warning restore CA2100
            for (var i = 0; i < parameters; i++) command.Parameters.Add(new SqliteParameter { ParameterName = $"@p{i}" });
            prepared.Add(key, command);
        }
        command.Transaction = transaction;
        return command;
    }

    private static void Execute(SqliteCommand command, object?[] values)
    {
        Fill(command, values);
        command.ExecuteNonQuery();
    }

    private static void Fill(SqliteCommand command, object?[] values)
    {
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
    }

    private void End()
    {
        transaction?.Dispose();
        transaction = null;
    }
}
