using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Sanbao.Data;

/// <summary>What stands in the place where a company's records are looked for; found out without making anything there.</summary>
internal enum FoundRecords
{
    /// <summary>No file, no schema.</summary>
    None,
    /// <summary>A file or schema without a table, or with the beginnings of our first one.</summary>
    Empty,
    /// <summary>Tables, but not ours; or no database at all.</summary>
    Foreign,
    Ours,
}

internal static class FindingRecords
{
    private const string History = "__EFMigrationsHistory";
    private const int NotADatabase = 26;

    public static Task<FoundRecords> FindAsync(this ServiceDatabase database, CancellationToken cancel) =>
        database.IsSqlite ? InFileAsync(database, cancel) : InSchemaAsync(database, cancel);

    private static async Task<FoundRecords> InFileAsync(ServiceDatabase database, CancellationToken cancel)
    {
        var file = new FileInfo(database.Folder.Records);
        if (!file.Exists) return FoundRecords.None;
        if (file.Length == 0) return FoundRecords.Empty;
        try
        {
            return await ByTablesAsync(database, "SELECT name AS \"Value\" FROM sqlite_master WHERE type = 'table'", cancel);
        }
        catch (SqliteException why) when (why.SqliteErrorCode == NotADatabase)
        {
            return FoundRecords.Foreign;
        }
    }

    private static async Task<FoundRecords> InSchemaAsync(ServiceDatabase database, CancellationToken cancel)
    {
        try
        {
            var ours = $"table_schema = '{database.Schema}'";
            return await ByTablesAsync(database, $"SELECT table_name AS \"Value\" FROM information_schema.tables WHERE {ours}", cancel);
        }
        catch (PostgresException why) when (why.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            return FoundRecords.None;
        }
    }

    private static async Task<FoundRecords> ByTablesAsync(ServiceDatabase database, string asking, CancellationToken cancel)
    {
        await using var db = database.CreateDbContext();
        var tables = await db.Database.SqlQueryRaw<string>(asking).ToListAsync(cancel);
        if (tables.Count == 0) return FoundRecords.Empty;
        if (!tables.Contains(History)) return FoundRecords.Foreign;
        // A first start that was cut off had made its list of migrations, and nothing else.
        if ((await db.Database.GetAppliedMigrationsAsync(cancel)).Any()) return FoundRecords.Ours;
        return tables.Count == 1 ? FoundRecords.Empty : FoundRecords.Foreign;
    }
}
