using Sanbao.Domain.Charters;

namespace Sanbao.Domain.Entitlement;

/// <summary>What one policy, the charter's or the law's, makes of the facts, before the two are compared.</summary>
internal struct Judgement
{
    /// <summary>The charter or law that is judged by; null: there is none.</summary>
    public Charter? Under;
    public TermEnd End;
    public Bar Bar;
    public bool Covered;
    /// <summary>Neither covered nor not: a missing date, proof or reading would decide.</summary>
    public bool Undetermined;
    public Remedies Remedies;

    /// <summary>The policy judged by; only asked where there is one.</summary>
    public readonly WarrantyPolicy Policy => Under!.Warranty;

    /// <summary>The day lies inside the period, whatever the cause or component; a void warranty has none.</summary>
    public readonly bool InPeriod(DateOnly on) => End.Holds(on) && Bar.Voided is null;

    /// <summary>Covered, but an exclusion still wants its proof, or an amount of use its reading.</summary>
    public readonly bool Provisional => Covered && (Bar.Unproven is not null || End.Unread is not null);

    /// <summary>The row of the who-pays matrix.</summary>
    /// <param name="inPeriod">The day lies inside the period that counts, this policy's or also the other's.</param>
    public readonly Situation Situation(bool inPeriod) =>
        Covered ? Charters.Situation.Covered
        : !inPeriod ? OutOfPeriod
        : Bar.Cause is null ? Charters.Situation.InPeriodExcluded
        : Charters.Situation.InPeriodOtherCause;

    /// <summary>The row that will hold once the period is over.</summary>
    public readonly Situation OutOfPeriod =>
        Bar.Cause is null ? Charters.Situation.OutOfPeriodQuality : Charters.Situation.OutOfPeriodOtherCause;

    /// <summary>Every part is worked out in its place: a judgement is too large to be handed around by the million.</summary>
    public void Judge<W>(ref Looking<W> look, Charter under) where W : struct, IWitness
    {
        Under = under;
        End.Term = TermFinder.Find(ref look, under.Warranty);
        TermClock.Find(ref look, ref End, under);
        BarFinder.Find(ref look, ref Bar, under.Warranty, End.Term);
        Undetermined = End.Kind is EndKind.Unknown && !Bar.Bars;
        if (Undetermined && look.Supposing is { } covers) Suppose(covers);
        Covered = End.Holds(look.On()) && !Bar.Bars;
    }

    // What is missing turned out so that the period runs, or is over.
    private void Suppose(bool covers) => (Undetermined, End.Kind) = (false, covers ? EndKind.Never : EndKind.None);
}
