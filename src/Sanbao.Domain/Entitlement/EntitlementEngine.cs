using System.Collections.Immutable;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.Entitlement;

/// <summary>Decides who gets what under a charter, and why. Pure: the same charter and facts give the same decision for ever.</summary>
public static class EntitlementEngine
{
    /// <summary>The decision alone: for lists, replays and liability reports over millions of units.</summary>
    public static Decision Judge(Charter charter, Facts facts) => Decide(charter, facts, new Silent());

    /// <summary>The same decision with its reasoning, made by the same function (docs/decisions/0002).</summary>
    public static (Decision Decision, Explanation Explanation) Explain(Charter charter, Facts facts)
    {
        var recorder = new Recorder();
        var decision = Decide(charter, facts, recorder);
        return (decision, recorder.Under(Outcome(decision)));
    }

    /// <summary>
    /// What the answer would be if what is missing turned out so that the period runs, and so that it is over. Both are the one decision
    /// where nothing is missing that would decide.
    /// </summary>
    public static (Decision IfCovered, Decision IfNot) Weigh(Charter charter, Facts facts) =>
        (Decide(charter, facts, new Silent(), supposing: true), Decide(charter, facts, new Silent(), supposing: false));

    private static Decision Decide<W>(Charter charter, Facts facts, W witness, bool? supposing = null) where W : struct, IWitness
    {
        var look = new Looking<W>(charter, facts, witness, supposing);
        if (W.Listens) witness.Say(Phrase.Of("entitlement.under-charter", charter.Code, charter.Version, charter.Name));
        Judgement own = default, law = default;
        own.Judge(ref look, charter);
        if (charter.Law is { } statute) JudgeUnderLaw(ref look, ref law, statute);
        FindRemedies(ref look, ref own, ref law);
        var reasons = new Reasons();
        var (open, byLaw) = (LawFloor.Undetermined(own, law), LawFloor.LawGoverns(own, law, look.On()));
        ref readonly var end = ref byLaw ? ref law.End : ref own.End;
        LawFloor.Tell(own, law, end, byLaw, look.On(), ref reasons);
        var due = LawFloor.Union(own, law);
        var lines = open
            ? LineSharer.Open(ref look, ref reasons) : LineSharer.Share(ref look, own, law, end, due.Refurbishing, ref reasons);
        TellGaps(own, law, due, ref reasons);
        var parts = PartsUntil(ref look, charter);
        return new Decision
        {
            Covered = own.Covered || law.Covered, Undetermined = open, LastDay = open ? null : end.LastDay, Term = end.Term?.Name,
            CharterCode = charter.Code, CharterVersion = charter.Version, CharterHash = charter.Hash,
            Provisional = IsProvisional(own, law), Remedies = ArrayOf(due), PaidService = charter.Warranty.PaidService,
            Lines = lines, ExchangeFee = due.Fee, Refund = due.Refund, PartsUntil = parts,
            Reasons = reasons.ToArray(), Looked = look.Looked,
        };
    }

    private static void JudgeUnderLaw<W>(ref Looking<W> look, ref Judgement judged, Charter law) where W : struct, IWitness
    {
        if (W.Listens) look.Witness.Open(Phrase.Of("entitlement.under-law", law.Name));
        judged.Judge(ref look, law);
        if (W.Listens) look.Witness.Close();
    }

    /// <summary>Rights and remedies of each that covers; then the amounts, for an exchange that one makes possible can be preferred away
    /// under the other.</summary>
    private static void FindRemedies<W>(ref Looking<W> look, ref Judgement own, ref Judgement law) where W : struct, IWitness
    {
        if (own.Covered) RemedyFinder.Find(ref look, ref own.Remedies, own.Under!);
        if (law.Covered) RemedyFinder.Find(ref look, ref law.Remedies, law.Under!);
        var exchangesFree = own.Remedies.ExchangesFree || law.Remedies.ExchangesFree;
        if (own.Covered) AmountFinder.Find(ref look, ref own.Remedies, own.Policy, exchangesFree);
        if (law.Covered) AmountFinder.Find(ref look, ref law.Remedies, law.Policy, exchangesFree);
    }

    private static bool IsProvisional(in Judgement own, in Judgement law) =>
        own.Bar.JudgedAs is Cause.Unknown || own.Bar.Unproven is not null || own.Provisional || law.Provisional
        || own.Covered && law.Undetermined || law.Covered && own.Undetermined;

    private static void TellGaps(in Judgement own, in Judgement law, in Remedies due, ref Reasons reasons)
    {
        if (own.Undetermined) reasons.Miss(own.End.Gaps);
        if (law.Undetermined) reasons.Miss(law.End.Gaps);
        var gaps = due.Gaps;
        if (own is { Covered: true, End.Unread: { } unread }) gaps.Add(unread.Kind.AsFact());
        if (law is { Covered: true, End.Unread: { } other }) gaps.Add(other.Kind.AsFact());
        reasons.Miss(gaps);
    }

    private static DateOnly? PartsUntil<W>(ref Looking<W> look, Charter charter) where W : struct, IWitness
    {
        if (charter.Warranty.PartsAvailable is not { } limit) return null;
        if (W.Listens) look.Witness.Open(Phrase.Of("entitlement.parts-asked"));
        var until = DatedEnd.Of(ref look, limit, charter).LastDay;
        if (W.Listens) look.Witness.Close();
        return until;
    }

    private static ImmutableArray<Remedy> ArrayOf(in Remedies due) => due.Count switch
    {
        0 => [],
        1 => [due[0]],
        2 => [due[0], due[1]],
        _ => [due[0], due[1], due[2]],
    };

    private static Phrase Outcome(Decision decision) =>
        decision.Undetermined ? Phrase.Of("entitlement.undetermined") : (decision.Covered, decision.LastDay) switch
        {
            (true, { } last) => Phrase.Of("entitlement.covered-until", last),
            (true, null) => Phrase.Of("entitlement.covered-without-end"),
            (false, { } last) => Phrase.Of("entitlement.not-covered-term-ends", last),
            (false, null) => Phrase.Of("entitlement.not-covered"),
        };
}
