using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Sanbao.Domain.Customers;

namespace Sanbao.Data.Search;

/// <summary>When two customers become one, what was said stays in the requests; they are found under the name that stays as well.</summary>
internal static class RequestNames
{
    /// <summary>One statement for all requests of a customer, before they are moved; see <see cref="Domain.Requests.ServiceRequest.CustomerNow"/>.</summary>
    public static Task<int> AddAsync(ServiceDb db, Customer from, string name, CancellationToken cancel) =>
        db.IsSqlite ? OnSqliteAsync(db, from.Seq, name, cancel) : OnPostgresAsync(db, from.Seq, name, cancel);

    // The contentless index cannot be added to: the words are made anew, by the same code path as ever.
    private static Task<int> OnSqliteAsync(ServiceDb db, long seq, string name, CancellationToken cancel)
    {
        ((SqliteConnection)db.Database.GetDbConnection()).CreateFunction(
            "words_of", (string texts) => string.Join(' ', Bigrams.Words(texts)), isDeterministic: true);
        return db.Database.ExecuteSqlAsync(
            $"""
            INSERT OR REPLACE INTO req_search(rowid, words)
            SELECT seq, words_of(number || char(10) || description || char(10) || customer_name || char(10) || serial || char(10) || model
                || char(10) || product_text || char(10) || reporter_name || char(10) || solution || char(10) || {name})
            FROM req_requests
            WHERE customer_id = (SELECT id FROM cus_customers WHERE seq = {seq}) AND customer_name <> {name}
            """,
            cancel);
    }

    private static Task<int> OnPostgresAsync(ServiceDb db, long seq, string name, CancellationToken cancel)
    {
        var words = new SearchWords("req_search", 0, [.. Bigrams.Words(name)]).ForPostgres();
        return db.Database.ExecuteSqlAsync(
            $"""
            UPDATE req_search SET words = req_search.words || {words}::tsvector
            FROM req_requests
            WHERE req_requests.seq = req_search.seq
                AND req_requests.customer_id = (SELECT id FROM cus_customers WHERE seq = {seq}) AND req_requests.customer_name <> {name}
            """,
            cancel);
    }
}
