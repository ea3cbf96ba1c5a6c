using System.Collections.Immutable;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Entitlement;
using Sanbao.Domain.Kernel;
using Sanbao.Domain.Tests.Kernel;

namespace Sanbao.Domain.Tests.Entitlement.Slow;

/// <summary>What a decision says of the period and of who pays, to be compared.</summary>
internal sealed record Answer(bool Covered, bool Undetermined, DateOnly? LastDay, string Lines)
{
    public static Answer Of(Decision d) =>
        new(d.Covered, d.Undetermined, d.LastDay, string.Join("; ", d.Lines.Select(l => Said(l.Kind, l.Payer, l.Basis, l.Share))));

    public static string Said(LineKind kind, Payer payer, Basis? basis, decimal? share) => $"{kind} {payer} {basis} {share:0.##}";
}

/// <summary>
/// One policy, the charter's or the law's, read as plainly as the handbook says it: ends are listed, days walked, and what is missing is
/// found by trying what it could be. It shares no line with the engine.
/// </summary>
internal sealed class SlowTerms
{
    private readonly Charter under;
    private readonly Facts facts;
    private readonly SlowDays days;

    public SlowTerms(Charter under, Facts facts)
    {
        (this.under, this.facts, days) = (under, facts, new(under.Calendar));
        Term = under.Warranty.Terms.FirstOrDefault(t => Fits(t.Scope));
        Voided = facts.Voided is { } v && v.From <= facts.On;
        Excluded = facts.ComponentClass is { } component && Excludes(e => e.Components.Contains(component));
        OtherCause = !CoversCause() || Excludes(e => e.Causes.Contains(facts.Cause));
        if (Term is null) return;
        (Holds, LastDay, Known) = EndOf(Term);
        Undetermined = !Known && !Barred && CouldCover(Term);
    }

    public WarrantyTerm? Term { get; }
    public bool Voided { get; }
    public bool Excluded { get; }
    public bool OtherCause { get; }
    /// <summary>The day lies inside the period.</summary>
    public bool Holds { get; }
    /// <summary>Null: there is none.</summary>
    public DateOnly? LastDay { get; }
    /// <summary>Something ends the term, or says that nothing does.</summary>
    public bool Known { get; }
    public bool Undetermined { get; }

    public bool Barred => Voided || Excluded || OtherCause;
    public bool Covered => Holds && !Barred;
    public bool InPeriod => Holds && !Voided;

    /// <summary>Who pays a line when nobody but the customer and the company is asked.</summary>
    /// <param name="inPeriod">The day lies inside the period that counts, this policy's or the other's.</param>
    public Share Pays(LineKind line, bool inPeriod)
    {
        var situation = Covered ? Situation.Covered
            : inPeriod ? OtherCause ? Situation.InPeriodOtherCause : Situation.InPeriodExcluded
            : OtherCause ? Situation.OutOfPeriodOtherCause : Situation.OutOfPeriodQuality;
        foreach (var rule in under.Warranty.Payers)
            if (rule.Situations.Contains(situation) && (rule.Causes.IsEmpty || rule.Causes.Contains(facts.Cause))
                && rule.Lines.TryGetValue(line, out var share)) return share;
        return Covered ? new(Payer.Company, Basis.Free, 0) : new(Payer.Customer, Basis.Tariff, 1);
    }

    /// <summary>The dealer's own period is over: what was promised, what lengthens it and the months in stock, without caps.</summary>
    public bool DealerPeriodIsOver()
    {
        if (under.Warranty.DealerPeriodFrom is not { } from || DateOf(from) is not { } start) return false;
        var promise = Term?.Limits.FirstOrDefault(l => l is { IsCap: false, Length: not null });
        if (promise is null || SpanOf(promise) is not { } length) return false;
        return facts.On > Lengthened(start, length, [.. Lengthening(Term!), Span.Months(facts.StockMonths ?? 0)]);
    }

    /// <summary>Inside the supplier's term for goods of this source.</summary>
    public bool SupplierPays(LineKind line) =>
        under.Warranty.Supplier is { } supplier && supplier.Sources.Contains(SourceOf()) && supplier.Lines.Contains(line)
        && DayOf(supplier.Limit, []) is { } last && facts.On <= last;

    private (bool Holds, DateOnly? LastDay, bool Known) EndOf(WarrantyTerm term)
    {
        if (term.Limits.IsEmpty) return (true, null, true);
        var least = term.AtLeast.Select(l => DayOf(l, [])).Max();
        if (least is { } day) least = Moved(day);
        // Months that nobody noted: nothing but a minimum can give a period.
        if (!IsNoted(term)) return (facts.On <= least, least, least is not null);
        if (term.Limits.Any(l => l.Usage is { } u && Used(u.Kind) > u.Amount))
            return facts.On <= least ? (true, least, true) : (false, null, true);
        if (term.Limits.Select(l => DayOf(l, Lengthening(term))).Min() is { } first)
        {
            var last = new[] { Moved(first), least }.Max();
            return (facts.On <= last, last, true);
        }
        if (term.Limits.All(l => l.Usage is not null) && term.Limits.Any(l => Used(l.Usage!.Value.Kind) is not null))
            return (true, null, true);
        return (facts.On <= least, least, least is not null);
    }

