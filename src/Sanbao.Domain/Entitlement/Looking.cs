using Sanbao.Domain.Charters;
using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.Entitlement;

/// <summary>
/// The only way in which the engine reads facts: each look is remembered and told to the witness. A fact that was not looked at
/// cannot have changed the decision; a property test holds the engine to that.
/// </summary>
internal ref struct Looking<W>(Charter charter, Facts facts, W witness, bool? supposing = null) where W : struct, IWitness
{
    private FactSet looked;

    public W Witness { get; } = witness;
    /// <summary>What a missing date, proof or reading is taken to make of the period: that it runs, or is over; null: nothing is
    /// supposed.</summary>
    public bool? Supposing { get; } = supposing;
    public readonly FactSet Looked => looked;

    public DateOnly On() => Seen(Fact.On, facts.On);
    public string? Line() => Seen(Fact.Line, facts.Line ?? charter.DefaultLine);
    public string? Model() => Seen(Fact.Model, facts.Model);
    public string? ComponentClass() => Seen(Fact.ComponentClass, facts.ComponentClass);
    public Source Source() => Seen(Fact.Source, facts.Component.Source ?? facts.Product.Source ?? Charters.Source.Own);
    public int? AgreementMonths() => Seen(Fact.AgreementMonths, facts.Component.AgreementMonths ?? Product.AgreementMonths);
    public string? Sector() => Seen(Fact.Sector, facts.Sector);
    public ContractParty? Party() => Seen(Fact.Party, facts.Party);
    public int? ContractMonths() => Seen(Fact.ContractMonths, facts.ContractMonths);
    public int? StockMonths() => Seen(Fact.StockMonths, facts.StockMonths);
    public bool? Member() => Seen(Fact.Member, facts.Member);
    public Cause Cause() => Seen(Fact.Cause, facts.Cause);
    public bool Batch() => Seen(Fact.Batch, facts.Batch);
    public int FailedRepairs() => Seen(Fact.FailedRepairs, facts.FailedRepairs);
    public int? SameFaultRepairs() => Seen(Fact.SameFaultRepairs, facts.SameFaultRepairs);
    public int RepairDays() => Seen(Fact.RepairDays, facts.RepairDays);
    public int PartsMissingDays() => Seen(Fact.PartsMissingDays, facts.PartsMissingDays);
    public int RepairOverdueDays() => Seen(Fact.RepairOverdueDays, facts.RepairOverdueDays);
    public Money? Price() => Seen(Fact.Price, facts.Price);
    public Remedy? Wanted() => Seen(Fact.Wanted, facts.Wanted);
    public Voided? Voided() => Seen(Fact.Voided, facts.Voided, facts.Voided?.Reason);
    public Goodwill? Goodwill() => Seen(Fact.Goodwill, facts.Goodwill, facts.Goodwill?.Reason);

    public bool HasEvidence(string kind)
    {
        var there = facts.Evidence.Contains(kind);
        looked = looked.With(Fact.Evidence);
        if (W.Listens)
            Witness.Say(
            Phrase.Of(there ? "entitlement.evidence-there" : "entitlement.evidence-missing", new Word("evidence." + kind, kind)));
        return there;
    }

    public DateOnly? Date(UnitDate date) => date switch
    {
        UnitDate.ExFactory => Seen(Fact.ExFactory, facts.Dates.ExFactory),
        UnitDate.Shipped => Seen(Fact.Shipped, facts.Dates.Shipped),
        UnitDate.Delivered => Seen(Fact.Delivered, facts.Dates.Delivered),
        UnitDate.Sold => Seen(Fact.Sold, facts.Dates.Sold),
        UnitDate.Invoiced => Seen(Fact.Invoiced, facts.Dates.Invoiced),
        UnitDate.Received => Seen(Fact.Received, facts.Dates.Received),
        UnitDate.Commissioned => Seen(Fact.Commissioned, facts.Dates.Commissioned),
        UnitDate.Accepted => Seen(Fact.Accepted, facts.Dates.Accepted),
        UnitDate.PickedUp => Seen(Fact.PickedUp, facts.Dates.PickedUp),
        UnitDate.Supplied => Seen(Fact.Supplied, facts.Component.Supplied ?? Product.Supplied),
        UnitDate.Replaced => Seen(Fact.Replaced, facts.Dates.Replaced),
        UnitDate.Exchanged => Seen(Fact.Exchanged, facts.Dates.Exchanged),
        UnitDate.PaidRepair => Seen(Fact.PaidRepair, facts.Dates.PaidRepair),
    };

    public int? Used(UsageKind kind) => kind switch
    {
        UsageKind.Hours => Seen(Fact.UsageHours, facts.UsageHours),
        UsageKind.Kilometres => Seen(Fact.UsageKilometres, facts.UsageKilometres),
        UsageKind.Cycles => Seen(Fact.UsageCycles, facts.UsageCycles),
    };

    /// <summary>
    /// The first of the starts that is known, with the evidence it asks for. <paramref name="missing"/> names the evidence for want
    /// of which an earlier one did not count; null if none was passed over for that.
    /// </summary>
    public DateOnly? FirstKnown(ReadOnlySpan<Start> starts, out UnitDate found, out string? missing)
    {
        (found, missing) = (default, null);
        foreach (var start in starts)
        {
            var date = Date(start.Date);
            if (start.Evidence is { } kind && (date is null || !HasEvidence(kind))) { missing ??= kind; continue; }
            if (date is null) continue;
            found = start.Date;
            return date;
        }
        return null;
    }

    /// <summary>What speaks where the component does not: nothing for one that has an origin of its own, else the product.</summary>
    private readonly Goods Product => facts.Component.Source is null ? facts.Product : Goods.Unknown;

    private T Seen<T>(Fact fact, T value) => Seen(fact, value, value);

    /// <summary>A fact is told once, in the step that looked at it first.</summary>
    private T Seen<T, S>(Fact fact, T value, S shown)
    {
        if (W.Listens && !looked.Contains(fact)) Witness.Look(fact, shown);
        looked = looked.With(fact);
        return value;
    }
}
