using Sanbao.Domain.Charters;
using Sanbao.Domain.Customers;
using Sanbao.Domain.InstalledBase;

namespace Sanbao.Domain.Entitlement;

/// <summary>What the records say about earlier repairs of a unit.</summary>
public sealed record RepairHistory(int FailedRepairs, int? SameFaultRepairs, int RepairDays)
{
    public static RepairHistory None { get; } = new(0, null, 0);

    /// <summary>Of one fault it is told apart only where both do.</summary>
    public static RepairHistory operator +(RepairHistory a, RepairHistory b) =>
        new(a.FailedRepairs + b.FailedRepairs, a.SameFaultRepairs + b.SameFaultRepairs, a.RepairDays + b.RepairDays);
}

/// <summary>The facts of a stored unit, as the engine that judges requests reads them.</summary>
public static class UnitFacts
{
    /// <summary>
    /// What is known about the unit for a judgement on a day. Its product, customer, contract and components must be loaded.
    /// </summary>
    /// <param name="component">The component at fault; null: the unit as a whole.</param>
    public static Facts FactsOn(
        this Equipment unit, DateOnly on, Component? component, RepairHistory history, Cause cause = Cause.Unknown,
        Remedy? wanted = null) =>
        unit.FactsOn(on, unit.Product, unit.Customer, unit.Contract, component, history, cause, wanted);

    /// <summary>The same of a unit whose product, customer and contract stand beside it: it is not stored yet.</summary>
    public static Facts FactsOn(
        this Equipment unit, DateOnly on, Product? product, Customer? customer, Contract? contract, Component? component,
        RepairHistory history, Cause cause = Cause.Unknown, Remedy? wanted = null) => new()
        {
            On = on,
            Line = Text(product?.Line),
            Model = Text(product?.Model),
            Product = new(product?.Source, unit.Supplied, unit.AgreementMonths ?? product?.AgreementMonths),
            ComponentClass = Text(component?.Class),
            Component = component is null ? Goods.Unknown : new(component.Source, component.Supplied, component.AgreementMonths),
            Dates = unit.Dates with { Replaced = component?.Replaced ?? unit.Dates.Replaced },
            Evidence = unit.Evidence,
            Sector = contract?.Sector ?? customer?.Sector,
            Party = contract?.Party,
            ContractMonths = contract?.Months,
            StockMonths = contract?.StockMonths,
            Member = customer?.Member,
            Cause = cause,
            FailedRepairs = history.FailedRepairs,
            SameFaultRepairs = history.SameFaultRepairs,
            RepairDays = history.RepairDays,
            UsageHours = unit.UsageHours,
            UsageKilometres = unit.UsageKilometres,
            UsageCycles = unit.UsageCycles,
            Price = unit.Price,
            Wanted = wanted,
            Voided = unit.VoidedFrom is { } from ? new(from, unit.VoidedReason ?? "") : null,
        };

    /// <summary>What is known when only the model is: no dates and no history, so that most terms cannot begin.</summary>
    /// <param name="piece">The component at fault, from the bill; null: the product as a whole.</param>
    public static Facts FactsOn(this Product product, DateOnly on, BillPiece? piece, Customer? customer, Cause cause = Cause.Unknown,
        Remedy? wanted = null) => new()
    {
        On = on,
        Line = Text(product.Line),
        Model = Text(product.Model),
        Product = new(product.Source, null, product.AgreementMonths),
        ComponentClass = Text(piece?.Row.Class),
        Component = piece is null ? Goods.Unknown : new(piece.Row.Source, null, null),
        Sector = customer?.Sector,
        Member = customer?.Member,
        Cause = cause,
        Wanted = wanted,
    };

    /// <summary>The same facts under a contract that was named at intake instead of the unit's own.</summary>
    public static Facts Under(this Facts facts, Contract contract) => facts with
    {
        Sector = contract.Sector ?? facts.Sector,
        Party = contract.Party,
        ContractMonths = contract.Months,
        StockMonths = contract.StockMonths,
    };

    private static string? Text(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
