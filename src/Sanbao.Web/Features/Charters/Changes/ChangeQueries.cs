using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Domain.Charters;

namespace Sanbao.Web.Features.Charters.Changes;

/// <summary>One application in a list.</summary>
public sealed record ChangeRow(
    Guid Id, string Code, int Number, DateOnly InForce, CharterChangeStatus Status, string Author, DateTimeOffset WrittenAt, string Reason,
    string DecidedBy, DateTimeOffset? DecidedAt);

internal static class ChangeQueries
{
    /// <summary>Open ones first, then the latest.</summary>
    private static readonly Keyset<CharterChange> OpenFirst =
        Keyset<CharterChange>.Latest(c => c.Status == CharterChangeStatus.Draft ? 1 : 0, c => c.WrittenAt, c => c.Id);

    public static Task<Found<ChangeRow>> PageAsync(ServiceDb db, ListPlace place, CancellationToken cancel) =>
        FindAsync(db.CharterChanges, place, cancel);

    /// <summary>Those of one charter, or of all.</summary>
    public static async Task<IReadOnlyList<ChangeRow>> LatestAsync(ServiceDb db, string? code, CancellationToken cancel) =>
        (await FindAsync(
            db.CharterChanges.Where(c => code == null || c.Code == code), ListPlace.First with { Counted = false }, cancel)).Items;

    private static Task<Found<ChangeRow>> FindAsync(IQueryable<CharterChange> changes, ListPlace place, CancellationToken cancel) =>
        OpenFirst.FindAsync(
            changes.AsNoTracking(),
            c => new ChangeRow(c.Id, c.Code, c.Number, c.InForce, c.Status, c.Author, c.WrittenAt, c.Reason, c.DecidedBy, c.DecidedAt),
            place, cancel);

    /// <summary>Whoever is here in another's place sees what he decides on there, and no other.</summary>
    public static async Task<CharterChange> GetAsync(ServiceDb db, Guid id, Actor actor, CancellationToken cancel)
    {
        var change = await db.CharterChanges.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancel) ?? throw new NotFoundException();
        await db.LoadApprovalsAsync(change, cancel);
        return actor.May(Permission.EditCharters) || change.Approvals.Concerns(actor) ? change : throw new NotFoundException();
    }
}
