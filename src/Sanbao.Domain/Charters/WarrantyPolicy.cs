using System.Collections.Immutable;
using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.Charters;

/// <summary>The warranty part of a charter.</summary>
public sealed record WarrantyPolicy
{
    /// <summary>Read from the top: the first term whose scope fits the facts governs.</summary>
    public required ImmutableArray<WarrantyTerm> Terms { get; init; }

    /// <summary>Causes and components that are excluded by name. Other causes than quality are never covered anyway.</summary>
    public required ImmutableArray<Exclusion> Exclusions { get; init; }

    /// <summary>Remedies of a covered fault in the ordinary case, first due first.</summary>
    public required ImmutableArray<Remedy> Remedies { get; init; }

    /// <summary>Remedies due as of right when their condition holds; they come before the ordinary ones.</summary>
    public required ImmutableArray<RemedyRight> Rights { get; init; }

    /// <summary>An exchange that is not due as of right but can be had for a fee when it is wanted (S10). Null: none.</summary>
    public PaidExchange? PaidExchange { get; init; }

    /// <summary>A refund less depreciation where an exchange is due and the buyer prefers a refund (cn-consumer). Null: none.</summary>
    public DepreciatedRefund? DepreciatedRefund { get; init; }

    /// <summary>Who pays when it is not simply "covered: free, else the customer by tariff". Read from the top, first fit.</summary>
    public required ImmutableArray<PayerRule> Payers { get; init { field = value; Shares = new ShareTable(value); } }

    /// <summary><see cref="Payers"/>, looked up.</summary>
    internal ShareTable Shares { get; private init; } = null!;

    /// <summary>Paid service for life is promised after the period.</summary>
    public bool PaidService { get; init; }

    /// <summary>Days in repair and waiting are added to every last day (cn-consumer).</summary>
    public bool AddsRepairDays { get; init; }

    /// <summary>A last day on a day off moves to the next working day. Off by convention.</summary>
    public bool MovesLastDayToWorkingDay { get; init; }

    /// <summary>
    /// The dealer's period towards the maker: the governing term's months plus the contract's stock turnover months, from this
    /// date. Past it, and inside the user's period, the dealer pays (S10). Null: no dealer in between.
    /// </summary>
    public UnitDate? DealerPeriodFrom { get; init; }

    /// <summary>The supplier's term beside the customer's: inside it the maker pays these lines. Null: none.</summary>
    public SupplierTerm? Supplier { get; init; }

    /// <summary>How long spare parts are promised (S4: 15 years from the sale). Null: no promise.</summary>
    public Limit? PartsAvailable { get; init; }
}

/// <summary>One warranty term: for whom it is, and when it ends.</summary>
public sealed record WarrantyTerm
{
    public required string Code { get; init; }
    public required Bilingual Name { get; init; }
    public required TermScope Scope { get; init; }

    /// <summary>The term ends with the earliest of these; a limit whose start is not known does not count. Empty: without end.</summary>
    public required ImmutableArray<Limit> Limits { get; init; }

    /// <summary>The term ends no earlier than the latest of these (a replaced part's or a paid repair's own term).</summary>
    public required ImmutableArray<Limit> AtLeast { get; init; }

    /// <summary>Each one that fits lengthens every dated limit.</summary>
    public required ImmutableArray<Extension> Extensions { get; init; }

    /// <summary>Causes covered besides quality (S2: wrong goods).</summary>
    public required ImmutableArray<Cause> AlsoCovers { get; init; }

    /// <summary>Where the law or source says so, e.g. an article. May be empty.</summary>
    public string Reference { get; init; } = "";
}

/// <summary>To what a term applies. An empty list or null asks nothing.</summary>
public sealed record TermScope
{
    public ImmutableArray<Source> Sources { get; init; } = [];
    /// <summary>Classes of the component in question, e.g. structure, electrical.</summary>
    public ImmutableArray<string> Components { get; init; } = [];
    /// <summary>Product lines.</summary>
    public ImmutableArray<string> Lines { get; init; } = [];
    public ImmutableArray<string> Models { get; init; } = [];
    /// <summary>The causes for which the term was made; it covers exactly these (S0: damage in transit).</summary>
    public ImmutableArray<Cause> Causes { get; init; } = [];
    public ImmutableArray<string> Sectors { get; init; } = [];
    public ContractParty? Party { get; init; }
    public bool? Member { get; init; }
}

/// <summary>
/// One end of a term: a length from the first known of some dates, or an amount of use. <see cref="IsCap"/> marks the limit that
/// cuts the promised length short (S1: at most 18 months from the factory), which is told as <c>cap-reached</c>.
/// </summary>
public sealed record Limit
{
    public bool IsCap { get; init; }

