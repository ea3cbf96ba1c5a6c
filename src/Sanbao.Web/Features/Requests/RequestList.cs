using System.Buffers.Text;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq.Expressions;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Search;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Requests;

namespace Sanbao.Web.Features.Requests;

/// <summary>By what a list of requests runs: what is due next, what was reported last, what changed last.</summary>
public enum RequestSort { Due, Reported, Updated }

/// <summary>What is asked for. <paramref name="Status"/> null: all.</summary>
public sealed record RequestsAsked(RequestStatus? Status, RequestSort Sort, int Limit, RequestCursor? After, string? Words)
{
    public RequestFilter Filter { get; init; } = RequestFilter.None;

    /// <summary>The page before the row of the cursor instead of the one behind it.</summary>
    public bool Backward { get; init; }
}

/// <summary>One line of a list.</summary>
public sealed record RequestItem(
    Guid Id, string Number, RequestStatus Status, Channel Channel, RequestCategory Category, Priority Priority, string CustomerName, string Serial,
    string Model, string Description, DateTimeOffset ReportedAt, DateTimeOffset UpdatedAt, DateTimeOffset? NextDue, bool? Covered,
    DateOnly? CoveredUntil, bool Provisional, string? Assignee, string? ExternalReference)
{
    internal long Seq { get; init; }
    internal ImmutableArray<PauseParty> PausedBy { get; init; } = [];
    internal string Product { get; init; } = "";
    internal DateTimeOffset? ClosedAt { get; init; }
}

/// <summary>How many there are, counted no further than <see cref="RequestList.MostCounted"/>.</summary>
public sealed record CappedCount(int Value, bool Capped);

public sealed record RequestPage(ImmutableArray<RequestItem> Items, string? Next, CappedCount Count)
{
    /// <summary>Where the page before this one ends; null: this is the first.</summary>
    internal string? Previous { get; init; }
}

/// <summary>Where the next page begins: behind the row with this status, instant and row id.</summary>
public sealed record RequestCursor(RequestStatus Status, DateTimeOffset At, long Seq)
{
    public override string ToString() =>
        Base64Url.EncodeToString(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{(Status is RequestStatus.Open ? 'o' : 'c')}.{At.ToUnixTimeMilliseconds()}.{Seq}")));

    public static RequestCursor? Parse(string text)
    {
        if (!Base64Url.IsValid(text)) return null;
        return Encoding.ASCII.GetString(Base64Url.DecodeFromChars(text)).Split('.') is [var status and ("o" or "c"), var at, var seq]
            && long.TryParse(at, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var milliseconds)
            && milliseconds is > -62_000_000_000_000 and < 253_402_300_799_999
            && long.TryParse(seq, NumberStyles.None, CultureInfo.InvariantCulture, out var row)
                ? new(status is "o" ? RequestStatus.Open : RequestStatus.Closed, DateTimeOffset.FromUnixTimeMilliseconds(milliseconds), row)
                : null;
    }
}

/// <summary>Lists requests along an index, a page at a time; every list costs the same however many there are.</summary>
internal static class RequestList
{
    public const int MostCounted = 1000, DefaultLimit = 50, LargestLimit = 500;
    private const int Shown = 300;

    public static async Task<RequestPage> FindAsync(ServiceDb db, RequestsAsked asked, Actor actor, CancellationToken cancel)
    {
        var found = await FoundAsync(db, asked, cancel);
        var all = Narrowed(found.Walked, asked, actor);
        var rows = await PageAsync(all, asked, cancel);
        // Nothing before it: whoever goes back to the beginning finds the first page, whole.
        if (asked.Backward && rows.Count <= asked.Limit)
        {
            asked = asked with { After = null, Backward = false };
            rows = await PageAsync(all, asked, cancel);
        }
        // What is open is soon walked through; of what is closed or both, nearly every match counts.
        var counted = await WithStatus(asked.Status is RequestStatus.Open ? all : Narrowed(found.Matches, asked, actor), asked.Status).Take(MostCounted + 1).CountAsync(cancel);
        var items = asked.Backward ? rows.Take(asked.Limit).Reverse().ToList() : [.. rows.Take(asked.Limit)];
        return new([.. items], asked.Backward || rows.Count > asked.Limit ? CursorOf(items[^1], asked.Sort).ToString() : null, new(Math.Min(counted, MostCounted), counted > MostCounted))
        {
            Previous = asked.After is not null && items.Count > 0 ? CursorOf(items[0], asked.Sort).ToString() : null,
        };
    }

    /// <summary>Everything asked for in its order, to be read to its end by whoever takes the list out of the house.</summary>
    public static async Task<IReadOnlyList<IQueryable<ServiceRequest>>> WholeAsync(ServiceDb db, RequestsAsked asked, Actor actor, CancellationToken cancel)
    {
        var all = Narrowed((await FoundAsync(db, asked, cancel)).Walked, asked, actor);
        return asked is { Sort: RequestSort.Due, Status: null }
            ? [Sorted(WithStatus(all, RequestStatus.Open), asked.Sort, null), Sorted(WithStatus(all, RequestStatus.Closed), asked.Sort, null)]
            : [Sorted(WithStatus(all, asked.Status), asked.Sort, null)];
    }

