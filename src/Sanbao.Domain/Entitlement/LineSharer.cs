using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.Entitlement;

/// <summary>Decides line by line who pays (C0): the policy's matrix, the law where it is kinder, then dealer, supplier and
/// goodwill.</summary>
internal static class LineSharer
{
    public static ImmutableArray<Line> Share<W>(
        ref Looking<W> look, in Judgement charter, in Judgement law, in TermEnd end, Basis? refurbishing, ref Reasons reasons)
            where W : struct, IWitness
    {
        if (W.Listens) look.Witness.Open(Phrase.Of("entitlement.lines-asked"));
        var on = look.On();
        var inPeriod = charter.InPeriod(on) || law.InPeriod(on);
        var lines = new[]
        {
            LineOf(charter, law, LineKind.Parts, end, inPeriod, on), LineOf(charter, law, LineKind.Labour, end, inPeriod, on),
            LineOf(charter, law, LineKind.Travel, end, inPeriod, on), LineOf(charter, law, LineKind.Freight, end, inPeriod, on),
        };
        if (refurbishing is { } basis) lines = [.. lines, Refurbishing(basis)];
        if (charter.Covered || law.Covered)
        {
            DealerSharer.Dealer(ref look, charter, lines, ref reasons);
            DealerSharer.Supplier(ref look, charter, lines, ref reasons);
        }
        return Told(ref look, lines, ref reasons);
    }

    /// <summary>While it is not determined whether the fault is covered, nobody is asked to pay; what was given free is free.</summary>
    public static ImmutableArray<Line> Open<W>(ref Looking<W> look, ref Reasons reasons) where W : struct, IWitness
    {
        if (W.Listens) look.Witness.Open(Phrase.Of("entitlement.lines-asked"));
        var lines = new Line[LineKinds.OfService.Length];
        for (var i = 0; i < lines.Length; i++) lines[i] = new(LineKinds.OfService[i], Payer.Open, null, null, null);
        return Told(ref look, lines, ref reasons);
    }

    private static ImmutableArray<Line> Told<W>(ref Looking<W> look, Line[] lines, ref Reasons reasons) where W : struct, IWitness
    {
        Goodwill(ref look, lines, ref reasons);
        if (W.Listens)
            foreach (var line in lines)
                look.Witness.Say(line.Basis is { } basis
                    ? Phrase.Of("entitlement.line", line.Kind, line.Payer, basis) : Phrase.Of("entitlement.line-open", line.Kind));
        if (W.Listens) look.Witness.Close();
        return ImmutableCollectionsMarshal.AsImmutableArray(lines);
    }

    /// <summary>
    /// The charter's line, unless the law leaves the customer less to pay, whether it covers or not. Where he pays the same either way, who
    /// pays the rest is the charter's word; of two lines that are alike the one that lasts longer holds.
    /// </summary>
    private static Line LineOf(in Judgement charter, in Judgement law, LineKind kind, in TermEnd end, bool inPeriod, DateOnly on)
    {
        var own = LineUnder(charter, kind, charter.Covered ? charter.End : end, inPeriod);
        if (law.Under is null) return own;
        var floor = LineUnder(law, kind, law.End, law.InPeriod(on));
        return floor.Share < own.Share || own with { LastDay = floor.LastDay } == floor && own.LastDay < floor.LastDay ? floor : own;
    }

    /// <summary>
    /// The line's own end is the term's, unless the same line stays as kind after it (S8: labour). Without cover the period is that of the
    /// term that governs: the user's fault inside the law's period is one inside the period (S5).
    /// </summary>
    private static Line LineUnder(in Judgement judged, LineKind kind, in TermEnd end, bool inPeriod)
    {
        var situation = judged.Situation(inPeriod);
        var cause = judged.Bar.JudgedAs;
        var share = judged.Policy.Shares[situation, cause, kind];
        var ends = situation is Situation.Covered or Situation.InPeriodOtherCause or Situation.InPeriodExcluded
            && judged.Policy.Shares[judged.OutOfPeriod, cause, kind].CustomerShare > share.CustomerShare;
        return new Line(kind, share.Payer, share.Basis, share.CustomerShare, ends ? end.LastDay : null);
    }

    /// <summary>S10: an exchange for a fee costs the customer new shell and packaging besides.</summary>
    private static Line Refurbishing(Basis basis) =>
        basis == Basis.Free
            ? new(LineKind.Refurbishing, Payer.Company, basis, 0m, null) : new(LineKind.Refurbishing, Payer.Customer, basis, 1m, null);

    private static void Goodwill<W>(ref Looking<W> look, Line[] lines, ref Reasons reasons) where W : struct, IWitness
    {
        if (look.Goodwill() is not { } given) return;
        for (var i = 0; i < lines.Length; i++)
            if (given.Lines.Contains(lines[i].Kind))
                lines[i] = new Line(lines[i].Kind, Payer.Company, Basis.Free, 0m, null);
        reasons.Add(ReasonCode.Goodwill, given.Reason);
    }
}
