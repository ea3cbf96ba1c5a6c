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
        FindAsync(db, id, "", before, actor, cancel);

    /// <summary>The same by serial number, however it was typed.</summary>
    public static async Task<UnitOnRecord?> FindAsync(ServiceDb db, string? serial, DateTimeOffset before, Actor actor,
        CancellationToken cancel)
    {
        var key = TextKey.Serial(serial);
        return key.Length == 0 ? null : await FindAsync(db, Guid.Empty, key, before, actor, cancel);
    }

    private static async Task<UnitOnRecord?> FindAsync(ServiceDb db, Guid id, string key, DateTimeOffset before, Actor actor,
        CancellationToken cancel)
    {
        var found = await UnitOf.For(db)(db, id, key, cancel);
        if (found is null || !actor.Sees(found.Unit)) return null;
        var (dealer, customer) = actor.Scope;
        var past = await PastOf.For(db)(db, found.Unit.Id, before, dealer, customer, cancel);
        return new(found.Unit, found.Site, past is null ? RepairHistory.None : new(past.Repairs, null, past.Days), past?.Open ?? 0);
    }

    /// <summary>By id or by key, whichever is given: each has an index, and no unit has the empty key.</summary>
    private static readonly KeptQuery<Func<ServiceDb, Guid, string, CancellationToken, Task<Found?>>> UnitOf = new(() =>
        EF.CompileAsyncQuery((ServiceDb db, Guid id, string key, CancellationToken _) => db.Equipment.AsNoTracking().AsSingleQuery()
            .Where(u => u.Id == id || u.SerialKey == key)
            .Include(u => u.Product).Include(u => u.Customer).Include(u => u.Contract).Include(u => u.Components)
            // A join: a look-up in the projection becomes a window over all sites.
            .LeftJoin(db.Set<Site>(), u => u.SiteId, s => (Guid?)s.Id, (u, s) => new Found(u, s))
            .FirstOrDefault()));

    /// <summary>Every repair counts, whoever asks; of what is open he hears what he may see.</summary>
    private static readonly KeptQuery<Func<ServiceDb, Guid, DateTimeOffset, Guid?, Guid?, CancellationToken, Task<Past?>>> PastOf =
        new(() =>
        EF.CompileAsyncQuery((ServiceDb db, Guid unit, DateTimeOffset before, Guid? dealer, Guid? customer, CancellationToken _) =>
            db.Requests
            .Where(r => r.EquipmentId == unit).GroupBy(r => r.EquipmentId)
            .Select(g => new Past(
                g.Sum(r => r.ReportedAt < before ? r.FailedRepairs : 0),
                g.Sum(r => r.ReportedAt < before ? r.FailedRepairDays : 0),
                g.Count(r => r.Status == RequestStatus.Open
                    && (dealer == null || r.DealerId == dealer) && (customer == null || r.CustomerId == customer))))
            .FirstOrDefault()));

    private sealed record Found(Equipment Unit, Site? Site);

    private sealed record Past(int Repairs, int Days, int Open);
}
