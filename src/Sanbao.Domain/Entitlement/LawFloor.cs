using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.Entitlement;

/// <summary>The better of charter and law, right by right (decision 4): the later last day, every remedy due as of right.</summary>
internal static class LawFloor
{
    /// <summary>The end that governs, and the reasons of the whole decision.</summary>
    public static ref readonly TermEnd Compare(in Judgement own, in Judgement law, DateOnly on, string? code, ref Reasons reasons)
    {
        var lawOnly = law.Covered && !own.Covered;
        reasons.Tell(lawOnly ? law : own, on);
        if (law.Covered) reasons.TellGrounds(law.Remedies);
        var later = EndsLater(law.End, own.End);
        if (later && law.End.RepairDays > 0) reasons.Add(ReasonCode.RepairTimeAdded, law.End.RepairDays);
        if (lawOnly || later || AddsRight(own, law))
            reasons.Add(ReasonCode.StatutoryFloor, law.Remedies.Reference is { Length: > 0 } article ? article
                : law.End.Term is { Reference.Length: > 0 } term ? term.Reference : code);
        return ref later ? ref law.End : ref own.End;
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
        due.Refund = Most(own.Remedies.Refund, law.Remedies.Refund);
        return due;
    }

    private static bool EndsLater(in TermEnd law, in TermEnd own) =>
        law.Kind != EndKind.None && own.Kind != EndKind.Never
        && (own.Kind == EndKind.None || law.Kind == EndKind.Never || law.LastDay > own.LastDay);

    private static bool AddsRight(in Judgement own, in Judgement law) =>
        law.Covered && (law.Remedies.OfRight & ~own.Remedies.OfRight) != 0;

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
