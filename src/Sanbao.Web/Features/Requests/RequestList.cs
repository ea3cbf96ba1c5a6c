using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Search;
using Sanbao.Domain.Requests;

namespace Sanbao.Web.Features.Requests;

/// <summary>By what a list of requests runs: what is due next, what was reported, changed or closed last.</summary>
public enum RequestSort { Due, Reported, Updated, Closed }

/// <summary>What is asked for.</summary>
/// <param name="Status">Null: all.</param>
/// <param name="Sort">By closing, only what is closed is there.</param>
internal sealed record RequestsAsked(RequestStatus? Status, RequestSort Sort, string? Words = null)
{
    public RequestFilter Filter { get; init; } = RequestFilter.None;
}

/// <summary>Requests along an index.</summary>
internal static class RequestList
{
    public const int LargestPage = 500;

    private static readonly Keyset<ServiceRequest> Due = Keyset<ServiceRequest>.By(r => r.NextDue, r => r.Seq);
    private static readonly Keyset<ServiceRequest> Reported = Keyset<ServiceRequest>.Latest(r => r.ReportedAt, r => r.Seq);
    private static readonly Keyset<ServiceRequest> Updated = Keyset<ServiceRequest>.Latest(r => r.UpdatedAt, r => r.Seq);
    private static readonly Keyset<ServiceRequest> Closed = Keyset<ServiceRequest>.Latest(r => r.ClosedAt!.Value, r => r.Seq);

    public static async Task<Found<RequestRow>> FindAsync(ServiceDb db, RequestsAsked asked, ListPlace place, Actor actor,
        CancellationToken cancel)
    {
        var found = asked.Words is { } words ? await db.SearchRequestsAsync(words, cancel) : new(db.Requests);
        var all = Narrowed(found.Walked, asked, actor);
        // What is open is soon walked through; of what is closed or both, nearly every match counts.
        var counted = asked.Status is RequestStatus.Open ? all : Narrowed(found.Matches, asked, actor);
        return await OrderOf(asked.Sort).FindAsync(all, RequestRow.For(actor), place, cancel, counted);
    }

    internal static Keyset<ServiceRequest> OrderOf(RequestSort sort) => sort switch
    {
        RequestSort.Due => Due,
        RequestSort.Reported => Reported,
        RequestSort.Updated => Updated,
        RequestSort.Closed => Closed,
    };

    internal static IQueryable<ServiceRequest> Narrowed(IQueryable<ServiceRequest> found, RequestsAsked asked, Actor actor)
    {
        var requests = asked.Filter.Narrow(found.AsNoTracking().VisibleTo(actor));
        // Only what is closed has such an instant. Said of the status, SQLite would walk through all that is closed, and sort it.
        if (asked.Sort is RequestSort.Closed) return requests.Where(r => r.ClosedAt != null);
        return asked.Status is { } status ? requests.Where(r => r.Status == status) : requests;
    }
}
