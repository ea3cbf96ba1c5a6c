using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Requests;

namespace Sanbao.Web.Features.Requests;

/// <summary>A repair of the same unit not long ago.</summary>
public sealed record EarlierRepair(string Number, DateTimeOffset At, string Solution, bool SameComponent, bool SameCause);

/// <summary>Whether what is reported was repaired before: a fault that comes back is another matter than a new one.</summary>
internal static class EarlierRepairs
{
    /// <summary>So many days back; no charter of the format names a term for a repair of its own.</summary>
    public const int DaysBack = 365;

    private const int Most = 3;

    /// <param name="component">What fails now; null: not known, and every repair of the unit is told.</param>
    /// <param name="cause">A repair of this cause is told of another component, too; unknown: none.</param>
    /// <param name="but">The request that asks; null: it is not there yet.</param>
    public static async Task<ImmutableArray<EarlierRepair>> FindAsync(
        ServiceDb db, Guid? unit, Guid? component, Cause cause, Guid? but, DateTimeOffset reported, Actor actor, CancellationToken cancel)
    {
        if (unit is not { } id) return [];
        var (since, any, other) = (reported.AddDays(-DaysBack), component is null, but.GetValueOrDefault());
        var found = await db.Requests.AsNoTracking().VisibleTo(actor)
            .Where(r => r.EquipmentId == id && r.Id != other && r.ReportedAt >= since && r.ReportedAt < reported)
            .Join(db.Set<Repair>(), r => r.Id, p => p.RequestId, (r, p) => new { r.Number, r.ComponentId, p.At, p.Solution, p.Cause })
            .Where(p => any || p.ComponentId == component || cause != Cause.Unknown && p.Cause == cause)
            .OrderByDescending(p => p.At).Take(Most).ToListAsync(cancel);
        return [.. found.Select(p => new EarlierRepair(
            p.Number, p.At, p.Solution, !any && p.ComponentId == component, cause is not Cause.Unknown && p.Cause == cause))];
    }
}
