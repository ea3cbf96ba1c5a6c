using Microsoft.EntityFrameworkCore.Migrations;

namespace Sanbao.Data.Search;

/// <summary>The full-text tables, which EF's model cannot say. Each is keyed by the row's stable count.</summary>
internal static class SearchTables
{
    /// <summary>Contentless: only the index is kept; the words come ready made, so the tokenizer just parts them at blanks.</summary>
    public static void CreateOnSqlite(MigrationBuilder migration, string table) => migration.Sql(
        $"CREATE VIRTUAL TABLE {table} USING fts5(words, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0');");

    public static void CreateOnPostgres(MigrationBuilder migration, string table) => migration.Sql(
        $"CREATE TABLE {table} (seq bigint PRIMARY KEY, words tsvector NOT NULL); CREATE INDEX ix_{table}_words ON {table} USING gin (words);");
}
