using System.Data;
using Microsoft.EntityFrameworkCore;
using Sanbao.Data;

namespace Sanbao.Web.Platform.Store;

/// <summary>
/// Everything read until it is disposed is as of one instant, beside a server that goes on writing. Begun by hand: the framework would
/// begin a writing transaction on SQLite, and hold every writer.
/// </summary>
internal sealed class Snapshot : IAsyncDisposable
{
    private readonly ServiceDb db;

    private Snapshot(ServiceDb db) => this.db = db;

    public static async Task<Snapshot> BeginAsync(ServiceDb db, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        await db.Database.ExecuteSqlRawAsync(db.IsSqlite ? "BEGIN" : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", cancel);
        return new(db);
    }

    public async ValueTask DisposeAsync()
    {
        // What failed has ended with its connection.
        if (db.Database.GetDbConnection().State is ConnectionState.Open) await db.Database.ExecuteSqlRawAsync("ROLLBACK");
        await db.Database.CloseConnectionAsync();
    }
}
