using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Search;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Requests;

namespace Sanbao.Web.Features.TakingIn;

/// <summary>A request that may be the same matter, and why it is shown: the same unit, or the same telephone.</summary>
public sealed record SameMatter(
    Guid Id, string Number, RequestStatus Status, RequestCategory Category, DateTimeOffset ReportedAt, string Description, string? Assignee,
    DateTimeOffset NextDue, bool SameUnit)
{
    private const int Most = 4, Days = 7;

    /// <summary>
    /// What is open on the unit; and on what one of the caller's telephones stands: what is open, however old, and what was reported in the
    /// last week (D3).
    /// </summary>
    public static async Task<ImmutableArray<SameMatter>> FindAsync(
        ServiceDb db, Guid? unit, string?[] phones, Actor actor, DateTimeOffset now, CancellationToken cancel)
    {
        var found = new List<SameMatter>();
        if (unit is { } id)
            found.AddRange(
                await Of(db.Requests.Where(r => r.EquipmentId == id && r.Status == RequestStatus.Open), actor, sameUnit: true, cancel));
        var since = now.AddDays(-Days);
        var called = db.RequestsCalled(phones).Where(r => r.Status == RequestStatus.Open || r.ReportedAt >= since);
        found.AddRange(await Of(called, actor, sameUnit: false, cancel));
        return [.. found.DistinctBy(s => s.Id).Take(Most)];
    }

    private static Task<List<SameMatter>> Of(IQueryable<ServiceRequest> requests, Actor actor, bool sameUnit, CancellationToken cancel) =>
        requests.AsNoTracking().VisibleTo(actor).OrderBy(r => r.Status).ThenByDescending(r => r.ReportedAt).Take(Most)
            .Select(r => new SameMatter(r.Id, r.Number, r.Status, r.Category, r.ReportedAt, r.Description, r.Assignee, r.NextDue, sameUnit))
            .ToListAsync(cancel);
}
