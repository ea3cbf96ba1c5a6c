using System.Collections.Immutable;
using System.Linq.Expressions;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Requests;

namespace Sanbao.Web.Features.Requests;

/// <summary>One line of a list of requests.</summary>
public sealed record RequestRow
{
    private const int ShownText = 300;

    public required Guid Id { get; init; }
    public required string Number { get; init; }
    public required RequestStatus Status { get; init; }
    public required Channel Channel { get; init; }
    public required RequestCategory Category { get; init; }
    public required Priority Priority { get; init; }
    public required string Customer { get; init; }
    public required string Phone { get; init; }
    public required string Serial { get; init; }
    public required string Model { get; init; }
    /// <summary>What the caller called the product when no unit is known.</summary>
    public required string Product { get; init; }
    public required string Description { get; init; }
    public required DateTimeOffset ReportedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
    public required DateTimeOffset? ClosedAt { get; init; }
    public required DateTimeOffset? NextDue { get; init; }
    public required ImmutableArray<PauseParty> PausedBy { get; init; }
    public required bool? Covered { get; init; }
    public required bool Undetermined { get; init; }
    public required DateOnly? CoveredUntil { get; init; }
    public required bool Provisional { get; init; }
    public required string? Assignee { get; init; }
    public required string Charter { get; init; }
    public required string Solution { get; init; }
    public required string? Reference { get; init; }
    public required RequestOutcome? Outcome { get; init; }
    public required DateOnly? OccurredOn { get; init; }
    public required string Reporter { get; init; }
    public required string ReporterPhone { get; init; }
    public required string? RegionCode { get; init; }
    public required bool Confirmed { get; init; }
    public required bool Replied { get; init; }
    public required ServiceMode? Mode { get; init; }
    public required DateTimeOffset? Appointment { get; init; }
    public required bool Solved { get; init; }
    public required bool CustomerAsked { get; init; }

    public Standing Standing =>
        new(Status, !PausedBy.IsEmpty, Confirmed, Replied, Assignee is not null, Mode, Appointment, Solved, Category, CustomerAsked);

    /// <summary>The model, or what the caller called it; what nobody knows goes by its serial number.</summary>
    public string Unit => Model.Length > 0 ? Model : Product.Length > 0 ? Product : Serial;

    public string ShortDescription => Description.Length > ShownText ? Description[..ShownText] : Description;

    internal static Expression<Func<ServiceRequest, RequestRow>> For(Actor actor)
    {
        var (all, own) = (actor.SeesCompany, actor.OnBehalfOf);
        return r => new RequestRow
        {
            Id = r.Id, Number = r.Number, Status = r.Status, Channel = r.Channel, Category = r.Category, Priority = r.Priority,
            Customer = r.CustomerName,
            Phone = r.CustomerPhone, Serial = r.Serial, Model = r.Model, Product = r.ProductText, Description = r.Description,
            ReportedAt = r.ReportedAt,
            UpdatedAt = r.UpdatedAt, ClosedAt = r.ClosedAt, NextDue = r.NextDue == Instant.Never ? null : r.NextDue, PausedBy = r.PausedBy,
            Covered = r.Covered, Undetermined = r.Undetermined, CoveredUntil = r.CoveredUntil, Provisional = r.Provisional,
            Assignee = r.Assignee, Charter = r.CharterCode,
            Solution = r.Solution, Reference = all || r.ReferenceOf == own ? r.ExternalReference : null,
            Outcome = r.Outcome, OccurredOn = r.OccurredOn, Reporter = r.ReporterName, ReporterPhone = r.ReporterPhone,
            RegionCode = r.RegionCode, Confirmed = r.Direct || r.ConfirmedAt != null, Replied = r.RepliedAt != null, Mode = r.Mode,
            Appointment = r.Visits.OrderByDescending(v => v.Id).Select(v => (DateTimeOffset?)v.Appointment).FirstOrDefault(),
            Solved = r.Solution != "" || r.SolvedAt != null, CustomerAsked = r.CustomerAskedAt != null,
        };
    }
}
