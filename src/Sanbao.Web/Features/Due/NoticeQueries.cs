using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Promises;

namespace Sanbao.Web.Features.Due;

/// <summary>One notice of the signed-in person.</summary>
/// <param name="Customer">Empty, as the description, when the request is no longer his to see.</param>
public sealed record NoticeItem(
    Guid Id, string Number, PromiseCode Promise, FiringLevel Level, DateTimeOffset Due, DateTimeOffset At, bool Read, string Customer, string Description);

/// <summary>Everybody's own notices.</summary>
internal static class NoticeQueries
{
    public const int PageSize = 50, MostCounted = 99;
    private const int ShownText = 120;

    /// <summary>The latest first, from the cursor on, along the index of account and id; ids are ordered by time.</summary>
    public static async Task<ListStretch<NoticeItem>> PageOfNoticesAsync(this ServiceDb db, Actor actor, ListCursor? from, CancellationToken cancel)
    {
        var requests = db.Requests.AsNoTracking().VisibleTo(actor);
        var told = From(Own(db, actor), from).Take(PageSize + 1)
            .SelectMany(n => requests.Where(r => r.Id == n.RequestId).DefaultIfEmpty(), (n, r) => new { Notice = n, r!.CustomerName, r.Description });
        var sorted = from is { Backward: true } ? told.OrderBy(l => l.Notice.Id) : told.OrderByDescending(l => l.Notice.Id);
        var rows = await sorted
            .Select(l => new NoticeItem(
                l.Notice.Id, l.Notice.RequestNumber, l.Notice.Promise, l.Notice.Level, l.Notice.Due, l.Notice.At, l.Notice.ReadAt != Instant.Never, l.CustomerName ?? "",
                l.Description == null ? "" : l.Description.Length > ShownText ? l.Description.Substring(0, ShownText) : l.Description))
            .ToListAsync(cancel);
        return ListStretch<NoticeItem>.Of(rows, PageSize, from, n => new("", n.Id));
    }

    /// <summary>How many are not acknowledged, counted no further than one over <see cref="MostCounted"/>.</summary>
    public static Task<int> CountUnreadAsync(this ServiceDb db, Actor actor, CancellationToken cancel) =>
        Own(db, actor).Where(n => n.ReadAt == Instant.Never).Take(MostCounted + 1).CountAsync(cancel);

    private static IQueryable<Notice> From(IQueryable<Notice> own, ListCursor? from) => from switch
    {
        null => own.OrderByDescending(n => n.Id),
        { Backward: false } => own.Where(n => n.Id.CompareTo(from.Id) < 0).OrderByDescending(n => n.Id),
        { Backward: true } => own.Where(n => n.Id.CompareTo(from.Id) > 0).OrderBy(n => n.Id),
    };

    private static IQueryable<Notice> Own(ServiceDb db, Actor actor) => db.Notices.AsNoTracking().Where(n => n.AccountId == actor.Id);
}
