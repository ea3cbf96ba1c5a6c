using Microsoft.EntityFrameworkCore;
using Sanbao.Domain.Kernel;

namespace Sanbao.Data.Search;

/// <summary>
/// The full-text tables, which EF's model cannot say and no migration therefore makes. Each is keyed by the row's stable count.
/// </summary>
internal static class SearchTables
{
    /// <summary>One for each kind that is found by words, with the table whose rows it makes found.</summary>
    public static IReadOnlyList<(string Name, string Of)> All(ServiceDb db) =>
    [
        .. db.Model.GetEntityTypes().Where(t => typeof(ISearched).IsAssignableFrom(t.ClrType)).Select(t => t.GetTableName()!)
            .Select(table => (NameOf(table), table)),
    ];

    public static string NameOf(string table) => table + "_search";

    /// <summary>Makes what is missing, after every migration.</summary>
    public static async Task CreateAsync(ServiceDb db, CancellationToken cancel)
    {
        var create = db.Database.IsSqlite() ? (Func<string, string>)OnSqlite : OnPostgres;
        foreach (var (table, _) in All(db)) await db.Database.ExecuteSqlRawAsync(create(table), cancel);
    }

    /// <summary>
    /// Contentless: only the index is kept; the words come ready made, so the tokenizer just parts them at blanks. The plus begins the
    /// key of a telephone number, the angle a number from its end, and neither a word that somebody typed.
    /// </summary>
    private static string OnSqlite(string table) =>
        $"CREATE VIRTUAL TABLE IF NOT EXISTS {table} USING " +
        "fts5(words, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0 tokenchars ''+<''')";

    private static string OnPostgres(string table) =>
        $"CREATE TABLE IF NOT EXISTS {table} (seq bigint PRIMARY KEY, words tsvector NOT NULL); " +
        $"CREATE INDEX IF NOT EXISTS ix_{table}_words ON {table} USING gin (words)";
}
