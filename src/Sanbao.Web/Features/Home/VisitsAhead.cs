using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Domain.Requests;
using Site = Sanbao.Domain.Customers.Site;

namespace Sanbao.Web.Features.Home;

/// <summary>A visit that is planned: when, by whom, to whom, where.</summary>
public sealed record VisitAhead(DateTimeOffset At, string Engineer, string Number, string Customer, string Phone, string Model, string Place);

/// <summary>The visits from today on, the next first: one's own, or for those who lead everybody's.</summary>
internal static class VisitsAhead
{
    private const int Looked = 100, Shown = 8;

    public static async Task<ImmutableArray<VisitAhead>> ReadAsync(ServiceDb db, Actor actor, bool everybodys, DateTimeOffset today, CancellationToken cancel)
    {
        var found = await db.Requests.AsNoTracking().VisibleTo(actor).Where(r => r.Status == RequestStatus.Open)
            .Where(r => r.Visits.Any(v => v.Appointment >= today && (everybodys || v.EngineerId == actor.Id)))
            .OrderByDescending(r => r.UpdatedAt).Take(Looked)
            .Select(r => new { r.Number, r.CustomerName, Phone = r.ReporterPhone != "" ? r.ReporterPhone : r.CustomerPhone, r.Model, r.EquipmentId, r.Visits })
            .ToListAsync(cancel);
        // A visit that was planned anew is the last of its request.
        var ahead = found.Select(r => (Request: r, Visit: r.Visits.MaxBy(v => v.Id)!))
            .Where(v => v.Visit.Appointment >= today && (everybodys || v.Visit.EngineerId == actor.Id)).OrderBy(v => v.Visit.Appointment).Take(Shown).ToList();
        var places = await PlacesAsync(db, [.. ahead.Select(v => v.Request.EquipmentId).OfType<Guid>()], cancel);
        return
        [
            .. ahead.Select(v => new VisitAhead(
                v.Visit.Appointment, v.Visit.Engineer, v.Request.Number, v.Request.CustomerName, v.Request.Phone, v.Request.Model,
                v.Request.EquipmentId is { } unit ? places.GetValueOrDefault(unit, "") : "")),
        ];
    }

    /// <summary>Where the units stand: the address, or the name of the site.</summary>
    private static Task<Dictionary<Guid, string>> PlacesAsync(ServiceDb db, Guid[] units, CancellationToken cancel) =>
        db.Equipment.Where(u => units.Contains(u.Id)).Join(db.Set<Site>(), u => u.SiteId, s => (Guid?)s.Id, (u, s) => new { u.Id, Place = s.Address != "" ? s.Address : s.Name })
            .ToDictionaryAsync(u => u.Id, u => u.Place, cancel);
}
