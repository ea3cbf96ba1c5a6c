using Sanbao.Domain.Charters;
using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.Entitlement;

/// <summary>
/// Works out when a term ends: with the earliest of its ends, lengthened, no earlier than its own least, plus repair days. An end that
/// wants a date or a proof does not count while another does; where none counts, the gaps are named.
/// </summary>
internal static class TermClock
{
    public static void Find<W>(ref Looking<W> look, ref TermEnd end, Charter under) where W : struct, IWitness
    {
        if (end.Term is not { } term) return;
        if (W.Listens) look.Witness.Open(Phrase.Of("entitlement.term-ends", term.Name));
        if (term.Limits.IsEmpty) end.Kind = EndKind.Never;
        else
        {
            Ends(ref look, ref end, under, term);
            var least = Least(ref look, ref end, under, term);
            NoEarlierThan(ref look, ref end, least);
            if (end.Kind is EndKind.Unknown or EndKind.None) GapFinder.Find(ref look, ref end, under, term);
        }
        if (W.Listens) look.Witness.Say(Outcome(end));
        if (W.Listens) look.Witness.Close();
    }

    private static void Ends<W>(ref Looking<W> look, ref TermEnd end, Charter under, WarrantyTerm term) where W : struct, IWitness
    {
        var longer = Extensions.Of(ref look, term);
        (end.ExtendedBy, end.PromisedLonger) = (longer, longer);
        var (noted, dated, read) = (true, false, false);
        DateOnly? promisedLast = null;
        foreach (var limit in term.Limits)
        {
            if (limit.Usage is { } usage) { read |= Use(ref look, ref end, usage); continue; }
            dated = true;
            var one = DatedEnd.Of(ref look, limit, under, longer);
            end.MissingEvidence ??= one.MissingEvidence;
            if (!limit.IsCap)
            {
                noted &= one.Length is not null;
                if (end.Promised is null || one.LastDay is not null && (promisedLast is null || one.LastDay < promisedLast))
                    (end.Promised, promisedLast) = (one.Length, one.LastDay);
            }
            if (one.LastDay is { } day && (end.LastDay is null || day < end.LastDay)) (end.LastDay, end.ByCap) = (day, limit.IsCap);
        }
        // An amount of use beside a length of time cuts it short; it is an end of its own only where the term has no other.
        end.Kind = !noted ? EndKind.None
            : end.UsedUp is not null ? EndKind.UsedUp
            : end.LastDay is not null ? EndKind.Day
            : !dated && read ? EndKind.UsageOnly
            : EndKind.Unknown;
        end.LastDay = end.Kind is EndKind.Day ? Later(ref look, ref end, under, end.LastDay!.Value) : null;
    }

    /// <summary>True when the amount was read and not passed.</summary>
    private static bool Use<W>(ref Looking<W> look, ref TermEnd end, Usage amount) where W : struct, IWitness
    {
        if (W.Listens) look.Witness.Open(Phrase.Of("entitlement.usage-cap", amount));
        var used = look.Used(amount.Kind);
        if (used > amount.Amount) end.UsedUp ??= amount;
        if (used is null) end.Unread ??= amount;
        if (W.Listens) look.Witness.Close();
        return used <= amount.Amount;
    }

    private static DateOnly? Least<W>(ref Looking<W> look, ref TermEnd end, Charter under, WarrantyTerm term) where W : struct, IWitness
    {
        DateOnly? least = null;
        foreach (var limit in term.AtLeast)
        {
            var dated = DatedEnd.Of(ref look, limit, under);
            end.MissingEvidence ??= dated.MissingEvidence;
            if (dated.LastDay is { } day && (least is null || day > least)) least = day;
        }
        return least is { } last ? Later(ref look, ref end, under, last) : null;
    }

    /// <summary>
    /// A promised minimum lengthens what ended before, and holds where no end can be told; use does not cut into it. What has no last day
    /// it does not shorten.
    /// </summary>
    private static void NoEarlierThan<W>(ref Looking<W> look, ref TermEnd end, DateOnly? least) where W : struct, IWitness
    {
        if (least is not { } day) return;
        var holds = look.On() <= day;
        if (holds) end.Unread = null;
        var wins = end.Kind switch
        {
            EndKind.None or EndKind.Unknown => true,
            EndKind.UsedUp => holds,
            EndKind.Day => day > end.LastDay,
            EndKind.UsageOnly or EndKind.Never => false,
        };
        if (!wins) return;
        (end.Kind, end.LastDay, end.ByCap, end.ExtendedBy, end.UsedUp) = (EndKind.Day, day, false, default, null);
    }

    private static DateOnly Later<W>(ref Looking<W> look, ref TermEnd end, Charter under, DateOnly last) where W : struct, IWitness
    {
        end.RepairDays = RepairDays(ref look, under);
        var later = Lengthened(under, end.RepairDays, last);
        if (W.Listens && end.RepairDays > 0) look.Witness.Say(Phrase.Of("entitlement.repair-days-added", end.RepairDays, later));
        else if (W.Listens && later != last) look.Witness.Say(Phrase.Of("entitlement.last-day-moved", later));
        return later;
    }

    /// <summary>The days in repair that this policy adds; 0: it adds none.</summary>
    internal static int RepairDays<W>(ref Looking<W> look, Charter under) where W : struct, IWitness =>
        under.Warranty.AddsRepairDays ? look.RepairDays() : 0;

    /// <summary>A last day with the days in repair added; then, where the policy says so, one on a day off moves to a day worked.</summary>
    internal static DateOnly Lengthened(Charter under, int repairDays, DateOnly last)
    {
        if (repairDays > 0) last = Span.Days(repairDays).LastDayFrom(last, under.Calendar);
        return under.Warranty.MovesLastDayToWorkingDay && !under.Calendar.IsWorkingDay(last)
            ? under.Calendar.WorkingDayAfter(last, 1) : last;
    }

    private static Phrase Outcome(in TermEnd end) => end.Kind switch
    {
        EndKind.None => Phrase.Of("entitlement.no-start-known"),
        EndKind.Unknown => Phrase.Of("entitlement.end-unknown"),
        EndKind.UsedUp => Phrase.Of("entitlement.used-up", end.UsedUp!.Value),
        EndKind.Day => Phrase.Of(end.ByCap ? "entitlement.ends-by-cap" : "entitlement.ends", end.LastDay!.Value),
        EndKind.UsageOnly => Phrase.Of("entitlement.ends-by-use"),
        EndKind.Never => Phrase.Of("entitlement.never-ends"),
    };
}
