using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Sanbao.Data;

/// <summary>
/// SQLite's settings hold for one connection, so each gets them when it opens: every commit on disk before its answer, 15 s of patience
/// for another writer, an 8 MB page cache and no mapped memory (1.5 GB were resident otherwise).
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Settings =
        "PRAGMA synchronous=FULL; PRAGMA busy_timeout=15000; PRAGMA foreign_keys=ON; PRAGMA cache_size=-8192; PRAGMA mmap_size=0; PRAGMA temp_store=MEMORY;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancel = default)
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

    /// <summary>Readers and the writer do not wait for each other. The file remembers this mode.</summary>
    public static async Task UseWriteAheadLogAsync(string connectionString, CancellationToken cancel)
    {
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(cancel);
        Apply(connection);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=WAL;";
        await command.ExecuteNonQueryAsync(cancel);
    }
}