    /// <summary>Null when <see cref="Usage"/> is given.</summary>
    public Length? Length { get; init; }

    /// <summary>Tried in order; the first that is known, with the evidence it asks for, starts the term.</summary>
    public ImmutableArray<Start> Starts { get; init; } = [];

    public Usage? Usage { get; init; }
}

/// <summary>Where a number of months comes from.</summary>
public enum LengthFrom { Fixed, ContractMonths, AgreementMonths, AgreementOrContractMonths }

/// <summary>A fixed span, or months noted in the contract or in the supplier's agreement (then <see cref="Span"/> is not used).</summary>
public readonly record struct Length(LengthFrom From, Span Span);

/// <summary>A date from which to count, and the evidence without which it does not count (null: none asked).</summary>
public readonly record struct Start(UnitDate Date, string? Evidence);

/// <summary>An amount of use, inclusive: 2000 hours are covered, the 2001st is not.</summary>
public readonly record struct Usage(UsageKind Kind, int Amount);

/// <summary>Lengthens a term by a span where the contract fits (S1: special sectors, signed by the company itself).</summary>
public sealed record Extension(Span By, ImmutableArray<string> Sectors, ContractParty? Party, bool? Member, Bilingual Name);

/// <summary>
/// Causes or component classes that are never covered. Where <see cref="Evidence"/> is asked and not there yet, the decision is
/// provisional and says what proof is wanting (C2, exclusions with evidence).
/// </summary>
public sealed record Exclusion(ImmutableArray<Cause> Causes, ImmutableArray<string> Components, string? Evidence, Bilingual? Name);

/// <summary>Why a remedy is due as of right; becomes the reason code of the decision.</summary>
public enum RightGround { RepeatedRepair, EarlyFailure, ExchangeWindow, WrongGoods, TransportDamage, BatchDefect, PartsMissing,
    RepairTooLong }

/// <summary>Remedies due as of right. Every condition that is given must hold.</summary>
public sealed record RemedyRight
{
    public required string Code { get; init; }
    public required RightGround Ground { get; init; }
    /// <summary>In the order in which they are due, or at the customer's choice.</summary>
    public required ImmutableArray<Remedy> Remedies { get; init; }
    /// <summary>At least so many failed repairs on record.</summary>
    public int? FailedRepairs { get; init; }
    /// <summary>Only repairs of the same fault count.</summary>
    public bool SameFault { get; init; }
    /// <summary>The day judged lies within this span from the first known of <see cref="Starts"/>, last day inclusive.</summary>
    public Span? Within { get; init; }
    public ImmutableArray<Start> Starts { get; init; } = [];
    /// <summary>Parts have been missing for more than so many days.</summary>
    public int? PartsMissingOver { get; init; }
    /// <summary>A repair took more than so many days by the repairer's own fault.</summary>
    public int? RepairOver { get; init; }
    /// <summary>One of these causes.</summary>
    public ImmutableArray<Cause> Causes { get; init; } = [];
    /// <summary>The fault is one of a defective batch.</summary>
    public bool Batch { get; init; }
    /// <summary>Article or clause that grants it. May be empty.</summary>
    public string Reference { get; init; } = "";
}

/// <summary>The fee of a wanted exchange: a rate of the price for each day since the first known start.</summary>
/// <param name="Refurbishing">By what shell and packaging are charged besides; null: they are not.</param>
public sealed record PaidExchange(decimal RatePerDay, ImmutableArray<Start> Starts, Basis? Refurbishing);

/// <summary>The refund of the price less a rate for each day of use, days in repair taken off; rates by product line.</summary>
public sealed record DepreciatedRefund(ImmutableDictionary<string, decimal> RatePerDay, ImmutableArray<Start> Starts, string Reference);

/// <summary>In which situation a payer rule applies.</summary>
public enum Situation
{
    Covered, InPeriodOtherCause,
    /// <summary>A quality fault inside the period that is not covered all the same, for its component is excluded.</summary>
    InPeriodExcluded,
    OutOfPeriodQuality, OutOfPeriodOtherCause,
}

/// <summary>Who pays what in one of the situations, and, where given, only for some causes. Lines left out follow the next fit.</summary>
public sealed record PayerRule(
    ImmutableArray<Situation> Situations, ImmutableArray<Cause> Causes, ImmutableDictionary<LineKind, Share> Lines);

/// <summary>Who pays a line, by what, and how much of it falls to that payer's customer: 0 free, 1 all.</summary>
public readonly record struct Share(Payer Payer, Basis Basis, decimal CustomerShare);

/// <summary>Inside this term of the supplier the maker pays these lines for goods of these sources.</summary>
public sealed record SupplierTerm(ImmutableArray<Source> Sources, Limit Limit, ImmutableArray<LineKind> Lines);
