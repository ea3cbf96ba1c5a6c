using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Sanbao.Web.Platform.Errors;

/// <summary>Tells a database or a disk that cannot be reached or take anything now from a fault of ours: one may try again.</summary>
internal static class StoreAway
{
    private const int Busy = 5, Locked = 6, ReadOnly = 8, DiskFails = 10, DiskFull = 13, CannotOpen = 14;

    /// <summary>As Linux numbers them: the disk fails, too many files open, no space, read-only, no more of it for this user.</summary>
    private const int Fails = 5, TooManyOpen = 24, NoSpace = 28, IsReadOnly = 30, QuotaUsed = 122;

    /// <summary>It is the disk under files and records.</summary>
    public static bool IsDisk(Exception? why) => why switch
    {
        // The server's own words about a caller who went away are IO, too.
        IOException { HResult: Fails or TooManyOpen or NoSpace or IsReadOnly or QuotaUsed } and not BadHttpRequestException => true,
        SqliteException { SqliteErrorCode: ReadOnly or DiskFails or DiskFull } => true,
        DbUpdateException or InvalidOperationException => IsDisk(why.InnerException),
        _ => false,
    };

    public static bool Is(Exception? why) => why switch
    {
        // Shut down or crashed (57P), no room or no connection left (53), connection lost (08), not let in (28), the database gone (3D).
        PostgresException { SqlState: var state } =>
            state.StartsWith("57P", StringComparison.Ordinal) || state[..2] is "53" or "08" or "28" or "3D",
        // What the server did not say itself: it was not reached, or the connection broke.
        NpgsqlException => true,
        SqliteException { SqliteErrorCode: Busy or Locked or CannotOpen } => true,
        // As EF passes them on.
        DbUpdateException or InvalidOperationException => Is(why?.InnerException),
        _ => false,
    };
}
