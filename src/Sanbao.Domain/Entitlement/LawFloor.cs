using Sanbao.Domain.Charters;
using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.Entitlement;

/// <summary>The better of charter and law, right by right (decision 4): the later last day, every remedy due as of right.</summary>
internal static class LawFloor
{
    /// <summary>The end that governs, and the reasons of the whole decision.</summary>
    public static ref readonly TermEnd Compare(in Judgement own, in Judgement law, DateOnly on, string? code, ref Reasons reasons)
    {
        var (byLaw, adds) = (LawGoverns(own, law), AddsRight(own, law));
        ref readonly var end = ref byLaw ? ref law.End : ref own.End;
        reasons.Tell(law.Covered && !own.Covered ? law : own, end, on);
        if (law.Covered) reasons.TellGrounds(law.Remedies);
        if (byLaw && end.RepairDays > 0) reasons.Add(ReasonCode.RepairTimeAdded, end.RepairDays);
        if (byLaw || adds)
            reasons.Add(ReasonCode.StatutoryFloor, adds && law.Remedies.Reference is { Length: > 0 } article ? article
                : law.End.Term is { Reference.Length: > 0 } term ? term.Reference : code);
        return ref end;
    }

    /// <summary>Rights of the charter, rights of the law, then the ordinary remedies; the smaller fee and the larger refund.</summary>
    public static Remedies Union(in Judgement own, in Judgement law)
    {
        var due = new Remedies { OfRight = own.Remedies.OfRight | law.Remedies.OfRight };
        AddOfRight(ref due, own.Remedies);
        AddOfRight(ref due, law.Remedies);
        AddAll(ref due, own.Remedies);
        AddAll(ref due, law.Remedies);
        due.Fee = Least(own.Remedies.Fee, law.Remedies.Fee);
        due.Refurbishing = due.IsOfRight(Remedy.Exchange) ? null : own.Remedies.Refurbishing;
        due.Refund = Most(own.Remedies.Refund, law.Remedies.Refund);
        return due;
    }

    // The end that counts is one that gives cover to these facts; where both do, or neither does, the later.
    private static bool LawGoverns(in Judgement own, in Judgement law) =>
        law.End.Kind != EndKind.None && own.Bar.Bars != law.Bar.Bars ? own.Bar.Bars : EndsLater(law.End, own.End);

    private static bool EndsLater(in TermEnd law, in TermEnd own) =>
        law.Kind != EndKind.None && own.Kind != EndKind.Never
        && (own.Kind == EndKind.None || law.Kind == EndKind.Never || law.LastDay > own.LastDay);

    private static bool AddsRight(in Judgement own, in Judgement law) =>
        law.Covered && (law.Remedies.Depreciated || (law.Remedies.OfRight & ~own.Remedies.OfRight) != 0);

    private static void AddOfRight(ref Remedies due, in Remedies from)
    {
        for (var i = 0; i < from.Count; i++) if (from.IsOfRight(from[i])) due.Add(from[i]);
    }

    private static void AddAll(ref Remedies due, in Remedies from)
    {
        for (var i = 0; i < from.Count; i++) due.Add(from[i]);
    }

    private static Money? Least(Money? a, Money? b) => a is { } x && b is { } y ? x < y ? x : y : a ?? b;

    private static Money? Most(Money? a, Money? b) => a is { } x && b is { } y ? x > y ? x : y : a ?? b;
}
