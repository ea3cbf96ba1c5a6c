using Microsoft.EntityFrameworkCore;

namespace Sanbao.Data.Search;

/// <summary>
/// The full-text tables, which EF's model cannot say and no migration therefore makes. Each is keyed by the row's stable count.
/// </summary>
internal static class SearchTables
{
    /// <summary>Each with the table whose rows it makes found.</summary>
    public static IReadOnlyList<(string Name, string Of)> All { get; } =
        [("req_search", "req_requests"), ("cus_search", "cus_customers"), ("equ_product_search", "equ_products")];

    /// <summary>Makes what is missing, after every migration.</summary>
    public static async Task CreateAsync(ServiceDb db, CancellationToken cancel)
    {
        var create = db.Database.IsSqlite() ? (Func<string, string>)OnSqlite : OnPostgres;
        foreach (var (table, _) in All) await db.Database.ExecuteSqlRawAsync(create(table), cancel);
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
