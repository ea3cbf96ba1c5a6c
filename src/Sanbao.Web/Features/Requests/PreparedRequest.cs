using System.Collections.Immutable;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Customers;
using Sanbao.Domain.InstalledBase;
using Sanbao.Domain.Promises;
using Sanbao.Web.Features.Entitlement;
using DomainIntake = Sanbao.Domain.Requests.Intake;
using UnitLife = Sanbao.Domain.Requests.UnitLife;

namespace Sanbao.Web.Features.Requests;

/// <summary>A contact with everything that was looked up, chosen and judged about it; nothing is written yet
/// (docs/decisions/0005).</summary>
public sealed record PreparedRequest
{
    public required DomainIntake Intake { get; init; }
    public required Charter Charter { get; init; }
    public required CharterChoice Choice { get; init; }
    public UnitOnRecord? Unit { get; init; }
    /// <summary>The unit's model, or the one named without a serial number.</summary>
    public Product? Product { get; init; }
    /// <summary>Null: neither unit nor model is known, so there is nothing to judge.</summary>
    public Judged? Judged { get; init; }
    public required ImmutableArray<SimilarCase> Similar { get; init; }

    /// <summary>What would be promised if it were taken in now.</summary>
    public ImmutableArray<Deadline> Promised(DateTimeOffset now) => PromiseEngine.DeadlinesOf(
        Charter,
        new Case
        {
            Category = Intake.Category, Mode = Intake.Mode, Channel = Intake.Channel, RegionCode = Intake.RegionCode, Zone = Intake.Zone,
            Priority = Intake.Priority, Special = Intake.Special,
            Contract = (Intake.Contract ?? Unit?.Unit.Contract)?.Numbers ?? ImmutableDictionary<string, int>.Empty,
        },
        [new(EventKind.Reported, Intake.ReportedAt), .. UnitLife.Of((Intake.Unit ?? Unit?.Unit)?.Dates, Charter)], now);
}

/// <summary>A customer and a unit that are written together with the request, because nobody knew them before.</summary>
/// <param name="AtFault">Of the unit's components; null: the unit as a whole.</param>
internal sealed record Brought(Customer? Customer, Equipment? Unit, Component? AtFault = null);
