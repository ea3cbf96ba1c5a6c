using Microsoft.EntityFrameworkCore;
using Sanbao.Domain.Customers;
using Sanbao.Domain.Requests;

namespace Sanbao.Data.Search;

/// <summary>Full-text search, to be composed further: filter, order and page the answer like any other list.</summary>
public static class SearchQueries
{
    // Up to so many matches are fetched and then ordered; with more, the list's own order is walked and each row is asked.
    private const int Few = 20_000;

    /// <summary>The requests in which everything typed occurs: number, description, customer, serial, model, product, reporter, solution.</summary>
    public static async Task<IQueryable<ServiceRequest>> SearchRequestsAsync(this ServiceDb db, string typed, CancellationToken cancel = default)
    {
        if (!db.IsSqlite)
            return SearchExpression.ForPostgres(typed) is { } query
                ? db.Requests.FromSql($"SELECT * FROM req_requests WHERE seq IN (SELECT seq FROM req_search WHERE words @@ {query}::tsquery)")
                : Nothing(db.Requests);
        if (SearchExpression.ForSqlite(typed) is not { } match) return Nothing(db.Requests);
        var found = await db.Database.SqlQuery<int>(
            $"SELECT count(*) AS \"Value\" FROM (SELECT 1 FROM req_search WHERE req_search MATCH {match} LIMIT {Few + 1})").SingleAsync(cancel);
        return found <= Few
            ? db.Requests.FromSql($"SELECT * FROM req_requests WHERE seq IN (SELECT rowid FROM req_search WHERE req_search MATCH {match})")
            : db.Requests.FromSql(
                $"SELECT * FROM req_requests AS q WHERE EXISTS (SELECT 1 FROM req_search AS s WHERE s.rowid = q.seq AND s.req_search MATCH {match})");
    }

    /// <summary>The customers in whose name, or whose contacts' names, everything typed occurs.</summary>
    public static IQueryable<Customer> SearchCustomers(this ServiceDb db, string typed) => db.IsSqlite
        ? SearchExpression.ForSqlite(typed) is { } match
            ? db.Customers.FromSql($"SELECT * FROM cus_customers WHERE seq IN (SELECT rowid FROM cus_search WHERE cus_search MATCH {match})")
            : Nothing(db.Customers)
        : SearchExpression.ForPostgres(typed) is { } query
            ? db.Customers.FromSql($"SELECT * FROM cus_customers WHERE seq IN (SELECT seq FROM cus_search WHERE words @@ {query}::tsquery)")
            : Nothing(db.Customers);

    private static IQueryable<T> Nothing<T>(IQueryable<T> all) => all.Where(_ => false);
}
