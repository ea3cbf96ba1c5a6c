using System.Collections.Immutable;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.Entitlement;

/// <summary>Decides who gets what under a charter, and why. Pure: the same charter and facts give the same decision for ever.</summary>
public static class EntitlementEngine
{
    /// <summary>The decision alone: for lists, replays and liability reports over millions of units.</summary>
    public static Decision Judge(Charter charter, Facts facts) => Decide(charter, facts, new Silent());

    /// <summary>The same decision with its reasoning, made by the same function (decision 2).</summary>
    public static (Decision Decision, Explanation Explanation) Explain(Charter charter, Facts facts)
    {
        var recorder = new Recorder();
        var decision = Decide(charter, facts, recorder);
        return (decision, recorder.Under(Outcome(decision)));
    }

    private static Decision Decide<W>(Charter charter, Facts facts, W witness) where W : struct, IWitness
    {
        var look = new Looking<W>(charter, facts, witness);
        if (W.Listens) witness.Say(Phrase.Of("entitlement.under-charter", charter.Code, charter.Version, charter.Name));
        Judgement own = default, law = default;
        own.Judge(ref look, charter.Warranty);
        if (charter.Law is { } statute) JudgeUnderLaw(ref look, ref law, statute, own.Remedies.OfRight);
        var reasons = new Reasons();
        ref readonly var end = ref LawFloor.Compare(own, law, look.On(), charter.Law?.Code, ref reasons);
        var due = LawFloor.Union(own, law);
        var lines = LineSharer.Share(ref look, own, law, end, due.Refurbishing, ref reasons);
        var parts = PartsUntil(ref look, charter.Warranty);
        return new Decision
        {
            Covered = own.Covered || law.Covered, LastDay = end.LastDay, Term = end.Term?.Name,
            CharterCode = charter.Code, CharterVersion = charter.Version, CharterHash = charter.Hash,
            Provisional = own.Bar.Provisional, Remedies = ArrayOf(due), PaidService = charter.Warranty.PaidService,
            Lines = lines, ExchangeFee = due.Fee, Refund = due.Refund, PartsUntil = parts,
            Reasons = reasons.ToArray(), Looked = look.Looked,
        };
    }

    private static void JudgeUnderLaw<W>(
        ref Looking<W> look, ref Judgement judged, Charter law, int dueAlready) where W : struct, IWitness
    {
        if (W.Listens) look.Witness.Open(Phrase.Of("entitlement.under-law", law.Name));
        judged.Judge(ref look, law.Warranty, dueAlready);
        if (W.Listens) look.Witness.Close();
    }

    private static DateOnly? PartsUntil<W>(ref Looking<W> look, WarrantyPolicy policy) where W : struct, IWitness
    {
        if (policy.PartsAvailable is not { } limit) return null;
        string? missing = null;
        if (W.Listens) look.Witness.Open(Phrase.Of("entitlement.parts-asked"));
        var until = TermClock.DayOf(ref look, limit, 0, ref missing, out _);
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
        (decision.Covered, decision.LastDay) switch
        {
            (true, { } last) => Phrase.Of("entitlement.covered-until", last),
            (true, null) => Phrase.Of("entitlement.covered-without-end"),
            (false, { } last) => Phrase.Of("entitlement.not-covered-term-ends", last),
            (false, null) => Phrase.Of("entitlement.not-covered"),
        };
}
