using System.Collections.Immutable;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.Entitlement;

/// <summary>
/// Everything an entitlement decision may look at. What is not known is null; nothing here is looked up anywhere else.
/// Stored as a snapshot with the decision it led to.
/// </summary>
public sealed record Facts
{
    /// <summary>The day judged: the day the fault occurred, else the local date of the report.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Product line, e.g. pump, tablet. Null: the charter's default line.</summary>
    public string? Line { get; init; }
    public string? Model { get; init; }

    /// <summary>The goods in question: the component if one is named, with what it does not say taken from the product.</summary>
    public Goods Product { get; init; } = Goods.Unknown;
    /// <summary>Warranty class of the component at fault, e.g. electrical; null: the unit as a whole.</summary>
    public string? ComponentClass { get; init; }
    public Goods Component { get; init; } = Goods.Unknown;

    public UnitDates Dates { get; init; } = UnitDates.None;

    /// <summary>Kinds of proof that are at hand: commissioning, acceptance, invoice, certificate, ...</summary>
    public ImmutableArray<string> Evidence { get; init; } = [];

    /// <summary>Special sector of the user, e.g. metro (S1).</summary>
    public string? Sector { get; init; }
    /// <summary>Who signed with the user: the company itself or a dealer (S1).</summary>
    public ContractParty? Party { get; init; }
    /// <summary>Warranty months that the contract notes.</summary>
    public int? ContractMonths { get; init; }
    /// <summary>Stock turnover months that are added to the dealer's period (S10).</summary>
    public int? StockMonths { get; init; }

    /// <summary>The user is a member (S10). Null: not known, judged as no.</summary>
    public bool? Member { get; init; }

    public Cause Cause { get; init; } = Cause.Unknown;
    /// <summary>The fault is one of a defective batch.</summary>
    public bool Batch { get; init; }

    /// <summary>Recorded repairs after which the unit still did not work, of any fault.</summary>
    public int FailedRepairs { get; init; }
    /// <summary>Failed repairs of the same fault; null: not told apart, all count.</summary>
    public int? SameFaultRepairs { get; init; }
    /// <summary>Days in repair and waiting so far.</summary>
    public int RepairDays { get; init; }
    /// <summary>For how many days parts have been missing.</summary>
    public int PartsMissingDays { get; init; }
    /// <summary>The longest repair by the repairer's own fault, in days.</summary>
    public int RepairOverdueDays { get; init; }

    /// <summary>As read on the day judged, for terms that end by use.</summary>
    public int? UsageHours { get; init; }
    public int? UsageKilometres { get; init; }
    public int? UsageCycles { get; init; }

    /// <summary>What was paid for the unit: the exchange fee and the refund are parts of it. Null: not known.</summary>
    public Money? Price { get; init; }
    /// <summary>What the user asks for; null: he leaves it to us.</summary>
    public Remedy? Wanted { get; init; }

    /// <summary>The warranty was declared void. Null: it was not.</summary>
    public Voided? Voided { get; init; }
    /// <summary>A person with the right to do so gave something free that is not due (C5). Null: nobody did.</summary>
    public Goodwill? Goodwill { get; init; }
}

/// <summary>Where goods come from and what their supplier agreed. Null: not known.</summary>
public sealed record Goods(Source? Source, DateOnly? Supplied, int? AgreementMonths)
{
    public static Goods Unknown { get; } = new(null, null, null);
}

/// <summary>From which day on the warranty is void, and why.</summary>
public sealed record Voided(DateOnly From, string Reason);

/// <summary>The lines given free, by whom, and why.</summary>
public sealed record Goodwill(ImmutableArray<LineKind> Lines, string By, string Reason);
