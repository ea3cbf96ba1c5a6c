using Sanbao.Domain.Charters;

namespace Sanbao.Domain.Entitlement;

/// <summary>Whether a term ends, and when.</summary>
internal enum EndKind
{
    /// <summary>No term fits, or none of its limits has a known start.</summary>
    None,
    /// <summary>On a known day, inclusive.</summary>
    Day,
    /// <summary>Only by use; no day is known.</summary>
    UsageOnly,
    /// <summary>Never.</summary>
    Never,
}

/// <summary>The governing term and its end as the facts make it.</summary>
internal struct TermEnd
{
    public WarrantyTerm? Term;
    public EndKind Kind;
    /// <summary>Inclusive; null unless <see cref="Kind"/> is a day.</summary>
    public DateOnly? LastDay;
    /// <summary>A cap, not the promised length, set the last day.</summary>
    public bool ByCap;
    /// <summary>The cap on use that was passed; null: none.</summary>
    public Usage? UsedUp;
    /// <summary>Months by which extensions lengthened the term; 0: none fits.</summary>
    public int ExtendedBy;
    /// <summary>Evidence for want of which a start did not count; null: none.</summary>
    public string? MissingEvidence;
    /// <summary>Days in repair that were added; 0: none.</summary>
    public int RepairDays;
    /// <summary>Months promised by the limit that governs, without extensions; null where it is not counted in months.</summary>
    public int? PromisedMonths;

    /// <summary>True when the day lies inside the term, last day inclusive.</summary>
    public readonly bool Holds(DateOnly on) =>
        UsedUp is null && Kind switch
        {
            EndKind.None => false,
            EndKind.Day => on <= LastDay,
            EndKind.UsageOnly or EndKind.Never => true,
        };
}
