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
    /// <param name="inPeriod">The term that governs, this policy's or the other's, holds.</param>
    public readonly Situation Situation(bool inPeriod) =>
        Covered ? Charters.Situation.Covered
        : inPeriod && Bar is { Cause: not null, Component: null, Voided: null } ? Charters.Situation.InPeriodOtherCause
        : OutOfPeriod;

    /// <summary>The row that will hold once the period is over.</summary>
    public readonly Situation OutOfPeriod =>
        Bar.Cause is null ? Charters.Situation.OutOfPeriodQuality : Charters.Situation.OutOfPeriodOtherCause;

    /// <summary>Every part is worked out in its place: a judgement is too large to be handed around by the million.</summary>
    /// <param name="dueAlready">Remedies due as of right by the policy judged before, as bits by <see cref="Remedy"/>.</param>
    public void Judge<W>(ref Looking<W> look, WarrantyPolicy policy, int dueAlready = 0) where W : struct, IWitness
    {
        Policy = policy;
        End.Term = TermFinder.Find(ref look, policy);
        TermClock.Find(ref look, ref End, policy);
        BarFinder.Find(ref look, ref Bar, policy, End.Term);
        Covered = End.Holds(look.On()) && !Bar.Bars;
        if (Covered) RemedyFinder.Find(ref look, ref Remedies, policy, dueAlready);
    }
}
