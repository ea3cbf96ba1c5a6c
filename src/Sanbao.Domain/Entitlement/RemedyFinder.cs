using Sanbao.Domain.Charters;
using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.Entitlement;

/// <summary>Finds what a covered fault entitles to: rights first, then the ordinary remedies.</summary>
internal static class RemedyFinder
{
    public static void Find<W>(ref Looking<W> look, ref Remedies due, Charter under) where W : struct, IWitness
    {
        if (W.Listens) look.Witness.Open(Phrase.Of("entitlement.remedies-asked"));
        foreach (var right in under.Warranty.Rights)
        {
            if (W.Listens) look.Witness.Open(Asked(right));
            var holds = Holds(ref look, right, under, out var until);
            if (W.Listens) look.Witness.Say(Phrase.Of(holds ? "entitlement.right-holds" : "entitlement.right-does-not-hold"));
            if (W.Listens) look.Witness.Close();
            if (holds) Grant(ref due, right, DetailOf(ref look, right, until));
        }
        foreach (var remedy in under.Warranty.Remedies) due.Add(remedy);
        due.ExchangesFree = due.Has(Remedy.Exchange);
        if (W.Listens) look.Witness.Close();
    }

    private static Phrase Asked(RemedyRight right) => right.Reference.Length > 0
        ? Phrase.Of("entitlement.right-asked", right.Ground, right.Reference)
        : Phrase.Of("entitlement.right-asked-plain", right.Ground);

    /// <param name="until">The last day of the window; default where there is none.</param>
    private static bool Holds<W>(ref Looking<W> look, RemedyRight right, Charter under, out DateOnly until) where W : struct, IWitness
    {
        until = default;
        return (right.Causes.IsEmpty || TermFinder.Has(right.Causes, look.Cause()))
            && (!right.Batch || look.Batch())
            && (right.FailedRepairs is not { } least || Failed(ref look, right) >= least)
            && (right.PartsMissingOver is not { } missing || look.PartsMissingDays() > missing)
            && (right.RepairOver is not { } overdue || look.RepairOverdueDays() > overdue)
            && (right.Within is not { } span || IsWithin(ref look, right, span, under, out until));
    }

    private static object? DetailOf<W>(ref Looking<W> look, RemedyRight right, DateOnly until) where W : struct, IWitness =>
        right.FailedRepairs is not null ? Failed(ref look, right)
        : right.PartsMissingOver is not null ? look.PartsMissingDays()
        : right.RepairOver is not null ? look.RepairOverdueDays()
        : right.Within is not null ? until
        : null;

    private static int Failed<W>(ref Looking<W> look, RemedyRight right) where W : struct, IWitness =>
        right.SameFault && look.SameFaultRepairs() is { } same ? same : look.FailedRepairs();

    /// <summary>A window opens on its first day, not before, and is counted in the policy's own calendar.</summary>
    private static bool IsWithin<W>(ref Looking<W> look, RemedyRight right, Span span, Charter under, out DateOnly last)
        where W : struct, IWitness
    {
        last = default;
        if (look.FirstKnown(right.Starts.AsSpan(), out var from, out _) is not { } start) return false;
        last = span.LastDayFrom(start, under.Calendar);
        if (W.Listens) look.Witness.Say(Phrase.Of("entitlement.limit-ends", from, start, span, last));
        return start <= look.On() && look.On() <= last;
    }

    private static void Grant(ref Remedies due, RemedyRight right, object? detail)
    {
        due.Grounds |= 1 << (int)right.Ground;
        due.Details[(int)right.Ground] ??= detail;
        due.Reference ??= right.Reference;
        foreach (var remedy in right.Remedies)
        {
            due.Add(remedy);
            due.OfRight |= 1 << (int)remedy;
        }
    }
}
