using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Entitlement;
using Sanbao.Domain.InstalledBase;
using Sanbao.Domain.Requests;
using Sanbao.Web.Features.Charters;
using Sanbao.Web.Features.Entitlement;
using Site = Sanbao.Domain.Customers.Site;

namespace Sanbao.Web.Features.InstalledBase;

/// <summary>One request of a unit's history.</summary>
public sealed record PastRequest(
    Guid Id, string Number, RequestCategory Category, RequestStatus Status, string Description, string Solution, DateTimeOffset ReportedAt,
    DateTimeOffset? SolvedAt, DateTimeOffset? ClosedAt, IReadOnlyList<Repair> Repairs, DateTimeOffset NextDue, bool Waiting);

public sealed record RelatedUnit(Guid Id, string Serial, string Model);

/// <summary>A unit belonged to a customer and stood at a site from an instant on.</summary>
public sealed record Move(DateTimeOffset At, Guid? CustomerId, string? Customer, string? Site);

/// <summary>One unit with its whole story, judged as a whole and by component on one day.</summary>
public sealed record UnitView(
    Equipment Unit, Site? Site, RelatedUnit? Parent, IReadOnlyList<RelatedUnit> Children, IReadOnlyList<PastRequest> Requests,
        IReadOnlyList<Move> Moves,
    DateOnly Today, CharterChoice Choice, Judged Whole, IReadOnlyDictionary<Guid, Judged> ByComponent)
{
    /// <summary>So many of the latest requests are shown.</summary>
    public const int Most = 50;

    /// <param name="key">Id, or serial number however it was typed.</param>
    internal static async Task<UnitView> LoadAsync(ServiceDb db, GoverningCharters charters, string key, Actor actor, DateOnly today,
        CancellationToken cancel)
    {
        var unit = await FindAsync(db, key, actor, cancel);
        var requests = await RequestsAsync(db, unit.Id, actor, cancel);
        var (charter, choice) = await charters.OfUnitAsync(unit, today, cancel);
        // Failed repairs of the whole life count, not only those among the requests shown.
        var repairs = await db.RepairHistoryAsync(unit.Id, Instant.Never, null, cancel);
        var whole = Judged.By(charter, unit.FactsOn(today, null, repairs));
        var parts = unit.Components.ToDictionary(c => c.Id, c => Judged.By(charter, unit.FactsOn(today, c, repairs)));
        return new(
            unit.For(actor), unit.SiteId is { } site
                ? await db.Set<Site>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == site, cancel) : null,
            await RelatedAsync(db.Equipment.Where(u => u.Id == unit.ParentId), actor).FirstOrDefaultAsync(cancel),
            await RelatedAsync(db.Equipment.Where(u => u.ParentId == unit.Id), actor).Take(Most).ToListAsync(cancel),
            requests, await MovesAsync(db, unit, actor, cancel), today, choice, whole, parts);
    }

    /// <summary>With product, customer, contract, components and moves; not found when there is none or the actor may not see it.</summary>
    internal static async Task<Equipment> FindAsync(ServiceDb db, string key, Actor actor, CancellationToken cancel)
    {
        return await Named(db, key, actor)
            .Include(u => u.Product).Include(u => u.Customer).Include(u => u.Contract).Include(u => u.Components.OrderBy(c => c.Id))
                .Include(u => u.Moves.OrderBy(m => m.At))
            .AsSplitQuery().SingleOrDefaultAsync(cancel) ?? throw new NotFoundException();
    }

    /// <summary>The id of that unit; not found as in <see cref="FindAsync"/>.</summary>
    internal static async Task<Guid> IdAsync(ServiceDb db, string key, Actor actor, CancellationToken cancel) =>
        await Named(db, key, actor).Select(u => (Guid?)u.Id).SingleOrDefaultAsync(cancel) ?? throw new NotFoundException();

    private static IQueryable<Equipment> Named(ServiceDb db, string key, Actor actor)
    {
        // A slash within a serial number is the one sign that the server leaves encoded in a path.
        var serial = TextKey.Serial(key.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase));
        var isId = Guid.TryParse(key, out var id);
        return db.Equipment.AsNoTracking().VisibleTo(actor).Where(u => u.SerialKey == serial || (isId && u.Id == id));
    }

    private static async Task<List<PastRequest>> RequestsAsync(ServiceDb db, Guid unit, Actor actor, CancellationToken cancel)
    {
        var rows = await db.Requests.AsNoTracking().VisibleTo(actor).Where(r => r.EquipmentId == unit).OrderByDescending(r => r.ReportedAt)
            .Take(Most + 1)
            .Select(r => new
            {
                r.Id, r.Number, r.Category, r.Status, r.Description, r.Solution, r.ReportedAt, r.SolvedAt, r.ClosedAt, r.NextDue,
                    r.PausedBy,
                Repairs = r.Repairs.OrderBy(p => p.Round).ToList(),
            }).ToListAsync(cancel);
        return rows.ConvertAll(r => new PastRequest(
            r.Id, r.Number, r.Category, r.Status, r.Description, r.Solution, r.ReportedAt, r.SolvedAt, r.ClosedAt, r.Repairs, r.NextDue,
                !r.PausedBy.IsEmpty));
    }

    private static IQueryable<RelatedUnit> RelatedAsync(IQueryable<Equipment> units, Actor actor) =>
        units.AsNoTracking().VisibleTo(actor).OrderBy(u => u.SerialKey).Select(u => new RelatedUnit(u.Id, u.Serial, u.Product!.Model));

    private static async Task<List<Move>> MovesAsync(ServiceDb db, Equipment unit, Actor actor, CancellationToken cancel)
    {
        if (unit.Moves.Count < 2) return [];
        var (owners, places) = (unit.Moves.Select(m => m.CustomerId).ToList(), unit.Moves.Select(m => m.SiteId).ToList());
        var customers = await db.Customers.AsNoTracking().VisibleTo(actor).Where(c => owners.Contains(c.Id))
            .Select(c => new { c.Id, c.Name }).ToDictionaryAsync(c => c.Id, c => c.Name, cancel);
        var sites = await db.Set<Site>().AsNoTracking().Where(s => places.Contains(s.Id)).Select(s => new { s.Id, s.Name, s.CustomerId })
            .ToListAsync(cancel);
        return [.. unit.Moves.Select(m => new Move(
            m.At, m.CustomerId is { } c && customers.ContainsKey(c)
                ? c : null, m.CustomerId is { } id ? customers.GetValueOrDefault(id) : null,
            sites.Find(s => s.Id == m.SiteId && customers.ContainsKey(s.CustomerId))?.Name))];
    }
}
