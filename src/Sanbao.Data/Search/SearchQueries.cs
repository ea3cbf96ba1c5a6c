using Microsoft.EntityFrameworkCore;
using Sanbao.Domain.Customers;
using Sanbao.Domain.Requests;

namespace Sanbao.Data.Search;

/// <summary>Full-text search, to be composed further: filter, order and page the answer like any other list.</summary>
public static class SearchQueries
{
    // Up to so many matches are fetched and then ordered; with more, the list's own order is walked and each row looked up among them.
    private const int Few = 1000;

    /// <summary>The requests in which everything typed occurs: number, description, customer, serial, model, product, reporter, solution.</summary>
    public static async Task<FoundRequests> SearchRequestsAsync(this ServiceDb db, string typed, CancellationToken cancel = default)
    {
        if (!db.IsSqlite)
            return new(SearchExpression.ForPostgres(typed) is { } query
                ? db.Requests.FromSql($"SELECT * FROM req_requests WHERE seq IN (SELECT seq FROM req_search WHERE words @@ {query}::tsquery)")
                : Nothing(db.Requests));
        if (SearchExpression.ForSqlite(typed) is not { } match) return new(Nothing(db.Requests));
        var found = await db.Database.SqlQuery<int>(
            $"SELECT count(*) AS \"Value\" FROM (SELECT 1 FROM req_search WHERE req_search MATCH {match} LIMIT {Few + 1})").SingleAsync(cancel);
        var matches = db.Requests.FromSql($"SELECT * FROM req_requests WHERE seq IN (SELECT rowid FROM req_search WHERE req_search MATCH {match})");
        // The plus keeps SQLite from beginning with the matches.
        return found <= Few ? new(matches)
            : new(matches, db.Requests.FromSql($"SELECT * FROM req_requests WHERE +seq IN (SELECT rowid FROM req_search WHERE req_search MATCH {match})"));
    }

    /// <summary>The customers in whose name, or whose contacts' names, everything typed occurs; a name merged into another counts as its own.</summary>
    public static IQueryable<Customer> SearchCustomers(this ServiceDb db, string typed) => db.StandingFor(Records(db, typed));

    private static IQueryable<Customer> Records(ServiceDb db, string typed) => db.IsSqlite
        ? SearchExpression.ForSqlite(typed) is { } match
            ? db.Customers.FromSql($"SELECT * FROM cus_customers WHERE seq IN (SELECT rowid FROM cus_search WHERE cus_search MATCH {match})")
            : Nothing(db.Customers)
        : SearchExpression.ForPostgres(typed) is { } query
            ? db.Customers.FromSql($"SELECT * FROM cus_customers WHERE seq IN (SELECT seq FROM cus_search WHERE words @@ {query}::tsquery)")
            : Nothing(db.Customers);

    private static IQueryable<T> Nothing<T>(IQueryable<T> all) => all.Where(_ => false);
}

/// <summary>The same requests, reached in two ways.</summary>
/// <param name="Matches">From the matches to the rows: for few, and to count what nearly every match is.</param>
/// <param name="Walked">Along the order that is asked for, each row looked up among the matches: for a page of many.</param>
public sealed record FoundRequests(IQueryable<ServiceRequest> Matches, IQueryable<ServiceRequest> Walked)
{
    public FoundRequests(IQueryable<ServiceRequest> requests) : this(requests, requests) { }
}
