using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Sanbao.Data;

namespace Sanbao.Web.Features.Backup;

/// <summary>
/// Puts a backup into an empty place: a new folder, a PostgreSQL schema in which no company has begun, or where its own company's records
/// are gone. Never over what is there.
/// </summary>
internal static class RestoreBackup
{
    public static async Task RunAsync(ServiceDatabase database, string files, string source, Action<string>? progress = null,
        CancellationToken cancel = default)
    {
        using var zip = Open(source);
        var about = BackupFile.Of(zip) ?? throw Refused("backup.not-a-backup", source);
        if (about.Format != BackupFile.CurrentFormat) throw Refused("backup.other-format", about.Format);
        if (about.Database != database.Kind) throw Refused("backup.other-database", about.Database);
        await using (var db = database.CreateDbContext())
            if (!db.Database.GetMigrations().Contains(about.Migration)) throw Refused("backup.other-version", about.Migration);
        Refusal.Throw(database.WhyNotOf(about.Company));
        if (database.IsSqlite) await SqliteAsync(database, zip, progress, cancel);
        else await PostgresAsync(database, zip, about, progress, cancel);
        await database.ClaimAsync(cancel);
        progress?.Invoke(BackupFile.Files);
        foreach (var entry in zip.Entries.Where(e => e.FullName.StartsWith(BackupFile.Files, StringComparison.Ordinal)))
            await FileAsync(entry, files, cancel);
    }

    private static ZipArchive Open(string source)
    {
        try
        {
            return ZipFile.OpenRead(source);
        }
        catch (InvalidDataException)
        {
            throw Refused("backup.not-a-backup", source);
        }
    }

    private static async Task SqliteAsync(ServiceDatabase database, ZipArchive zip, Action<string>? progress, CancellationToken cancel)
    {
        var file = database.Folder.Records;
        if (File.Exists(file)) throw Refused("backup.not-empty", file);
        Directory.CreateDirectory(database.Folder.Path);
        progress?.Invoke(BackupFile.Records);
        var records = zip.GetEntry(BackupFile.Records) ?? throw Refused("backup.not-a-backup", file);
        await records.CopyToFileAsync(file, cancel);
        await database.MigrateAsync(cancel);
    }

    private static async Task PostgresAsync(ServiceDatabase database, ZipArchive zip, BackupFile about, Action<string>? progress,
        CancellationToken cancel)
    {
        await database.MigrateAsync(cancel);
        await using var db = database.CreateDbContext();
        // Rows in the binary form fit only the tables they came from.
        if ((await db.Database.GetAppliedMigrationsAsync(cancel)).Last() != about.Migration)
            throw Refused("backup.other-version", about.Migration);
        if (await db.IdentityAsync(cancel) is not null) throw Refused("backup.not-empty", database.Schema);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        foreach (var table in StoredTables.InOrder(db))
        {
            progress?.Invoke(table);
            if (zip.GetEntry(BackupFile.Tables + table + ".copy") is not { } entry) throw Refused("backup.not-a-backup", table);
            await using var copy = await connection.BeginRawBinaryCopyAsync($"COPY {table} FROM STDIN (FORMAT BINARY)", cancel);
            await entry.CopyToAsync(copy, cancel);
        }
        await transaction.CommitAsync(cancel);
    }

    private static async Task FileAsync(ZipArchiveEntry entry, string files, CancellationToken cancel)
    {
        var target = Path.GetFullPath(Path.Combine(files, entry.FullName[BackupFile.Files.Length..]));
        // A name that leads out of the folder is not one of ours.
        if (!target.StartsWith(Path.GetFullPath(files) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            throw Refused("backup.not-a-backup", entry.FullName);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        await entry.CopyToFileAsync(target, cancel);
    }

    private static RefusedException Refused(string code, params ReadOnlySpan<object> arguments) => new(new(code, [.. arguments]));
}
