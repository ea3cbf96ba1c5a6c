using Sanbao.Domain.Charters;
using Sanbao.Domain.Entitlement;
using Sanbao.Domain.InstalledBase;

namespace Sanbao.Web.Features.Entitlement;

/// <summary>Facts as posted to the preview. Anything may be left out or null; the page fills the same record.</summary>
internal sealed record FactsRequest
{
    /// <summary>Null: the company's default charter.</summary>
    public string? Charter { get; init; }
    /// <summary>The day judged; null: today.</summary>
    public DateOnly? On { get; init; }
    /// <summary>The day of the report, by which the charter's version is chosen; null: the day judged.</summary>
    public DateOnly? ReportedOn { get; init; }
    public GoodsRequest? Product { get; init; }
    public GoodsRequest? Component { get; init; }
    public DatesRequest? Dates { get; init; }
    public IReadOnlyList<string>? Evidence { get; init; }
    public ContractRequest? Contract { get; init; }
    public CustomerRequest? Customer { get; init; }
    public FaultRequest? Fault { get; init; }
    public HistoryRequest? History { get; init; }
    public UsageRequest? Usage { get; init; }
    public Money? Price { get; init; }
    public Remedy? Wanted { get; init; }
    public VoidedRequest? Voided { get; init; }

    public sealed record GoodsRequest(string? Line, string? Model, string? Class, Source? Source, DateOnly? Supplied, int? AgreementMonths);

    public sealed record DatesRequest(
        DateOnly? ExFactory, DateOnly? Shipped, DateOnly? Delivered, DateOnly? Sold, DateOnly? Invoiced, DateOnly? Received,
        DateOnly? Commissioned, DateOnly? Accepted, DateOnly? PickedUp, DateOnly? Replaced, DateOnly? Exchanged, DateOnly? PaidRepair);

    public sealed record ContractRequest(string? Sector, ContractParty? Party, int? Months, int? StockMonths);

    public sealed record CustomerRequest(bool? Member);

    public sealed record FaultRequest(Cause? Cause, bool? Batch);

    public sealed record HistoryRequest(
        int? FailedRepairs, int? SameFaultRepairs, int? RepairDays, int? PartsMissingDays, int? RepairOverdueDays);

    public sealed record UsageRequest(int? Hours, int? Kilometres, int? Cycles);

    public sealed record VoidedRequest(DateOnly? From, string? Reason);

    internal UnitDates UnitDates => Dates is not { } dates ? UnitDates.None : new UnitDates
    {
        ExFactory = dates.ExFactory, Shipped = dates.Shipped, Delivered = dates.Delivered, Sold = dates.Sold,
        Invoiced = dates.Invoiced, Received = dates.Received, Commissioned = dates.Commissioned, Accepted = dates.Accepted,
        PickedUp = dates.PickedUp, Replaced = dates.Replaced, Exchanged = dates.Exchanged, PaidRepair = dates.PaidRepair,
    };

    /// <summary>The facts to judge; throws field errors for numbers that cannot be.</summary>
    public Facts ToFacts(DateOnly today)
    {
        Check(today);
        return new Facts
        {
            On = On ?? today,
            Line = Text(Product?.Line), Model = Text(Product?.Model), Product = GoodsOf(Product),
            ComponentClass = Text(Component?.Class), Component = GoodsOf(Component),
            Dates = UnitDates,
            Evidence = [.. Evidence ?? []],
            Sector = Text(Contract?.Sector), Party = Contract?.Party, ContractMonths = Contract?.Months,
            StockMonths = Contract?.StockMonths,
            Member = Customer?.Member,
            Cause = Fault?.Cause ?? Cause.Unknown, Batch = Fault?.Batch ?? false,
            FailedRepairs = History?.FailedRepairs ?? 0, SameFaultRepairs = History?.SameFaultRepairs,
            RepairDays = History?.RepairDays ?? 0, PartsMissingDays = History?.PartsMissingDays ?? 0,
            RepairOverdueDays = History?.RepairOverdueDays ?? 0,
            UsageHours = Usage?.Hours, UsageKilometres = Usage?.Kilometres, UsageCycles = Usage?.Cycles,
            Price = Price, Wanted = Wanted,
            Voided = Voided is { From: { } from } v ? new Voided(from, v.Reason ?? "") : null,
        };
    }

    private void Check(DateOnly today)
    {
        var errors = new FieldErrors();
        Between(errors, Product?.AgreementMonths, "product.agreementMonths", 1200);
        Between(errors, Component?.AgreementMonths, "component.agreementMonths", 1200);
        Between(errors, Contract?.Months, "contract.months", 1200);
        Between(errors, Contract?.StockMonths, "contract.stockMonths", 1200);
        Between(errors, History?.FailedRepairs, "history.failedRepairs", 10_000);
        Between(errors, History?.SameFaultRepairs, "history.sameFaultRepairs", 10_000);
        Between(errors, History?.RepairDays, "history.repairDays", 36_500);
        Between(errors, History?.PartsMissingDays, "history.partsMissingDays", 36_500);
        Between(errors, History?.RepairOverdueDays, "history.repairOverdueDays", 36_500);
        Between(errors, Usage?.Hours, "usage.hours", int.MaxValue);
        Between(errors, Usage?.Kilometres, "usage.kilometres", int.MaxValue);
        Between(errors, Usage?.Cycles, "usage.cycles", int.MaxValue);
        errors.When(Price < Money.Zero, "price", "field.negative");
        errors.When(Voided is { From: null }, "voided.from", "field.required");
        Days(errors, On ?? today);
        Texts(errors);
        errors.Throw();
    }

    private void Days(FieldErrors errors, DateOnly on)
    {
        errors.Day(On, "on");
        errors.Day(ReportedOn, "reportedOn");
        errors.Day(Product?.Supplied, "product.supplied");
        errors.Day(Component?.Supplied, "component.supplied");
        errors.Day(Voided?.From, "voided.from");
        LifeDates.CheckDays(UnitDates, errors, under: "dates.");
        LifeDates.CheckFault(UnitDates, Product?.Supplied, on, "on", errors);
    }

    private void Texts(FieldErrors errors)
    {
        errors.Text(Product?.Line, "product.line", 100);
        errors.Text(Product?.Model, "product.model", 100);
        errors.Text(Component?.Class, "component.class", 100);
        errors.Text(Contract?.Sector, "contract.sector", 100);
        errors.Text(Voided?.Reason, "voided.reason", 1000);
        var evidence = Evidence ?? [];
        for (var i = 0; i < evidence.Count; i++) errors.Text(evidence[i], $"evidence[{i}]", 100, required: true);
    }

    private static void Between(FieldErrors errors, int? value, string field, int most) =>
        errors.When(value is < 0 || value > most, field, "field.out-of-range", 0, most);

    private static Goods GoodsOf(GoodsRequest? goods) =>
        goods is null ? Goods.Unknown : new Goods(goods.Source, goods.Supplied, goods.AgreementMonths);

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
