using Sanbao.Domain.Charters;
using Sanbao.Domain.Entitlement;

namespace Sanbao.Web.Features.Entitlement;

/// <summary>Which facts a charter can ask for at all: the page shows these fields and no others, since no other can change the
/// decision.</summary>
internal static class AskedFacts
{
    public static FactSet Of(Charter charter)
    {
        var asked = Of(charter.Warranty);
        return charter.Law is { } law ? asked | Of(law.Warranty) : asked;
    }

    /// <summary>Component classes that the charter or its law names, for a list to choose from.</summary>
    public static string[] ComponentsOf(Charter charter) =>
        [.. ComponentsOf(charter.Warranty).Concat(charter.Law is { } law ? ComponentsOf(law.Warranty) : []).Distinct()];

    /// <summary>Product lines that the charter or its law tells apart.</summary>
    public static string[] LinesOf(Charter charter) =>
        [.. LinesOf(charter.Warranty).Concat(charter.Law is { } law ? LinesOf(law.Warranty) : []).Distinct()];

    public static string[] SectorsOf(Charter charter) =>
        [.. charter.Warranty.Terms.SelectMany(t => t.Scope.Sectors.Concat(t.Extensions.SelectMany(e => e.Sectors))).Distinct()];

    /// <summary>Kinds of proof that the charter or its law asks for.</summary>
    public static string[] EvidenceOf(Charter charter) =>
        [.. EvidenceOf(charter.Warranty).Concat(charter.Law is { } law ? EvidenceOf(law.Warranty) : []).Distinct()];

    private static FactSet Of(WarrantyPolicy policy)
    {
        var asked = default(FactSet).With(Fact.On).With(Fact.Cause);
        foreach (var start in Starts(policy)) asked = asked.With(start.Date.AsFact());
        foreach (var length in Limits(policy).Select(l => l.Length).OfType<Length>())
        {
            if (length.From is LengthFrom.ContractMonths or LengthFrom.AgreementOrContractMonths) asked = asked.With(Fact.ContractMonths);
            if (length.From is LengthFrom.AgreementMonths or LengthFrom.AgreementOrContractMonths) asked = asked.With(Fact.AgreementMonths);
        }
        foreach (var term in policy.Terms) asked |= Of(term);
        if (ComponentsOf(policy).Any()) asked = asked.With(Fact.ComponentClass);
        if (LinesOf(policy).Any()) asked = asked.With(Fact.Line);
        if (policy.Rights.Any(r => r.FailedRepairs is not null)) asked = asked.With(Fact.FailedRepairs);
        if (policy.Rights.Any(r => r.PartsMissingOver is not null)) asked = asked.With(Fact.PartsMissingDays);
        if (policy.Rights.Any(r => r.RepairOver is not null)) asked = asked.With(Fact.RepairOverdueDays);
        if (policy.Rights.Any(r => r.Batch)) asked = asked.With(Fact.Batch);
        if (policy.AddsRepairDays) asked = asked.With(Fact.RepairDays);
        if (policy.PaidExchange is not null || policy.DepreciatedRefund is not null) asked = asked.With(Fact.Wanted).With(Fact.Price);
        if (policy.DealerPeriodFrom is { } from) asked = asked.With(from.AsFact()).With(Fact.StockMonths);
        return asked;
    }

    private static FactSet Of(WarrantyTerm term)
    {
        var asked = default(FactSet);
        if (!term.Scope.Sources.IsEmpty) asked = asked.With(Fact.Source);
        if (!term.Scope.Models.IsEmpty) asked = asked.With(Fact.Model);
        if (!term.Scope.Sectors.IsEmpty || term.Extensions.Any(e => !e.Sectors.IsEmpty)) asked = asked.With(Fact.Sector);
        if (term.Scope.Party is not null || term.Extensions.Any(e => e.Party is not null)) asked = asked.With(Fact.Party);
        if (term.Scope.Member is not null || term.Extensions.Any(e => e.Member is not null)) asked = asked.With(Fact.Member);
        foreach (var usage in term.Limits.Select(l => l.Usage).OfType<Usage>())
            asked = asked.With(usage.Kind.AsFact());
        return asked;
    }

    private static IEnumerable<Limit> Limits(WarrantyPolicy policy) =>
        policy.Terms.SelectMany(t => t.Limits.Concat(t.AtLeast)).Concat(policy.Supplier is { } s ? [s.Limit] : [])
            .Concat(policy.PartsAvailable is { } parts ? [parts] : []);

    private static IEnumerable<Start> Starts(WarrantyPolicy policy) =>
        Limits(policy).SelectMany(l => l.Starts).Concat(policy.Rights.SelectMany(r => r.Starts))
            .Concat(policy.PaidExchange?.Starts ?? []).Concat(policy.DepreciatedRefund?.Starts ?? []);

    private static IEnumerable<string> ComponentsOf(WarrantyPolicy policy) =>
        policy.Terms.SelectMany(t => t.Scope.Components).Concat(policy.Exclusions.SelectMany(e => e.Components));

    private static IEnumerable<string> LinesOf(WarrantyPolicy policy) =>
        policy.Terms.SelectMany(t =>
            t.Scope.Lines).Concat(policy.DepreciatedRefund?.RatePerDay.Keys.Order(StringComparer.Ordinal) ?? Enumerable.Empty<string>());

    private static IEnumerable<string> EvidenceOf(WarrantyPolicy policy) =>
        Starts(policy).Select(s => s.Evidence).Concat(policy.Exclusions.Select(e => e.Evidence)).OfType<string>();
}
