using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Domain.Charters;

namespace Sanbao.Web.Features.Due;

/// <summary>One notice of the signed-in person.</summary>
/// <param name="By">Who did it; empty: a deadline speaks.</param>
/// <param name="Text">What was said with it; empty, where the document is no longer his to see, too.</param>
/// <param name="Of">Null: the document is no longer his to see.</param>
public sealed record NoticeItem(
    Guid Id, string Number, NoticeReason Reason, PromiseCode? Promise, DateTimeOffset? Moment, DateTimeOffset At, bool Read,
    string By, string Text, HeadRow? Of);

/// <summary>Everybody's own notices.</summary>
internal static class NoticeQueries
{
    public const int MostCounted = 99;

    private static readonly Keyset<Notice> Newest = Keyset<Notice>.Latest(n => n.Id);

    /// <summary>The latest first, along the index of account and id; ids are ordered by time.</summary>
    public static Task<Found<NoticeItem>> PageOfNoticesAsync(this ServiceDb db, Actor actor, ListPlace place, CancellationToken cancel)
    {
        var heads = db.Heads.AsNoTracking().VisibleTo(actor);
        return Newest.FindAsync(
            Own(db, actor),
            n => new NoticeItem(
                n.Id, n.Number, n.Reason, n.Promise, n.Moment, n.At, n.ReadAt != Instant.Never, n.By,
                heads.Any(h => h.Id == n.DocumentId) ? n.Text : "", heads.FirstOrDefault(h => h.Id == n.DocumentId)),
            place with { Counted = false }, cancel);
    }

    /// <summary>How many are not acknowledged, counted no further than one over <see cref="MostCounted"/>.</summary>
    public static Task<int> CountUnreadAsync(this ServiceDb db, Actor actor, CancellationToken cancel) =>
        Own(db, actor).Where(n => n.ReadAt == Instant.Never).Take(MostCounted + 1).CountAsync(cancel);

    private static IQueryable<Notice> Own(ServiceDb db, Actor actor) => db.Notices.AsNoTracking().Where(n => n.AccountId == actor.Id);
}
