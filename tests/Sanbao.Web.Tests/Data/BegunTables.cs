using Microsoft.Data.Sqlite;
using Sanbao.Data;

namespace Sanbao.Web.Tests.Data;

/// <summary>
/// The empty tables of a company that begins, made once for each database and then copied: making them is the dearest thing that most
/// tests do, and only a few are about it.
/// </summary>
internal static class BegunTables
{
    private static readonly Lazy<Task<byte[]>> Sqlite = new(MakeFileAsync);

    /// <summary>Lays them into a data folder in which nothing is yet.</summary>
    public static async Task PutIntoAsync(string dataFolder)
    {
        var records = new CompanyFolder(dataFolder, "main").Records;
        Directory.CreateDirectory(Path.GetDirectoryName(records)!);
        await File.WriteAllBytesAsync(records, await Sqlite.Value);
    }

    /// <summary>Makes them in a PostgreSQL database, from which others are copied.</summary>
    /// <param name="database">The option <c>--database</c>; null: SQLite.</param>
    public static async Task MakeAsync(string dataFolder, string? database)
    {
        await using var store = ServiceDatabase.Of(dataFolder, database);
        await store.MigrateAsync();
    }

    private static async Task<byte[]> MakeFileAsync()
    {
        var folder = Directory.CreateTempSubdirectory("sanbao-begun-").FullName;
        await MakeAsync(folder, null);
        var (records, whole) = (new CompanyFolder(folder, "main").Records, Path.Combine(folder, "whole.db"));
        // Without a log beside it.
        await using (var connection = new SqliteConnection($"Data Source={records};Pooling=false"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "VACUUM INTO $whole";
            command.Parameters.AddWithValue("$whole", whole);
            await command.ExecuteNonQueryAsync();
        }
        var bytes = await File.ReadAllBytesAsync(whole);
        Directory.Delete(folder, recursive: true);
        return bytes;
    }
}
