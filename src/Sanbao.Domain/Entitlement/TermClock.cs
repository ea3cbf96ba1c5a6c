using Sanbao.Domain.Charters;
using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.Entitlement;

/// <summary>Works out when a term ends: the earliest of its limits, extended, no earlier than its own least, plus repair days.</summary>
internal static class TermClock
{
    public static void Find<W>(ref Looking<W> look, ref TermEnd end, WarrantyPolicy policy) where W : struct, IWitness
    {
        if (end.Term is not { } term) return;
        if (W.Listens) look.Witness.Open(Phrase.Of("entitlement.term-ends", term.Name));
        if (term.Limits.IsEmpty) end.Kind = EndKind.Never;
        else Limit(ref look, ref end, policy, term);
        if (W.Listens) look.Witness.Say(Outcome(end));
        if (W.Listens) look.Witness.Close();
    }

    private static void Limit<W>(ref Looking<W> look, ref TermEnd end, WarrantyPolicy policy, WarrantyTerm term) where W : struct, IWitness
    {
        var longer = Extend(ref look, ref end, term);
        end.Kind = EndKind.UsageOnly;
        foreach (var limit in term.Limits)
        {
            if (limit.Usage is null && end.LastDay is null) end.Kind = EndKind.None;
            if (limit.Usage is { } usage) Use(ref look, ref end, usage);
            else if (DayOf(ref look, limit, longer, ref end.MissingEvidence, out var months) is { } day && (end.LastDay is null || day < end.LastDay))
                (end.Kind, end.LastDay, end.ByCap, end.PromisedMonths) = (EndKind.Day, day, limit.IsCap, months);
        }
        foreach (var least in term.AtLeast)
            if (DayOf(ref look, least, default, ref end.MissingEvidence, out var months) is { } day && (end.LastDay is null || day > end.LastDay))
                (end.Kind, end.LastDay, end.ByCap, end.PromisedMonths, end.ExtendedBy) = (EndKind.Day, day, false, months, 0);
        AddRepairDays(ref look, ref end, policy);
    }

    /// <summary>The months added by every extension that fits; told once the term governs.</summary>
    private static int Extend<W>(ref Looking<W> look, ref TermEnd end, WarrantyTerm term) where W : struct, IWitness
    {
        foreach (var extension in term.Extensions)
        {
            if (W.Listens) look.Witness.Open(Phrase.Of("entitlement.extension-asked", extension.Name, extension.By));
            var fits = (extension.Sectors.IsEmpty || TermFinder.Has(extension.Sectors, look.Sector()))
                && (extension.Party is null || look.Party() == extension.Party)
                && (extension.Member is null || (look.Member() ?? false) == extension.Member);
            if (W.Listens) look.Witness.Say(Phrase.Of(fits ? "entitlement.extension-fits" : "entitlement.extension-does-not-fit"));
            if (W.Listens) look.Witness.Close();
            if (fits) end.ExtendedBy += extension.By.Count;
        }
        return end.ExtendedBy;
    }

    /// <summary>The last day by one dated limit, inclusive; null where its start or its length is not known.</summary>
    internal static DateOnly? DayOf<W>(
        ref Looking<W> look, Limit limit, int longer, ref string? missing, out int? months) where W : struct, IWitness
    {
        months = null;
        if (limit.Length is not { } length) return null;
        if (W.Listens) look.Witness.Open(Phrase.Of(limit.IsCap ? "entitlement.cap" : "entitlement.limit", length));
        var start = look.FirstKnown(limit.Starts.AsSpan(), out var from, out var lacking);
        missing ??= lacking;
        DateOnly? day = null;
        if (start is { } first && SpanOf(ref look, length) is { } span)
        {
            months = span.Unit == SpanUnit.Months ? span.Count : null;
            if (span.Unit == SpanUnit.Months) span = Span.Months(span.Count + longer);
            day = span.LastDayFrom(first, look.Charter.Calendar);
            if (W.Listens) look.Witness.Say(Phrase.Of("entitlement.limit-ends", from, first, span, day));
        }
        else if (W.Listens) look.Witness.Say(Phrase.Of("entitlement.limit-unknown"));
        if (W.Listens) look.Witness.Close();
        return day;
    }

    private static Span? SpanOf<W>(ref Looking<W> look, Length length) where W : struct, IWitness
    {
        var months = length.From switch
        {
            LengthFrom.Fixed => null,
            LengthFrom.ContractMonths => look.ContractMonths(),
            LengthFrom.AgreementMonths => look.AgreementMonths(),
            LengthFrom.AgreementOrContractMonths => look.AgreementMonths() ?? look.ContractMonths(),
        };
        return length.From == LengthFrom.Fixed ? length.Span : months is { } noted ? Span.Months(noted) : null;
    }

    private static void Use<W>(ref Looking<W> look, ref TermEnd end, Usage cap) where W : struct, IWitness
    {
        if (W.Listens) look.Witness.Open(Phrase.Of("entitlement.usage-cap", cap));
        if (look.Used(cap.Kind) is { } used && used > cap.Amount) end.UsedUp = cap;
        if (W.Listens) look.Witness.Close();
    }

    private static void AddRepairDays<W>(ref Looking<W> look, ref TermEnd end, WarrantyPolicy policy) where W : struct, IWitness
    {
        if (end.LastDay is not { } last) return;
        if (policy.AddsRepairDays && look.RepairDays() is > 0 and var days)
        {
            end.RepairDays = days;
            last = Span.Days(days).LastDayFrom(last, look.Charter.Calendar);
            if (W.Listens) look.Witness.Say(Phrase.Of("entitlement.repair-days-added", days, last));
        }
        if (policy.MovesLastDayToWorkingDay && !look.Charter.Calendar.IsWorkingDay(last))
        {
            last = look.Charter.Calendar.WorkingDayAfter(last, 1);
            if (W.Listens) look.Witness.Say(Phrase.Of("entitlement.last-day-moved", last));
        }
        end.LastDay = last;
    }

    private static Phrase Outcome(in TermEnd end) => end.Kind switch
    {
        EndKind.None => Phrase.Of("entitlement.no-start-known"),
        EndKind.Day => Phrase.Of(end.ByCap ? "entitlement.ends-by-cap" : "entitlement.ends", end.LastDay!.Value),
        EndKind.UsageOnly => Phrase.Of("entitlement.ends-by-use"),
        EndKind.Never => Phrase.Of("entitlement.never-ends"),
    };
}
