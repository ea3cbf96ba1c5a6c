using System.Buffers.Text;
using System.Collections.Immutable;
using System.Globalization;
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

public sealed record RequestPage(ImmutableArray<RequestItem> Items, string? Next, CappedCount Count);

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
        var all = await NarrowedAsync(db, asked, actor, cancel);
        var rows = await PageAsync(all, asked, cancel);
        var next = rows.Count > asked.Limit ? CursorOf(rows[asked.Limit - 1], asked.Sort) : null;
        var counted = await WithStatus(all, asked.Status).Take(MostCounted + 1).CountAsync(cancel);
        return new([.. rows.Take(asked.Limit)], next?.ToString(), new(Math.Min(counted, MostCounted), counted > MostCounted));
    }

    /// <summary>Everything asked for in its order, to be read to its end by whoever takes the list out of the house.</summary>
    public static async Task<IReadOnlyList<IQueryable<ServiceRequest>>> WholeAsync(ServiceDb db, RequestsAsked asked, Actor actor, CancellationToken cancel)
    {
        var all = await NarrowedAsync(db, asked, actor, cancel);
        return asked is { Sort: RequestSort.Due, Status: null }
            ? [Sorted(WithStatus(all, RequestStatus.Open), asked.Sort, null), Sorted(WithStatus(all, RequestStatus.Closed), asked.Sort, null)]
            : [Sorted(WithStatus(all, asked.Status), asked.Sort, null)];
    }

    private static async Task<IQueryable<ServiceRequest>> NarrowedAsync(ServiceDb db, RequestsAsked asked, Actor actor, CancellationToken cancel) =>
        asked.Filter.Narrow((asked.Words is { } words ? await db.SearchRequestsAsync(words, cancel) : db.Requests).AsNoTracking().VisibleTo(actor));

    /// <summary>By due with all statuses, what is open comes first: nothing is due on what is closed.</summary>
    private static async Task<List<RequestItem>> PageAsync(IQueryable<ServiceRequest> all, RequestsAsked asked, CancellationToken cancel)
    {
        if (asked.Sort is not RequestSort.Due || asked.Status is not null)
            return await ItemsAsync(Sorted(WithStatus(all, asked.Status), asked.Sort, asked.After), asked.Limit + 1, cancel);
        var rows = new List<RequestItem>();
        if (asked.After is null or { Status: RequestStatus.Open })
            rows = await ItemsAsync(Sorted(WithStatus(all, RequestStatus.Open), asked.Sort, asked.After), asked.Limit + 1, cancel);
        if (rows.Count <= asked.Limit)
        {
            var after = asked.After is { Status: RequestStatus.Closed } ? asked.After : null;
            rows.AddRange(await ItemsAsync(Sorted(WithStatus(all, RequestStatus.Closed), asked.Sort, after), asked.Limit + 1 - rows.Count, cancel));
        }
        return rows;
    }

    private static IQueryable<ServiceRequest> WithStatus(IQueryable<ServiceRequest> requests, RequestStatus? status) =>
        status is { } one ? requests.Where(r => r.Status == one) : requests;

    private static IQueryable<ServiceRequest> Sorted(IQueryable<ServiceRequest> requests, RequestSort sort, RequestCursor? after)
    {
        if (after is { } last)
        {
            var (at, seq) = (last.At, last.Seq);
            requests = sort switch
            {
                RequestSort.Due => requests.Where(r => r.NextDue > at || r.NextDue == at && r.Seq > seq),
                RequestSort.Reported => requests.Where(r => r.ReportedAt < at || r.ReportedAt == at && r.Seq < seq),
                RequestSort.Updated => requests.Where(r => r.UpdatedAt < at || r.UpdatedAt == at && r.Seq < seq),
            };
        }
        return sort switch
        {
            RequestSort.Due => requests.OrderBy(r => r.NextDue).ThenBy(r => r.Seq),
            RequestSort.Reported => requests.OrderByDescending(r => r.ReportedAt).ThenByDescending(r => r.Seq),
            RequestSort.Updated => requests.OrderByDescending(r => r.UpdatedAt).ThenByDescending(r => r.Seq),
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
