using System.Runtime.CompilerServices;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.Entitlement;

/// <summary>Remedies in the order in which they are due, each once, and the grounds of those due as of right.</summary>
internal struct Remedies
{
    private Remedy first, second, third;
    private int count;

    /// <summary>Grounds as bits by <see cref="RightGround"/>.</summary>
    public int Grounds;
    /// <summary>By ground: how often, how many days, or the last day of the window; null where there is nothing to count.</summary>
    public GroundDetails Details;
    /// <summary>Remedies due as of right, as bits by <see cref="Remedy"/>.</summary>
    public int OfRight;
    /// <summary>Where the first right of these says it comes from; empty: not said.</summary>
    public string? Reference;
    /// <summary>The fee of a wanted exchange that is not due as of right; null: none.</summary>
    public Money? Fee;
    /// <summary>By what refurbishing is charged besides that fee; null: it is not.</summary>
    public Basis? Refurbishing;
    /// <summary>The refund that is due; null: none, or the price is not known.</summary>
    public Money? Refund;
    /// <summary>A refund less depreciation was preferred to an exchange.</summary>
    public bool Depreciated;

    public readonly int Count => count;
    public readonly Remedy this[int index] => index switch { 0 => first, 1 => second, _ => third };
    public readonly bool IsOfRight(Remedy remedy) => (OfRight & 1 << (int)remedy) != 0;

    public void Add(Remedy remedy)
    {
        for (var i = 0; i < count; i++) if (this[i] == remedy) return;
        if (count == 0) first = remedy;
        else if (count == 1) second = remedy;
        else third = remedy;
        count++;
    }

    [InlineArray(1 + (int)RightGround.RepairTooLong)]
    public struct GroundDetails
    {
        private object? first;
    }
}

/// <summary>Finds what a covered fault entitles to: rights first, the ordinary remedies, then what can be had for a fee.</summary>
internal static class RemedyFinder
{
    public static void Find<W>(ref Looking<W> look, ref Remedies due, WarrantyPolicy policy, int dueAlready) where W : struct, IWitness
    {
        if (W.Listens) look.Witness.Open(Phrase.Of("entitlement.remedies-asked"));
        foreach (var right in policy.Rights)
        {
            if (W.Listens) look.Witness.Open(Phrase.Of("entitlement.right-asked", right.Ground, right.Reference));
            var holds = Holds(ref look, right, out var until);
            if (W.Listens) look.Witness.Say(Phrase.Of(holds ? "entitlement.right-holds" : "entitlement.right-does-not-hold"));
            if (W.Listens) look.Witness.Close();
            if (holds) Grant(ref due, right, DetailOf(ref look, right, until));
        }
        foreach (var remedy in policy.Remedies) due.Add(remedy);
        PayForExchange(ref look, ref due, policy);
        Refund(ref look, ref due, policy, dueAlready);
        if (W.Listens) look.Witness.Close();
    }

    /// <param name="until">The last day of the window; default where there is none.</param>
    private static bool Holds<W>(ref Looking<W> look, RemedyRight right, out DateOnly until) where W : struct, IWitness
    {
        until = default;
        return (right.Causes.IsEmpty || TermFinder.Has(right.Causes, look.Cause()))
            && (!right.Batch || look.Batch())
            && (right.FailedRepairs is not { } least || Failed(ref look, right) >= least)
            && (right.PartsMissingOver is not { } missing || look.PartsMissingDays() > missing)
            && (right.RepairOver is not { } overdue || look.RepairOverdueDays() > overdue)
            && (right.Within is not { } span || IsWithin(ref look, right, span, out until));
    }

    private static object? DetailOf<W>(ref Looking<W> look, RemedyRight right, DateOnly until) where W : struct, IWitness =>
        right.FailedRepairs is not null ? Failed(ref look, right)
        : right.PartsMissingOver is not null ? look.PartsMissingDays()
        : right.RepairOver is not null ? look.RepairOverdueDays()
        : right.Within is not null ? until
        : null;

    private static int Failed<W>(ref Looking<W> look, RemedyRight right) where W : struct, IWitness =>
        right.SameFault && look.SameFaultRepairs() is { } same ? same : look.FailedRepairs();

    private static bool IsWithin<W>(ref Looking<W> look, RemedyRight right, Span span, out DateOnly last) where W : struct, IWitness
    {
        last = default;
        if (look.FirstKnown(right.Starts.AsSpan(), out var from, out _) is not { } start) return false;
        last = span.LastDayFrom(start, look.Charter.Calendar);
        if (W.Listens) look.Witness.Say(Phrase.Of("entitlement.limit-ends", from, start, span, last));
        return look.On() <= last;
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

    /// <summary>S10: past the window a wanted exchange costs a rate of the price for each day since the purchase.</summary>
    private static void PayForExchange<W>(ref Looking<W> look, ref Remedies due, WarrantyPolicy policy) where W : struct, IWitness
    {
        for (var i = 0; i < due.Count; i++) if (due[i] == Remedy.Exchange) { due.Fee = Money.Zero; return; }
        if (policy.PaidExchange is not { } paid || look.Wanted() != Remedy.Exchange) return;
        due.Add(Remedy.Exchange);
        due.Refurbishing = paid.Refurbishing;
        if (look.FirstKnown(paid.Starts.AsSpan(), out _, out _) is not { } start || look.Price() is not { } price) return;
        var days = Math.Max(0, look.On().DayNumber - start.DayNumber);
        due.Fee = price.Times(paid.RatePerDay * days);
        if (W.Listens) look.Witness.Say(Phrase.Of("entitlement.exchange-fee", price, new Percent(paid.RatePerDay), days, due.Fee));
    }

    /// <summary>
    /// A refund due is the whole price; preferred to an exchange that is due, by this policy or the one before, it is the price less
    /// depreciation (cn-consumer).
    /// </summary>
    private static void Refund<W>(ref Looking<W> look, ref Remedies due, WarrantyPolicy policy, int dueAlready) where W : struct, IWitness
    {
        for (var i = 0; i < due.Count; i++) if (due[i] == Remedy.Refund) { due.Refund = look.Price(); return; }
        if (policy.DepreciatedRefund is not { } rule || ((due.OfRight | dueAlready) & 1 << (int)Remedy.Exchange) == 0) return;
        if (look.Wanted() != Remedy.Refund) return;
        due.Add(Remedy.Refund);
        (due.Depreciated, due.Reference) = (true, due.Reference is { Length: > 0 } article ? article : rule.Reference);
        if (look.Line() is not { } line || !rule.RatePerDay.TryGetValue(line, out var rate)) return;
        if (look.FirstKnown(rule.Starts.AsSpan(), out _, out _) is not { } start || look.Price() is not { } price) return;
        var days = Math.Max(0, look.On().DayNumber - start.DayNumber - look.RepairDays());
        due.Refund = price.Times(Math.Max(0m, 1m - rate * days));
        if (W.Listens) look.Witness.Say(Phrase.Of("entitlement.refund", price, new Percent(rate), days, due.Refund));
    }
}
