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

    public static Judgement Of<W>(ref Looking<W> look, WarrantyPolicy policy) where W : struct, IWitness
    {
        var term = TermFinder.Find(ref look, policy);
        var end = TermClock.EndOf(ref look, policy, term);
        var bar = BarFinder.Find(ref look, policy, term);
        var covered = end.Holds(look.On()) && !bar.Bars;
        return new Judgement
        {
            Policy = policy, End = end, Bar = bar, Covered = covered,
            Remedies = covered ? RemedyFinder.Find(ref look, policy) : default,
        };
    }
}
