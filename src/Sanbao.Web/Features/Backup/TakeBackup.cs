using System.IO.Compression;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Sanbao.Data;

namespace Sanbao.Web.Features.Backup;

/// <summary>
/// Takes the company's records and files into one file while the server goes on. The records are of one instant; the files are copied
/// after them and are never changed or deleted, so that each record's file is there.
/// </summary>
internal static class TakeBackup
{
    /// <param name="files">Folder of the attached files.</param>
    /// <param name="target">Appears whole or not at all.</param>
    public static async Task RunAsync(ServiceDatabase database, string files, string target, DateTimeOffset now,
        Action<string>? progress = null, CancellationToken cancel = default)
    {
        var unfinished = target + ".part";
        try
        {
            await using (var stream = new FileStream(unfinished, FileMode.Create, FileAccess.ReadWrite))
            using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
            {
                if (database.IsSqlite) await SqliteAsync(database, zip, target, now, progress, cancel);
                else await PostgresAsync(database, zip, now, progress, cancel);
                await FilesAsync(files, zip, progress, cancel);
            }
            File.Move(unfinished, target, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    // VACUUM INTO reads one snapshot; writers go on in the write-ahead log.
    private static async Task SqliteAsync(ServiceDatabase database, ZipArchive zip, string target, DateTimeOffset now,
        Action<string>? progress, CancellationToken cancel)
    {
        var copy = target + ".db";
        File.Delete(copy);
        try
        {
            progress?.Invoke(BackupFile.Records);
            await using (var connection =
                new SqliteConnection(new SqliteConnectionStringBuilder(database.ConnectionString) { Pooling = false }.ConnectionString))
            {
                await connection.OpenAsync(cancel);
                await using var command = connection.CreateCommand();
                command.CommandText = "VACUUM INTO @copy";
                command.Parameters.AddWithValue("@copy", copy);
                command.CommandTimeout = 0;
                await command.ExecuteNonQueryAsync(cancel);
            }
            await using var db = database.CreateDbContext();
            (await AboutAsync(database, db, now, cancel)).WriteTo(zip);
            await zip.CreateEntryFromFileAsync(copy, BackupFile.Records, CompressionLevel.Fastest, cancel);
        }
        finally
        {
            File.Delete(copy);
        }
    }

    // One read-only transaction: every table as of the same instant.
    private static async Task PostgresAsync(ServiceDatabase database, ZipArchive zip, DateTimeOffset now, Action<string>? progress,
        CancellationToken cancel)
    {
        await using var db = database.CreateDbContext();
        await using var transaction = await db.Database.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancel);
        (await AboutAsync(database, db, now, cancel)).WriteTo(zip);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        foreach (var table in StoredTables.InOrder(db))
        {
            progress?.Invoke(table);
            await using var copy = await connection.BeginRawBinaryCopyAsync($"COPY {table} TO STDOUT (FORMAT BINARY)", cancel);
            await using var entry = await zip.CreateEntry(BackupFile.Tables + table + ".copy", CompressionLevel.Fastest).OpenAsync(cancel);
            await copy.CopyToAsync(entry, cancel);
        }
    }

    private static async Task FilesAsync(string files, ZipArchive zip, Action<string>? progress, CancellationToken cancel)
    {
        if (!Directory.Exists(files)) return;
        progress?.Invoke(BackupFile.Files);
        foreach (var file in Directory.EnumerateFiles(files, "*", SearchOption.AllDirectories))
            await zip.CreateEntryFromFileAsync(file, BackupFile.Files
                + Path.GetRelativePath(files, file).Replace('\\', '/'), CompressionLevel.Fastest, cancel);
    }

    private static async Task<BackupFile> AboutAsync(ServiceDatabase database, ServiceDb db, DateTimeOffset now, CancellationToken cancel)
    {
        var migration = (await db.Database.GetAppliedMigrationsAsync(cancel)).Last();
        return new(BackupFile.CurrentFormat, (await db.IdentityAsync(cancel))!, database.Kind, migration, now);
    }
}
