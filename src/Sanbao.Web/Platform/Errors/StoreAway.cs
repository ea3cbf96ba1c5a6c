using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Sanbao.Web.Platform.Errors;

/// <summary>Tells a database that cannot be reached or cannot write now from a fault of ours: the caller may try again.</summary>
internal static class StoreAway
{
    private const int Busy = 5, Locked = 6, ReadOnly = 8, DiskFails = 10, DiskFull = 13, CannotOpen = 14;

    public static bool Is(Exception? why) => why switch
    {
        // Shut down or crashed (57P), no room or no connection left (53), connection lost (08), not let in (28), the database gone (3D).
        PostgresException { SqlState: var state } => state.StartsWith("57P", StringComparison.Ordinal) || state[..2] is "53" or "08" or "28" or "3D",
        // What the server did not say itself: it was not reached, or the connection broke.
        NpgsqlException => true,
        SqliteException { SqliteErrorCode: Busy or Locked or ReadOnly or DiskFails or DiskFull or CannotOpen } => true,
        // As EF passes them on.
        DbUpdateException or InvalidOperationException => Is(why?.InnerException),
        _ => false,
    };
}
