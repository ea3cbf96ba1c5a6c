using System.Globalization;

namespace Sanbao.Bench;

/// <summary>A database with demo data, made on first use and kept, and how the command line is pointed at it.</summary>
internal sealed record Ledger(string Name, string Folder, string[] Where)
{
    public static Ledger Sqlite(Options options)
    {
        var folder = Path.GetFullPath(Path.Combine(options.Data, $"sqlite-{options.Requests}"));
        return new("SQLite", folder, ["--data", folder]);
    }

    public static Ledger Postgres(Options options)
    {
        var folder = Path.GetFullPath(Path.Combine(options.Data, $"postgres-{options.Requests}"));
        return new("PostgreSQL", folder, ["--data", folder, "--database", "postgres:" + options.Postgres]);
    }

    public async Task Fill(Options options)
    {
        var made = Path.Combine(Folder, "filled");
        if (File.Exists(made)) return;
        Directory.CreateDirectory(Folder);
        await Served.Verb(options.Web, ["demo", .. Where, "--requests", options.Requests.ToString(CultureInfo.InvariantCulture)]);
        await File.WriteAllTextAsync(made, "");
    }
}
