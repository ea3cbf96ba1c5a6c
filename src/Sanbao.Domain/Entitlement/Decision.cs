using System.Collections.Immutable;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.Entitlement;

/// <summary>What was decided, without its words. Rendered in either language from <see cref="Reasons"/>; stored as it is.</summary>
public sealed record Decision
{
    /// <summary>Inside the term, and the cause is quality or one that the term names. Lines may be free all the same (S8).</summary>
    public required bool Covered { get; init; }

    /// <summary>
    /// Neither covered nor not: no term can be computed, since a date, a proof or a reading is not known that would decide. The reasons
    /// name each (<see cref="ReasonCode.Missing"/>); there is no last day and no remedy, and who pays is open.
    /// </summary>
    public bool Undetermined { get; init; }

    /// <summary>Last day of the governing term, inclusive. Null: without end, ended or ending by use alone, no term, or not
    /// determined.</summary>
    public required DateOnly? LastDay { get; init; }

    /// <summary>Name of the governing term; null where none fits.</summary>
    public required Bilingual? Term { get; init; }

    public required string CharterCode { get; init; }
    public required int CharterVersion { get; init; }
    /// <summary>SHA-256 of the charter's text: the very letters by which it was judged.</summary>
    public required string CharterHash { get; init; }

    /// <summary>
    /// The cause is not known yet and judged as quality, an exclusion still wants its proof (C4), an amount of use its reading, or of
    /// charter and law one covers and the other is undetermined.
    /// </summary>
    public required bool Provisional { get; init; }

    /// <summary>In the order in which they are due, those due as of right first. Empty when not covered.</summary>
    public required ImmutableArray<Remedy> Remedies { get; init; }

    /// <summary>Service for money is promised where it is not covered, for life (S0, S4, S5, S7, S8, S9, S11).</summary>
    public required bool PaidService { get; init; }

    /// <summary>Parts, labour, travel, freight, in this order; then refurbishing, where an exchange costs a fee.</summary>
    public required ImmutableArray<Line> Lines { get; init; }

    /// <summary>Zero when an exchange is due as of right; the fee when it is only wanted; null when there is none. Refurbishing
    /// apart.</summary>
    public required Money? ExchangeFee { get; init; }

    /// <summary>What the buyer gets back when a refund is among the remedies and the price is known; else null.</summary>
    public required Money? Refund { get; init; }

    /// <summary>Last day on which spare parts are promised, inclusive; null: no promise.</summary>
    public required DateOnly? PartsUntil { get; init; }

    public required ImmutableArray<Reason> Reasons { get; init; }

    /// <summary>Everything the decision looked at: a fact outside this set cannot change it.</summary>
    public required FactSet Looked { get; init; }
}

/// <summary>
/// Who pays one line, by what, how much of it is the customer's (0 to 1), and until when that holds (null: no end). Basis and share are
/// null while it is open who pays.
/// </summary>
public sealed record Line(LineKind Kind, Payer Payer, Basis? Basis, decimal? Share, DateOnly? LastDay);

/// <summary>Why: a stable code of the interface and the cause, date, count or article concerned (null: none).</summary>
public readonly record struct Reason(ReasonCode Code, object? Detail = null);

/// <summary>The reason codes of the interface, in kebab-case outside.</summary>
public enum ReasonCode
{
    InPeriod, PeriodOver, CapReached, NoEvidence, ExcludedCause, ExcludedComponent, ComponentTerm, Extension, MemberTerm,
    SupplierTerm, RepeatedRepair, EarlyFailure, StatutoryFloor, RepairTimeAdded, WrongGoods, TransportDamage, ExchangeWindow,
    DealerPeriodOver, Goodwill, NoTerm,
    /// <summary>The fact that is not known: a <see cref="Fact"/> or a <see cref="Proof"/>; one reason for each.</summary>
    Missing,
    Voided,
    // Grounds of a right that have no code of their own in the interface's first list.
    BatchDefect, PartsMissing, RepairTooLong,
}

/// <summary>One kind of fact, for saying what a decision looked at.</summary>
public enum Fact
{
    On, Line, Model, Source, ComponentClass, Supplied, AgreementMonths,
    ExFactory, Shipped, Delivered, Sold, Invoiced, Received, Commissioned, Accepted, PickedUp, Replaced, Exchanged, PaidRepair,
    Evidence, Sector, Party, ContractMonths, StockMonths, Member, Cause, Batch, FailedRepairs, SameFaultRepairs, RepairDays,
    PartsMissingDays, RepairOverdueDays, UsageHours, UsageKilometres, UsageCycles, Price, Wanted, Voided, Goodwill,
}

/// <summary>A set of <see cref="Fact"/>s. Fewer than 64 are known.</summary>
public readonly record struct FactSet(ulong Bits)
{
    public FactSet With(Fact fact) => new(Bits | 1UL << (int)fact);
    public bool Contains(Fact fact) => (Bits & 1UL << (int)fact) != 0;
    public static FactSet operator |(FactSet a, FactSet b) => new(a.Bits | b.Bits);
}
