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
            .Select(r => new
            {
                r.Number, r.CustomerName, Phone = r.ReporterPhone != "" ? r.ReporterPhone : r.CustomerPhone, r.Model, r.Visits,
                Place = db.Set<Site>().Where(s => db.Equipment.Any(u => u.Id == r.EquipmentId && u.SiteId == s.Id)).OrderBy(s => s.Id).Select(s => s.Address != "" ? s.Address : s.Name).FirstOrDefault(),
            })
            .ToListAsync(cancel);
        // A visit that was planned anew is the last of its request.
        return
        [
            .. found.Select(r => (Request: r, Visit: r.Visits.MaxBy(v => v.Id)!))
                .Where(v => v.Visit.Appointment >= today && (everybodys || v.Visit.EngineerId == actor.Id))
                .OrderBy(v => v.Visit.Appointment).Take(Shown)
                .Select(v => new VisitAhead(v.Visit.Appointment, v.Visit.Engineer, v.Request.Number, v.Request.CustomerName, v.Request.Phone, v.Request.Model, v.Request.Place ?? "")),
        ];
    }
}
