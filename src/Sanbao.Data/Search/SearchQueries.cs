using Microsoft.EntityFrameworkCore;
using Sanbao.Domain.Customers;
using Sanbao.Domain.InstalledBase;
using Sanbao.Domain.Kernel;
using Sanbao.Domain.Requests;

namespace Sanbao.Data.Search;

/// <summary>Full-text search, to be composed further: filter, order and page the answer like any other list.</summary>
public static class SearchQueries
{
    // Up to so many matches are fetched and then ordered; with more, the list's own order is walked and each row looked up among them.
    private const int Few = 1000;
    // Fewer characters end too many serial numbers.
    private const int ShortestEnd = 4;

    /// <summary>
    /// The requests in which everything typed occurs: number, description, customer, serial, model, product, reporter, solution,
    /// telephones.
    /// </summary>
    public static async Task<FoundRequests> SearchRequestsAsync(this ServiceDb db, string typed, CancellationToken cancel = default)
    {
        if (ExpressionOf(db, typed) is not { } match) return new(Nothing(db.Requests));
        var matches = Matching<ServiceRequest>(db, match);
        if (!db.IsSqlite) return new(matches);
        var found = await db.Database.SqlQuery<int>(
            $"""
            SELECT count(*) AS "Value" FROM
            (SELECT 1 FROM req_requests_search WHERE req_requests_search MATCH {match} LIMIT {Few + 1})
            """).SingleAsync(cancel);
        // The plus keeps SQLite from beginning with the matches.
        return found <= Few ? new(matches) : new(matches, db.Requests.FromSql(
            $"""
            SELECT * FROM req_requests
            WHERE +seq IN (SELECT rowid FROM req_requests_search WHERE req_requests_search MATCH {match})
            """));
    }

    /// <summary>The requests on which one of the telephone numbers in the texts stands, as the reporter's or the customer's.</summary>
    public static IQueryable<ServiceRequest> RequestsCalled(this ServiceDb db, params IEnumerable<string?> phones) =>
        CalledOf(db, phones) is { } match ? Matching<ServiceRequest>(db, match) : Nothing(db.Requests);

    /// <summary>
    /// The customers in whose name, telephones, or whose contacts' names or telephones, everything typed occurs; one merged into another
    /// counts as that one.
    /// </summary>
    public static IQueryable<Customer> SearchCustomers(this ServiceDb db, string typed) =>
        db.StandingFor(ExpressionOf(db, typed) is { } match ? Matching<Customer>(db, match) : Nothing(db.Customers));

    /// <summary>The customers who are called by one of the telephone numbers in the texts, themselves or one of their contacts.</summary>
    public static IQueryable<Customer> CustomersCalled(this ServiceDb db, params IEnumerable<string?> phones) =>
        db.StandingFor(CalledOf(db, phones) is { } match ? Matching<Customer>(db, match) : Nothing(db.Customers));

    /// <summary>The products whose model begins with what was typed, or in whose model, name or line all of it occurs.</summary>
    public static IQueryable<Product> SearchProducts(this ServiceDb db, string typed)
    {
        var key = TextKey.Serial(typed);
        var ids = (ExpressionOf(db, typed) is { } match ? Matching<Product>(db, match) : Nothing(db.Products)).Select(p => p.Id);
        // Keys compare by bytes on both databases: everything that begins with the key lies below this.
        var end = key + '\uffff';
        var begun = db.Products.Where(p => string.Compare(p.ModelKey, key) >= 0 && string.Compare(p.ModelKey, end) < 0).Select(p => p.Id);
        var found = key.Length == 0 ? ids : ids.Union(begun);
        return db.Products.Where(p => found.Contains(p.Id));
    }

    /// <summary>The units whose serial number begins or ends as what was typed looks.</summary>
    public static IQueryable<Equipment> SearchSerials(this ServiceDb db, string typed)
    {
        var look = TextKey.Look(typed);
        if (look.Length == 0) return Nothing(db.Equipment);
        var (end, back) = (look + '\uffff', TextKey.Backwards(look));
        var backEnd = back + '\uffff';
        var found = db.Equipment
            .Where(u => string.Compare(u.SerialLook, look) >= 0 && string.Compare(u.SerialLook, end) < 0).Select(u => u.Id);
        if (look.Length >= ShortestEnd)
            found = found.Union(db.Equipment
                .Where(u => string.Compare(u.SerialFromEnd, back) >= 0 && string.Compare(u.SerialFromEnd, backEnd) < 0).Select(u => u.Id));
        return db.Equipment.Where(u => found.Contains(u.Id));
    }

    private static string? ExpressionOf(ServiceDb db, string typed) =>
        db.IsSqlite ? SearchExpression.ForSqlite(typed) : SearchExpression.ForPostgres(typed);

    private static string? CalledOf(ServiceDb db, IEnumerable<string?> phones) =>
        db.IsSqlite ? SearchExpression.CalledOnSqlite(Telephones.Keys(phones)) : SearchExpression.CalledOnPostgres(Telephones.Keys(phones));

    private static IQueryable<T> Matching<T>(ServiceDb db, string match) where T : class, ISearched
    {
        var table = db.Model.FindEntityType(typeof(T))!.GetTableName()!;
        var search = SearchTables.NameOf(table);
#pragma warning disable EF1002, EF1003 // Tables come from the model.
        return db.Set<T>().FromSqlRaw(
            db.IsSqlite
                ? $"SELECT * FROM {table} WHERE seq IN (SELECT rowid FROM {search} WHERE {search} MATCH {{0}})"
                : $"SELECT * FROM {table} WHERE seq IN (SELECT seq FROM {search} WHERE words @@ {{0}}::tsquery)", match);
#pragma warning restore EF1002, EF1003
    }

    private static IQueryable<T> Nothing<T>(IQueryable<T> all) => all.Where(_ => false);
}

/// <summary>The same requests, reached in two ways.</summary>
/// <param name="Matches">From the matches to the rows: for few, and to count what nearly every match is.</param>
/// <param name="Walked">Along the order that is asked for, each row looked up among the matches: for a page of many.</param>
public sealed record FoundRequests(IQueryable<ServiceRequest> Matches, IQueryable<ServiceRequest> Walked)
{
    public FoundRequests(IQueryable<ServiceRequest> requests) : this(requests, requests) { }
}
