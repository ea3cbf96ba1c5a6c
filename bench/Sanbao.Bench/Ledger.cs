using System.Globalization;
using Sanbao.Bench.Raw;
using Sanbao.Data;

namespace Sanbao.Bench;

/// <summary>A database with demo data, made on first use and kept, and how the command line is pointed at it.</summary>
internal sealed class Ledger
{
    private Ledger(string name, string folder, string? database)
    {
        (Name, Folder) = (name, folder);
        Where = database is null ? ["--data", folder] : ["--data", folder, "--database", database];
        Database = ServiceDatabase.Of(folder, database);
        Raw = Database.IsSqlite ? new RawSqlite(Database.ConnectionString) : new RawPostgres(Database.ConnectionString);
    }

    public string Name { get; }
    public string Folder { get; }
    public string[] Where { get; }
    public ServiceDatabase Database { get; }
    public IRaw Raw { get; }

    public static Ledger Sqlite(Options options) =>
        new("SQLite", Path.GetFullPath(Path.Combine(options.Data, $"sqlite-{options.Requests}")), null);

    public static Ledger Postgres(Options options) =>
        new("PostgreSQL", Path.GetFullPath(Path.Combine(options.Data, $"postgres-{options.Requests}")), "postgres:" + options.Postgres);

    public async Task Fill(Options options)
    {
        var made = Path.Combine(Folder, "filled");
        if (File.Exists(made)) return;
        Directory.CreateDirectory(Folder);
        await Served.Verb(options.Web, ["demo", .. Where, "--requests", options.Requests.ToString(CultureInfo.InvariantCulture)]);
        await File.WriteAllTextAsync(made, "");
    }

    /// <summary>The query for the row numbers of what contains a word.</summary>
    public string Matching(string word) => Database.IsSqlite
        ? $"SELECT rowid FROM req_requests_search WHERE words MATCH '\"{word}\"'"
        : $"SELECT seq FROM req_requests_search WHERE words @@ '{word}'::tsquery";
}
