using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Domain.Requests;
using Site = Sanbao.Domain.Customers.Site;

namespace Sanbao.Web.Features.Requests.Visits;

/// <summary>A visit of an open request, and where it goes.</summary>
public sealed record VisitItem
{
    public required Guid Id { get; init; }
    public required DateTimeOffset At { get; init; }
    public required VisitStatus Status { get; init; }
    public required string Engineer { get; init; }
    /// <summary>Null: somebody from outside.</summary>
    public required Guid? EngineerId { get; init; }
    public required DateTimeOffset? ArrivedAt { get; init; }
    public required DateTimeOffset? DoneAt { get; init; }
    public required string Number { get; init; }
    public required string Customer { get; init; }
    public required string Phone { get; init; }
    public required string Model { get; init; }
    public required string Description { get; init; }
    /// <summary>The address, or the name of the site; empty: not known.</summary>
    public required string Place { get; init; }

    /// <summary>The hour has come and nobody is there.</summary>
    public bool IsLate(DateTimeOffset now) => Status is VisitStatus.Scheduled or VisitStatus.Underway && now > At;
}

/// <summary>Looks at visits along the index of their appointments.</summary>
internal static class VisitQueries
{
    private const int Most = 200, ShownText = 60;

    /// <param name="from">Inclusive.</param>
    /// <param name="to">Exclusive.</param>
    /// <param name="of">Whose; null: everybody's.</param>
    public static Task<List<VisitItem>> VisitsAsync(
        this ServiceDb db, Actor actor, DateTimeOffset from, DateTimeOffset to, Guid? of, CancellationToken cancel, int most = Most) =>
        Of(db, actor, Between(db, from, to, of), most, cancel);

    /// <summary>Of days before, not made yet.</summary>
    public static Task<List<VisitItem>> VisitsLeftAsync(
        this ServiceDb db, Actor actor, DateTimeOffset before, Guid? of, CancellationToken cancel) =>
        Of(db, actor, Between(db, before.AddDays(-30), before, of).Where(IsAhead), Most, cancel);

    /// <summary>What else somebody has to do on these days.</summary>
    /// <param name="except">The request that is planned for.</param>
    public static Task<List<VisitItem>> DiaryAsync(
        this ServiceDb db, Actor actor, Guid engineer, DateTimeOffset from, DateTimeOffset to, Guid except, CancellationToken cancel) =>
        Of(db, actor, Between(db, from, to, engineer).Where(IsAhead).Where(v => v.RequestId != except), Most, cancel);

    /// <summary>The requests to which somebody is to go, whoever has them.</summary>
    public static IQueryable<Guid> ToGoTo(this ServiceDb db, Guid person) =>
        db.Set<PlannedVisit>().AsNoTracking().Where(v => v.EngineerId == person).Where(IsAhead).Select(v => v.RequestId);

    private static readonly System.Linq.Expressions.Expression<Func<PlannedVisit, bool>> IsAhead =
        v => v.Status == VisitStatus.Scheduled || v.Status == VisitStatus.Underway || v.Status == VisitStatus.Arrived;

    private static IQueryable<PlannedVisit> Between(ServiceDb db, DateTimeOffset from, DateTimeOffset to, Guid? of)
    {
        var visits = db.Set<PlannedVisit>().AsNoTracking()
            .Where(v => v.Appointment >= from && v.Appointment < to && v.Status != VisitStatus.Cancelled);
        return of is { } engineer ? visits.Where(v => v.EngineerId == engineer) : visits;
    }

    private static async Task<List<VisitItem>> Of(
        ServiceDb db, Actor actor, IQueryable<PlannedVisit> visits, int most, CancellationToken cancel)
    {
        var found = await visits.Join(db.Requests.VisibleTo(actor), v => v.RequestId, r => r.Id, (v, r) => new { Visit = v, Request = r })
            .OrderBy(f => f.Visit.Appointment).ThenBy(f => f.Request.Seq).Take(most)
            .Select(f => new
            {
                f.Visit, f.Request.Number, f.Request.CustomerName, f.Request.ReporterPhone, f.Request.CustomerPhone, f.Request.Model,
                f.Request.EquipmentId,
                Text = f.Request.Description.Length > ShownText ? f.Request.Description.Substring(0, ShownText) : f.Request.Description,
            }).ToListAsync(cancel);
        var places = await PlacesAsync(db, [.. found.Select(f => f.EquipmentId).OfType<Guid>().Distinct()], cancel);
        return found.ConvertAll(f => new VisitItem
        {
            Id = f.Visit.Id, At = f.Visit.Appointment, Status = f.Visit.Status,
            Engineer = f.Visit.Engineer, EngineerId = f.Visit.EngineerId,
            ArrivedAt = f.Visit.ArrivedAt, DoneAt = f.Visit.DoneAt, Number = f.Number, Customer = f.CustomerName,
            Phone = f.ReporterPhone is "" ? f.CustomerPhone : f.ReporterPhone, Model = f.Model, Description = f.Text,
            Place = f.EquipmentId is { } unit ? places.GetValueOrDefault(unit, "") : "",
        });
    }

    /// <summary>Where the units stand.</summary>
    private static Task<Dictionary<Guid, string>> PlacesAsync(ServiceDb db, Guid[] units, CancellationToken cancel) =>
        db.Equipment.Where(u => units.Contains(u.Id))
            .Join(db.Set<Site>(), u => u.SiteId, s => (Guid?)s.Id, (u, s) => new { u.Id, Place = s.Address != "" ? s.Address : s.Name })
            .ToDictionaryAsync(u => u.Id, u => u.Place, cancel);
}