    /// <summary>Some of what is not known could be such that the day lies inside: a date today, a proof there, nothing used.</summary>
    private bool CouldCover(WarrantyTerm term)
    {
        var noted = IsNoted(term);
        var limits = noted ? [.. term.Limits, .. term.AtLeast] : term.AtLeast;
        if (noted && term.Limits.Any(l => l.Usage is { } use && Used(use.Kind) is null)) return true;
        return limits.Where(l => l.Length is not null).Any(limit => CouldHold(limit, term, term.AtLeast.Contains(limit)));
    }

    // The starts are tried in order: what is known and proven begins the period and leaves nothing open behind it.
    private bool CouldHold(Limit limit, WarrantyTerm term, bool least)
    {
        if (SpanOf(limit) is not { } length) return false;
        foreach (var start in limit.Starts)
        {
            var (date, proven) = (DateOf(start.Date), start.Evidence is not { } kind || facts.Evidence.Contains(kind));
            if (date is { } from && proven) return false;
            if (date is { } unproven && facts.On <= Moved(Lengthened(unproven, length, least ? [] : Lengthening(term)))) return true;
            if (date is null && (!NeedNotHappen(start.Date) || !least && limit.Starts.Length == 1)) return true;
        }
        return false;
    }

    private static bool NeedNotHappen(UnitDate date) => date is UnitDate.Exchanged or UnitDate.Replaced or UnitDate.PaidRepair;

    private DateOnly? DayOf(Limit limit, Span[] longer)
    {
        if (SpanOf(limit) is not { } length) return null;
        var start = limit.Starts.Where(s => s.Evidence is not { } kind || facts.Evidence.Contains(kind))
            .Select(s => DateOf(s.Date)).FirstOrDefault(d => d is not null);
        return start is { } day ? Lengthened(day, length, longer) : null;
    }

    // What is counted in the unit of the length is counted with it, the rest after it: months, days, working days.
    private DateOnly Lengthened(DateOnly start, Span length, Span[] longer)
    {
        SpanUnit[] order = [length.Unit, .. new[] { SpanUnit.Months, SpanUnit.Days, SpanUnit.WorkingDays }.Where(u => u != length.Unit)];
        foreach (var unit in order)
        {
            var count = longer.Append(length).Where(s => s.Unit == unit).Sum(s => s.Count);
            if (count > 0 || unit == length.Unit) start = days.After(start, new(count, unit));
        }
        return start;
    }

    private DateOnly Moved(DateOnly last)
    {
        if (under.Warranty.AddsRepairDays) last = last.AddDays(facts.RepairDays);
        if (under.Warranty.MovesLastDayToWorkingDay) while (!days.IsWorked(last)) last = last.AddDays(1);
        return last;
    }

    private Span[] Lengthening(WarrantyTerm term) =>
        [.. term.Extensions.Where(e => (e.Sectors.IsEmpty || facts.Sector is { } s && e.Sectors.Contains(s))
            && (e.Party is null || e.Party == facts.Party) && (e.Member is null || e.Member == (facts.Member ?? false))).Select(e => e.By)];

    private Span? SpanOf(Limit limit)
    {
        if (limit.Length is not { } length) return null;
        if (length.From is LengthFrom.Fixed) return length.Span;
        var agreed = facts.Component.AgreementMonths ?? (facts.Component.Source is null ? facts.Product.AgreementMonths : null);
        var months = length.From is LengthFrom.ContractMonths ? facts.ContractMonths
            : length.From is LengthFrom.AgreementMonths ? agreed
            : agreed ?? facts.ContractMonths;
        return months is { } noted ? Span.Months(noted) : null;
    }

    private bool IsNoted(WarrantyTerm term) => !term.Limits.Any(l => l is { IsCap: false, Length: not null } && SpanOf(l) is null);

    private bool CoversCause() => Term is { Scope.Causes: { IsEmpty: false } made } ? made.Contains(facts.Cause)
        : facts.Cause is Cause.Quality or Cause.Unknown || Term is not null && Term.AlsoCovers.Contains(facts.Cause);

    private bool Excludes(Func<Exclusion, bool> names) =>
        under.Warranty.Exclusions.Any(e => names(e) && (e.Evidence is not { } proof || facts.Evidence.Contains(proof)));

    private bool Fits(TermScope scope) =>
        Asks(scope.Causes, facts.Cause) && Asks(scope.Sources, SourceOf()) && Asks(scope.Components, facts.ComponentClass)
        && Asks(scope.Lines, facts.Line ?? under.DefaultLine) && Asks(scope.Models, facts.Model) && Asks(scope.Sectors, facts.Sector)
        && (scope.Party is null || scope.Party == facts.Party) && (scope.Member is null || scope.Member == (facts.Member ?? false));

    private static bool Asks<T>(ImmutableArray<T> words, T? word) => words.IsEmpty || words.Any(w => Equals(w, word));

    private Source SourceOf() => facts.Component.Source ?? facts.Product.Source ?? Source.Own;

    private DateOnly? DateOf(UnitDate date) => date is UnitDate.Supplied
        ? facts.Component.Supplied ?? (facts.Component.Source is null ? facts.Product.Supplied : null)
        : (DateOnly?)typeof(UnitDates).GetProperty(date.ToString())!.GetValue(facts.Dates);

    private int? Used(UsageKind kind) => (int?)typeof(Facts).GetProperty("Usage" + kind)!.GetValue(facts);
}
