using Sanbao.Domain.Charters;

namespace Sanbao.Domain.Entitlement;

/// <summary>What one policy, the charter's or the law's, makes of the facts, before the two are compared.</summary>
internal struct Judgement
{
    public WarrantyPolicy Policy;
    public TermEnd End;
    public Bar Bar;
    public bool Covered;
    public Remedies Remedies;

    /// <summary>The row of the who-pays matrix.</summary>
    public readonly Situation Situation(DateOnly on) =>
        Covered ? Charters.Situation.Covered
        : End.Holds(on) && Bar is { Component: null, Voided: null } ? Charters.Situation.InPeriodOtherCause
        : OutOfPeriod;

    /// <summary>The row that will hold once the period is over.</summary>
    public readonly Situation OutOfPeriod =>
        Bar.Cause is null ? Charters.Situation.OutOfPeriodQuality : Charters.Situation.OutOfPeriodOtherCause;

    /// <summary>Every part is worked out in its place: a judgement is too large to be handed around by the million.</summary>
    public void Judge<W>(ref Looking<W> look, WarrantyPolicy policy) where W : struct, IWitness
    {
        Policy = policy;
        End.Term = TermFinder.Find(ref look, policy);
        TermClock.Find(ref look, ref End, policy);
        BarFinder.Find(ref look, ref Bar, policy, End.Term);
        Covered = End.Holds(look.On()) && !Bar.Bars;
        if (Covered) RemedyFinder.Find(ref look, ref Remedies, policy);
    }
}
