using Sanbao.Domain.Charters;
using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.Entitlement;

/// <summary>The better of charter and law, right by right (docs/decisions/0010): the later last day, every remedy due as of
/// right.</summary>
internal static class LawFloor
{
    /// <summary>Neither covers, and one of them could.</summary>
    public static bool Undetermined(in Judgement own, in Judgement law) =>
        !own.Covered && !law.Covered && (own.Undetermined || law.Undetermined);

    /// <summary>Whether the law's end counts, not the charter's: one that gives cover, or could; where both do, or neither does, the
    /// later.</summary>
    public static bool LawGoverns(in Judgement own, in Judgement law, DateOnly on) =>
        own.Covered != law.Covered ? law.Covered
        : !own.Covered && own.Undetermined != law.Undetermined ? law.Undetermined
        : law.End.Kind != EndKind.None && own.Bar.Bars != law.Bar.Bars ? own.Bar.Bars
        : law.End.IsLaterThan(own.End, on);

    /// <summary>The reasons of the whole decision.</summary>
    /// <param name="end">The end that governs.</param>
    public static void Tell(in Judgement own, in Judgement law, in TermEnd end, bool byLaw, DateOnly on, ref Reasons reasons)
    {
        var (open, adds) = (Undetermined(own, law), AddsRight(own, law));
        reasons.Tell(law.Covered && !own.Covered || open && byLaw ? law : own, end, on, open);
        if (open) return;
        if (law.Covered) reasons.TellGrounds(law.Remedies);
        if (byLaw && end.RepairDays > 0) reasons.Add(ReasonCode.RepairTimeAdded, end.RepairDays);
        if (byLaw || adds)
            reasons.Add(ReasonCode.StatutoryFloor, adds && law.Remedies.Reference is { Length: > 0 } article ? article
                : law.End.Term is { Reference.Length: > 0 } term ? term.Reference : law.Under!.Code);
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
        due.Refurbishing = RefurbishingOf(own.Remedies, law.Remedies);
        due.Refund = Most(own.Remedies.Refund, law.Remedies.Refund);
        due.Gaps.Add(own.Remedies.Gaps);
        due.Gaps.Add(law.Remedies.Gaps);
        return due;
    }

    private static bool AddsRight(in Judgement own, in Judgement law) =>
        law.Covered && (law.Remedies.Depreciated && !(own.Remedies.Refund >= law.Remedies.Refund)
            || (law.Remedies.OfRight & ~own.Remedies.OfRight) != 0);

    /// <summary>Only where every way to an exchange costs a fee and refurbishing.</summary>
    private static Basis? RefurbishingOf(in Remedies own, in Remedies law) =>
        own.ExchangesFree || law.ExchangesFree ? null
        : !law.Has(Remedy.Exchange) ? own.Refurbishing
        : !own.Has(Remedy.Exchange) || own.Refurbishing is not null ? law.Refurbishing
        : null;

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
