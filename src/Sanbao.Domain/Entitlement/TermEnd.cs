using Sanbao.Domain.Charters;
using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.Entitlement;

/// <summary>Whether a term ends, and when.</summary>
internal enum EndKind
{
    /// <summary>No term fits, or its months are not noted.</summary>
    None,
    /// <summary>A date, a proof or a reading is missing without which no end can be told.</summary>
    Unknown,
    /// <summary>By use, which was passed; on which day is not known.</summary>
    UsedUp,
    /// <summary>On a known day, inclusive.</summary>
    Day,
    /// <summary>Only by use, which was not passed.</summary>
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
    /// <summary>The amount of use that was passed; null: none.</summary>
    public Usage? UsedUp;
    /// <summary>An amount of use whose reading is not known and would count today; null: none.</summary>
    public Usage? Unread;
    /// <summary>By what extensions lengthened the last day.</summary>
    public Longer ExtendedBy;
    /// <summary>Evidence for want of which a start did not count; null: none.</summary>
    public string? MissingEvidence;
    /// <summary>What is not known and could give an end that covers.</summary>
    public Gaps Gaps;
    /// <summary>Days in repair that were added; 0: none.</summary>
    public int RepairDays;
    /// <summary>The length that was promised to the user, without caps; null where it is not counted in time.</summary>
    public Span? Promised;
    /// <summary>What lengthens that promise for this user.</summary>
    public Longer PromisedLonger;

    /// <summary>True when the day lies inside the term, last day inclusive.</summary>
    public readonly bool Holds(DateOnly on) => Kind switch
    {
        EndKind.None or EndKind.Unknown or EndKind.UsedUp => false,
        EndKind.Day => on <= LastDay,
        EndKind.UsageOnly or EndKind.Never => true,
    };

    /// <summary>
    /// Ends later than the other: holds where the other does not, else by the day. What ends only by use has no last day, so no day is
    /// later; on which day use ended a term is not known, so it is neither later nor earlier.
    /// </summary>
    public readonly bool IsLaterThan(in TermEnd other, DateOnly on) =>
        Holds(on) != other.Holds(on) ? Holds(on)
        : Rank != other.Rank ? Rank > other.Rank
        : Kind is EndKind.Day && LastDay > other.LastDay;

    private readonly int Rank => Kind switch
    {
        EndKind.None or EndKind.Unknown => 0,
        EndKind.UsedUp or EndKind.Day => 1,
        EndKind.UsageOnly => 2,
        EndKind.Never => 3,
    };
}
