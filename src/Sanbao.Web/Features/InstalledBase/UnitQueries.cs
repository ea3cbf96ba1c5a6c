using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Search;
using Sanbao.Domain.Entitlement;
using Sanbao.Domain.InstalledBase;
using Sanbao.Domain.Requests;
using Sanbao.Web.Features.Charters;
using Site = Sanbao.Domain.Customers.Site;

namespace Sanbao.Web.Features.InstalledBase;

/// <summary>Which units are asked for.</summary>
internal sealed record UnitsAsked(string? Typed, Guid? Customer = null, Guid? Product = null);

/// <summary>One line of the list, judged on the day it is shown.</summary>
public sealed record UnitRow(Equipment Unit, string? SiteName, string? RegionCode, int OpenRequests, Decision Decision);

/// <summary>The installed base as a list: the same number of queries however many rows.</summary>
internal static class UnitQueries
{
    private static readonly Keyset<Equipment> BySerial = Keyset<Equipment>.By(u => u.SerialKey);

    /// <summary>Units by serial number. What was typed begins or ends a serial, or finds a product or customer.</summary>
    public static async Task<Found<UnitRow>> FindAsync(
        ServiceDb db, GoverningCharters charters, UnitsAsked asked, ListPlace place, Actor actor, DateOnly today, CancellationToken cancel)
    {
        var all = Matching(db, asked).VisibleTo(actor).AsNoTracking().Include(u => u.Product).Include(u => u.Customer)
            .Include(u => u.Contract);
        var found = await BySerial.FindAsync(all, u => u, place, cancel);
        return found.With(await RowsAsync(db, charters, found.Items, actor, today, cancel));
    }

    private static async Task<List<UnitRow>> RowsAsync(
        ServiceDb db, GoverningCharters charters, IReadOnlyList<Equipment> units, Actor actor, DateOnly today, CancellationToken cancel)
    {
        var ids = units.Select(u => (Guid?)u.Id).ToList();
        var siteIds = units.Select(u => u.SiteId).OfType<Guid>().Distinct().ToList();
        var sites = await db.Set<Site>().AsNoTracking().Where(s => siteIds.Contains(s.Id)).Select(s => new { s.Id, s.Name, s.RegionCode })
            .ToDictionaryAsync(s => s.Id, cancel);
        var tallies = await db.Requests.VisibleTo(actor).Where(r => ids.Contains(r.EquipmentId)).GroupBy(r => r.EquipmentId)
            .Select(g => new
            {
                g.Key, Open = g.Count(r => r.Status == RequestStatus.Open), Repairs = g.Sum(r => r.FailedRepairs),
                Days = g.Sum(r => r.FailedRepairDays)
            })
            .ToDictionaryAsync(t => t.Key!.Value, cancel);
        var rows = new List<UnitRow>();
        foreach (var unit in units)
        {
            var tally = tallies.GetValueOrDefault(unit.Id);
            var site = unit.SiteId is { } id ? sites.GetValueOrDefault(id) : null;
            var (charter, _) = await charters.OfUnitAsync(unit, today, cancel);
            var history = tally is null ? RepairHistory.None : new(tally.Repairs, null, tally.Days);
            rows.Add(
                new(unit, site?.Name, site?.RegionCode, tally?.Open ?? 0,
                    EntitlementEngine.Judge(charter, unit.FactsOn(today, null, history))));
        }
        return rows;
    }

    private static IQueryable<Equipment> Matching(ServiceDb db, UnitsAsked asked)
    {
        IQueryable<Equipment> all = db.Equipment;
        if (asked.Customer is { } customer) all = all.Where(u => u.CustomerId == customer);
        if (asked.Product is { } product) all = all.Where(u => u.ProductId == product);
        if (string.IsNullOrWhiteSpace(asked.Typed)) return all;
        // Each along its own index.
        var (made, owned) = (db.SearchProducts(asked.Typed).Select(p => p.Id), db.SearchCustomers(asked.Typed).Select(c => (Guid?)c.Id));
        var found = db.SearchSerials(asked.Typed).Select(u => u.Id)
            .Union(db.Equipment.Where(u => made.Contains(u.ProductId)).Select(u => u.Id))
            .Union(db.Equipment.Where(u => owned.Contains(u.CustomerId)).Select(u => u.Id));
        return all.Where(u => found.Contains(u.Id));
    }
}
