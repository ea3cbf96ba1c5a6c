using Sanbao.Domain.Charters;

namespace Sanbao.Web.Features.Requests;

/// <summary>A contact as it is said by the one who takes it in, through the page or the API. Anything may be missing.</summary>
internal sealed record RequestToOpen
{
    public Channel? Channel { get; init; }
    public RequestCategory? Category { get; init; }
    /// <summary>Serial number; one that is not known is kept, and the request stays unidentified.</summary>
    public string? Serial { get; init; }
    /// <summary>Model, where there is no serial number.</summary>
    public string? Product { get; init; }
    /// <summary>Name or serial number of the component at fault, on the unit; where no unit is on record, its name on the bill of the
    /// product.</summary>
    public string? Component { get; init; }
    public Person? Customer { get; init; }
    public string? RegionCode { get; init; }
    /// <summary>Null: derived from the region.</summary>
    public Zone? Zone { get; init; }
    public bool? Special { get; init; }
    public string? SpecialReason { get; init; }
    public Priority? Priority { get; init; }
    public string? Description { get; init; }
    public Person? Reporter { get; init; }
    public DateOnly? OccurredOn { get; init; }
    /// <summary>Null: now.</summary>
    public DateTimeOffset? ReportedAt { get; init; }
    public bool? Direct { get; init; }
    public ServiceMode? Mode { get; init; }
    /// <summary>Number of the contract it falls under; null: the unit's.</summary>
    public string? Contract { get; init; }
    public string? ExternalReference { get; init; }
    /// <summary>Code of a charter that governs instead of the one that would.</summary>
    public string? Charter { get; init; }
    public Cause? Cause { get; init; }
    public Remedy? Wanted { get; init; }

    // What a page knows better than words: the rows that were chosen.
    public Guid? EquipmentId { get; init; }
    public Guid? ComponentId { get; init; }
    public Guid? CustomerId { get; init; }

    public sealed record Person(string? Name, string? Phone);
}