    private static async Task<FoundRequests> FoundAsync(ServiceDb db, RequestsAsked asked, CancellationToken cancel) =>
        asked.Words is { } words ? await db.SearchRequestsAsync(words, cancel) : new(db.Requests);

    private static IQueryable<ServiceRequest> Narrowed(IQueryable<ServiceRequest> found, RequestsAsked asked, Actor actor) =>
        asked.Filter.Narrow(found.AsNoTracking().VisibleTo(actor));

    /// <summary>One row more than asked for, if there is one: it says that there is a further page.</summary>
    private static async Task<List<RequestItem>> PageAsync(IQueryable<ServiceRequest> all, RequestsAsked asked, CancellationToken cancel)
    {
        var rows = new List<RequestItem>();
        foreach (var (status, from) in Stretches(asked))
            if (rows.Count <= asked.Limit)
                rows.AddRange(await ItemsAsync(Sorted(WithStatus(all, status), asked.Sort, from, asked.Backward), asked.Limit + 1 - rows.Count, cancel));
        return rows;
    }

    /// <summary>By due with all statuses, what is open comes first: nothing is due on what is closed.</summary>
    private static IEnumerable<(RequestStatus? Status, RequestCursor? From)> Stretches(RequestsAsked asked)
    {
        if (asked.Sort is not RequestSort.Due || asked.Status is not null) return [(asked.Status, asked.After)];
        RequestStatus[] walk = asked.Backward ? [RequestStatus.Closed, RequestStatus.Open] : [RequestStatus.Open, RequestStatus.Closed];
        return walk.SkipWhile(s => asked.After is { } from && from.Status != s).Select(s => ((RequestStatus?)s, asked.After?.Status == s ? asked.After : null));
    }

    private static IQueryable<ServiceRequest> WithStatus(IQueryable<ServiceRequest> requests, RequestStatus? status) =>
        status is { } one ? requests.Where(r => r.Status == one) : requests;

    /// <summary>Behind the cursor's row in the order of the list; backward, before it and in the opposite order.</summary>
    private static IQueryable<ServiceRequest> Sorted(IQueryable<ServiceRequest> requests, RequestSort sort, RequestCursor? from, bool backward = false)
    {
        // What is due runs upwards, the others begin with the latest.
        var upwards = sort is RequestSort.Due != backward;
        if (from is { } row) requests = requests.Where(Beyond(sort, row, upwards));
        return sort switch
        {
            RequestSort.Due => Ordered(requests, r => r.NextDue, upwards),
            RequestSort.Reported => Ordered(requests, r => r.ReportedAt, upwards),
            RequestSort.Updated => Ordered(requests, r => r.UpdatedAt, upwards),
        };
    }

    private static IQueryable<ServiceRequest> Ordered(IQueryable<ServiceRequest> requests, Expression<Func<ServiceRequest, DateTimeOffset>> by, bool upwards) =>
        upwards ? requests.OrderBy(by).ThenBy(r => r.Seq) : requests.OrderByDescending(by).ThenByDescending(r => r.Seq);

    private static Expression<Func<ServiceRequest, bool>> Beyond(RequestSort sort, RequestCursor row, bool upwards)
    {
        var (at, seq) = (row.At, row.Seq);
        return (sort, upwards) switch
        {
            (RequestSort.Due, true) => r => r.NextDue > at || r.NextDue == at && r.Seq > seq,
            (RequestSort.Due, false) => r => r.NextDue < at || r.NextDue == at && r.Seq < seq,
            (RequestSort.Reported, true) => r => r.ReportedAt > at || r.ReportedAt == at && r.Seq > seq,
            (RequestSort.Reported, false) => r => r.ReportedAt < at || r.ReportedAt == at && r.Seq < seq,
            (RequestSort.Updated, true) => r => r.UpdatedAt > at || r.UpdatedAt == at && r.Seq > seq,
            (RequestSort.Updated, false) => r => r.UpdatedAt < at || r.UpdatedAt == at && r.Seq < seq,
        };
    }

    private static Task<List<RequestItem>> ItemsAsync(IQueryable<ServiceRequest> requests, int most, CancellationToken cancel) =>
        requests.Take(most).Select(r => new RequestItem(
            r.Id, r.Number, r.Status, r.Channel, r.Category, r.Priority, r.CustomerName, r.Serial, r.Model,
            r.Description.Length > Shown ? r.Description.Substring(0, Shown) : r.Description,
            r.ReportedAt, r.UpdatedAt, r.NextDue == Instant.Never ? null : r.NextDue, r.Covered, r.CoveredUntil, r.Provisional, r.Assignee, r.ExternalReference)
        { Seq = r.Seq, PausedBy = r.PausedBy, Product = r.ProductText, ClosedAt = r.ClosedAt }).ToListAsync(cancel);

    private static RequestCursor CursorOf(RequestItem item, RequestSort sort) => new(
        item.Status,
        sort switch { RequestSort.Due => item.NextDue ?? Instant.Never, RequestSort.Reported => item.ReportedAt, RequestSort.Updated => item.UpdatedAt },
        item.Seq);
}
