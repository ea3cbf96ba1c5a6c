using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Domain.Entitlement;
using Sanbao.Domain.InstalledBase;
using Sanbao.Domain.Requests;
using Site = Sanbao.Domain.Customers.Site;

namespace Sanbao.Web.Features.Requests;

/// <summary>
/// All that a judgement asks about one unit: the unit with product, customer, contract and components, where it stands, its repairs, and
/// what is open on it. Two queries: the unit, and one line of sums over its requests.
/// </summary>
public sealed record UnitOnRecord(Equipment Unit, Site? Site, RepairHistory History, int OpenRequests)
{
    /// <param name="before">Repairs of requests reported before this instant count.</param>
    /// <returns>Null: there is no such unit, or the actor may not see it.</returns>
    public static Task<UnitOnRecord?> FindAsync(ServiceDb db, Guid id, DateTimeOffset before, Actor actor, CancellationToken cancel) =>
        FindAsync(db, u => u.Id == id, before, actor, cancel);

    /// <summary>The same by serial number, however it was typed.</summary>
    public static async Task<UnitOnRecord?> FindAsync(ServiceDb db, string? serial, DateTimeOffset before, Actor actor, CancellationToken cancel)
    {
        var key = TextKey.Serial(serial);
        return key.Length == 0 ? null : await FindAsync(db, u => u.SerialKey == key, before, actor, cancel);
    }

    private static async Task<UnitOnRecord?> FindAsync(
        ServiceDb db, Expression<Func<Equipment, bool>> which, DateTimeOffset before, Actor actor, CancellationToken cancel)
    {
        var found = await db.Equipment.AsNoTracking().AsSingleQuery().VisibleTo(actor).Where(which)
            .Include(u => u.Product).Include(u => u.Customer).Include(u => u.Contract).Include(u => u.Components)
            // A join: a look-up in the projection becomes a window over all sites.
            .LeftJoin(db.Set<Site>(), u => u.SiteId, s => (Guid?)s.Id, (u, s) => new { Unit = u, Site = s })
            .FirstOrDefaultAsync(cancel);
        if (found is null) return null;
        var past = await db.Requests.Where(r => r.EquipmentId == found.Unit.Id).GroupBy(r => r.EquipmentId)
            .Select(g => new
            {
                Repairs = g.Count(r => r.Repaired && r.ReportedAt < before),
                Days = g.Sum(r => r.Repaired && r.ReportedAt < before ? r.RepairDays : 0),
                Open = g.Count(r => r.Status == RequestStatus.Open),
            })
            .FirstOrDefaultAsync(cancel);
        return new(found.Unit, found.Site, past is null ? RepairHistory.None : new(past.Repairs, null, past.Days), past?.Open ?? 0);
    }
}
