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
internal sealed record UnitsAsked(string? Typed, Guid? Customer, ListCursor? From);

/// <summary>One line of the list, judged on the day it is shown.</summary>
public sealed record UnitRow(Equipment Unit, string? SiteName, string? RegionCode, int OpenRequests, Decision Decision);

public sealed record UnitsFound(IReadOnlyList<UnitRow> Items, ListCursor? Next, CappedCount Count, string? CustomerName)
{
    internal ListCursor? Previous { get; init; }
}

/// <summary>The installed base as a list: the same number of queries however many rows.</summary>
internal static class UnitQueries
{
    public const int PageSize = 50;

    /// <summary>Units by serial number, from the cursor on. What was typed is the beginning of a serial or model, or occurs in a customer's name.</summary>
    public static async Task<UnitsFound> FindAsync(
        ServiceDb db, GoverningCharters charters, UnitsAsked asked, Actor actor, DateOnly today, CancellationToken cancel)
    {
        var all = Matching(db, asked).VisibleTo(actor).AsNoTracking();
        var count = await CappedCount.OfAsync(all, cancel);
        var units = await From(all, asked.From).Include(u => u.Product).Include(u => u.Customer).Include(u => u.Contract).Take(PageSize + 1).ToListAsync(cancel);
        var page = ListStretch<Equipment>.Of(units, PageSize, asked.From, u => new(u.SerialKey, u.Id));
        var name = asked.Customer is { } customer ? await db.Customers.VisibleTo(actor).Where(c => c.Id == customer).Select(c => c.Name).FirstOrDefaultAsync(cancel) : null;
        return new(await RowsAsync(db, charters, page.Items, actor, today, cancel), page.Next, count, name) { Previous = page.Previous };
    }

    private static async Task<List<UnitRow>> RowsAsync(
        ServiceDb db, GoverningCharters charters, List<Equipment> units, Actor actor, DateOnly today, CancellationToken cancel)
    {
        var ids = units.ConvertAll(u => (Guid?)u.Id);
        var siteIds = units.Select(u => u.SiteId).OfType<Guid>().Distinct().ToList();
        var sites = await db.Set<Site>().AsNoTracking().Where(s => siteIds.Contains(s.Id)).Select(s => new { s.Id, s.Name, s.RegionCode }).ToDictionaryAsync(s => s.Id, cancel);
        var tallies = await db.Requests.VisibleTo(actor).Where(r => ids.Contains(r.EquipmentId)).GroupBy(r => r.EquipmentId)
            .Select(g => new { g.Key, Open = g.Count(r => r.Status == RequestStatus.Open), Repairs = g.Count(r => r.Repaired), Days = g.Sum(r => r.Repaired ? r.RepairDays : 0) })
            .ToDictionaryAsync(t => t.Key!.Value, cancel);
        var rows = new List<UnitRow>();
        foreach (var unit in units)
        {
            var tally = tallies.GetValueOrDefault(unit.Id);
            var site = unit.SiteId is { } id ? sites.GetValueOrDefault(id) : null;
            var (charter, _) = await charters.OfUnitAsync(unit, today, cancel);
            var history = tally is null ? RepairHistory.None : new(tally.Repairs, null, tally.Days);
            rows.Add(new(unit, site?.Name, site?.RegionCode, tally?.Open ?? 0, EntitlementEngine.Judge(charter, unit.FactsOn(today, null, history))));
        }
        return rows;
    }

    private static IQueryable<Equipment> From(IQueryable<Equipment> all, ListCursor? from) => from switch
    {
        null => all.OrderBy(u => u.SerialKey),
        { Backward: false, Key: var key } => all.Where(u => string.Compare(u.SerialKey, key) > 0).OrderBy(u => u.SerialKey),
        { Backward: true, Key: var key } => all.Where(u => string.Compare(u.SerialKey, key) < 0).OrderByDescending(u => u.SerialKey),
    };

    private static IQueryable<Equipment> Matching(ServiceDb db, UnitsAsked asked)
    {
        var all = asked.Customer is { } customer ? db.Equipment.Where(u => u.CustomerId == customer) : db.Equipment;
        var key = TextKey.Serial(asked.Typed);
        if (key.Length == 0) return all;
        // Keys compare by bytes on both databases: everything that begins with the key lies below this.
        var end = key + '\uffff';
        var named = db.SearchCustomers(asked.Typed!).Select(c => (Guid?)c.Id);
        return all.Where(u => (string.Compare(u.SerialKey, key) >= 0 && string.Compare(u.SerialKey, end) < 0)
            || (string.Compare(u.Product!.ModelKey, key) >= 0 && string.Compare(u.Product.ModelKey, end) < 0)
            || named.Contains(u.CustomerId));
    }
}
