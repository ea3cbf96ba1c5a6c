using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Sanbao.Data;

/// <summary>
/// SQLite's settings hold for one connection, so each gets them when it first opens: every commit on disk before its answer, 15 s of
/// patience for another writer, half a megabyte of pages, because there may be as many connections as callers and the system keeps the
/// pages of the file anyway, and no mapped memory (1.5 GB were resident otherwise).
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Settings =
        "PRAGMA synchronous=FULL; PRAGMA busy_timeout=15000; PRAGMA foreign_keys=ON; PRAGMA cache_size=-512; PRAGMA mmap_size=0; "
            + "PRAGMA temp_store=MEMORY;";

    public override InterceptionResult<DbConnection> ConnectionCreating(ConnectionCreatingEventData eventData,
        InterceptionResult<DbConnection> result) =>
        InterceptionResult<DbConnection>.SuppressWithResult(KeptConnection.Of(eventData.ConnectionString!));

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData,
        CancellationToken cancel = default)
    {
        Apply(connection);
        return Task.CompletedTask;
    }

    public static void Apply(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Settings;
        command.ExecuteNonQuery();
    }

    /// <summary>
    /// The one writer has 8 MB of pages: a batch of an import touches many more indexes, which would go to the log and back
    /// within its own transaction.
    /// </summary>
    public static void ForWriter(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA cache_size=-8192; PRAGMA wal_autocheckpoint=4000;";
        command.ExecuteNonQuery();
    }

    /// <summary>The file, made if there is none: readers and the writer do not wait for each other, which it remembers.</summary>
    public static async Task MakeFileAsync(string connectionString, CancellationToken cancel)
    {
        var making = new SqliteConnectionStringBuilder(connectionString) { Mode = SqliteOpenMode.ReadWriteCreate, Pooling = false };
        Directory.CreateDirectory(Path.GetDirectoryName(making.DataSource)!);
        await using var connection = new SqliteConnection(making.ConnectionString);
        await connection.OpenAsync(cancel);
        Apply(connection);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=WAL;";
        await command.ExecuteNonQueryAsync(cancel);
    }
}
