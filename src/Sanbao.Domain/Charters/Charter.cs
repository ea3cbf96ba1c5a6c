using System.Collections.Immutable;
using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.Charters;

/// <summary>
/// A company's word, compiled: one version of one policy document. Immutable; the engines read it and nothing else.
/// </summary>
public sealed record Charter
{
    /// <summary>Stable name, e.g. <c>S1</c>. Versions of one charter share it.</summary>
    public required string Code { get; init; }

    /// <summary>Counts up from 1. A version's text never changes once it is known.</summary>
    public required int Version { get; init; }

    /// <summary>SHA-256 of the document's UTF-8 text, lower-case hexadecimal. Stored with every decision (docs/decisions/0001).</summary>
    public required string Hash { get; init; }

    public required Bilingual Name { get; init; }

    /// <summary>What the document is about, for people who choose one. May be empty.</summary>
    public required Bilingual About { get; init; }

    /// <summary>First local day on which this version governs, inclusive; it does until the next version's first day.</summary>
    public required DateOnly InForce { get; init; }

    /// <summary>The zone in which days, hours and calendars are local.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>Working time. Working days of warranty terms and promises are counted in it.</summary>
    public required WorkingCalendar Calendar { get; init; }

    /// <summary>Named lists of GB/T 2260 prefixes; <c>city</c> is the city area. Used to derive a zone from a region code.</summary>
    public required ImmutableArray<Region> Regions { get; init; }

    /// <summary>The product line assumed when a fact names none (e.g. tablet). Null: none.</summary>
    public string? DefaultLine { get; init; }

    public required WarrantyPolicy Warranty { get; init; }

    /// <summary>The law under which no decision may fall, where it applies. Null: the charter stands alone.</summary>
    public Charter? Law { get; init; }

    public required ImmutableArray<PromiseRule> Promises { get; init; }

    /// <summary>What must have happened before a request may be closed, besides that it was answered (D6).</summary>
    public required ImmutableArray<ClosingRule> Closing { get; init; }

    /// <summary>What it asks of a request of this category; how a fault ended unless that is waived.</summary>
    public IEnumerable<ClosingNeed> ClosingNeedsOf(RequestCategory category)
    {
        var rules = Closing.Where(r => r.Categories.IsEmpty || r.Categories.Contains(category)).ToList();
        var asked = rules.SelectMany(r => r.Needs);
        var byDefault = category is RequestCategory.Fault && !rules.Exists(r => r.WaivesOutcome);
        return (byDefault ? asked.Append(ClosingNeed.Outcome) : asked).Distinct();
    }

    /// <summary>The ways of service in the order in which they are tried; skipping one needs a reason (F10). Empty: any.</summary>
    public required ImmutableArray<ServiceMode> Ladder { get; init; }

    /// <summary>Form codes by form, e.g. <c>work-order</c> to <c>SDJ/QRZG-66A</c>.</summary>
    public required ImmutableDictionary<string, string> FormCodes { get; init; }

    /// <summary>When its promises warn. Laid over the document by the company, as its own days are; no decision reads it.</summary>
    public EarlyWarning Warning { get; init; } = EarlyWarning.Usual;

    /// <summary>
    /// The city area is the charter's word. Only where it names none, the company's own says city; null: the charter's regions decide
    /// (city area and regions are lists in the charter).
    /// </summary>
    /// <param name="companyCity">GB/T 2260 prefixes of the company's city area.</param>
    public Charters.Zone? CityOf(string? regionCode, ImmutableArray<string> companyCity) =>
        regionCode is not null && !Regions.Any(r => r.Code == "city")
            && companyCity.Any(p => regionCode.StartsWith(p, StringComparison.Ordinal))
            ? Charters.Zone.City
            : null;
}

/// <summary>A named area: GB/T 2260 codes that begin with one of the prefixes, and with none of the exceptions.</summary>
public sealed record Region(string Code, ImmutableArray<string> Prefixes, ImmutableArray<string> Except)
{
    public bool Contains(string regionCode) =>
        Prefixes.Any(p => regionCode.StartsWith(p, StringComparison.Ordinal))
        && !Except.Any(p => regionCode.StartsWith(p, StringComparison.Ordinal));
}

/// <summary>
/// A request of one of the categories (all if empty) may close only after each of the needs is met.
/// </summary>
/// <param name="WaivesOutcome">How a fault ended is not asked by default; a rule that names it asks all the same.</param>
public sealed record ClosingRule(ImmutableArray<RequestCategory> Categories, ImmutableArray<ClosingNeed> Needs, bool WaivesOutcome);

/// <summary>What a closing rule can ask for.</summary>
public enum ClosingNeed
{
    /// <summary>The customer was asked about the result (S2: a complaint not before).</summary>
    CustomerAsked,
    /// <summary>Somebody verified the result (S4: complaints and enquiries).</summary>
    ResultVerified,
    /// <summary>The solution is written down.</summary>
    Solution,
    /// <summary>How it ended is told: a solution stands, or another outcome was chosen. Of a fault it is asked by default.</summary>
    Outcome,
}
