using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.Entitlement;

/// <summary>Decides line by line who pays (C0): the policy's matrix, the law where it is kinder, then dealer, supplier and goodwill.</summary>
internal static class LineSharer
{
    public static ImmutableArray<Line> Share<W>(
        ref Looking<W> look, in Judgement charter, in Judgement law, in TermEnd end, Basis? refurbishing, ref Reasons reasons) where W : struct, IWitness
    {
        if (W.Listens) look.Witness.Open(Phrase.Of("entitlement.lines-asked"));
        var on = look.On();
        var lines = new[]
        {
            LineOf(charter, law, LineKind.Parts, end, on), LineOf(charter, law, LineKind.Labour, end, on),
            LineOf(charter, law, LineKind.Travel, end, on), LineOf(charter, law, LineKind.Freight, end, on),
        };
        if (refurbishing is { } basis) lines = [.. lines, Refurbishing(basis)];
        var covered = charter.Covered || law.Covered;
        if (covered) Dealer(ref look, charter, lines, ref reasons);
        if (covered) Supplier(ref look, charter.Policy, lines, ref reasons);
        Goodwill(ref look, lines, ref reasons);
        if (W.Listens)
            foreach (var line in lines)
                look.Witness.Say(Phrase.Of("entitlement.line", line.Kind, line.Payer, line.Basis));
        if (W.Listens) look.Witness.Close();
        return ImmutableCollectionsMarshal.AsImmutableArray(lines);
    }

    private static Line LineOf(in Judgement charter, in Judgement law, LineKind kind, in TermEnd end, DateOnly on)
    {
        var own = LineUnder(charter, kind, end, on);
        if (!law.Covered) return own;
        var floor = LineUnder(law, kind, end, on);
        var kinder = floor.Share < own.Share || floor.Share == own.Share && own.LastDay < floor.LastDay;
        return kinder ? floor : own;
    }

    /// <summary>
    /// The line's own end is the term's, unless the same line stays as kind after it (S8: labour). Without cover the period is that of the
    /// term that governs: the user's fault inside the law's period is one inside the period (S5).
    /// </summary>
    private static Line LineUnder(in Judgement judged, LineKind kind, in TermEnd end, DateOnly on)
    {
        var situation = judged.Situation(end.Holds(on));
        var cause = judged.Bar.JudgedAs;
        var share = judged.Policy.Shares[situation, cause, kind];
        var ends = situation is Situation.Covered or Situation.InPeriodOtherCause
            && judged.Policy.Shares[judged.OutOfPeriod, cause, kind].CustomerShare > share.CustomerShare;
        return new Line(kind, share.Payer, share.Basis, share.CustomerShare, ends ? (judged.Covered ? judged.End : end).LastDay : null);
    }

    /// <summary>S10: an exchange for a fee costs the customer new shell and packaging besides.</summary>
    private static Line Refurbishing(Basis basis) =>
        basis == Basis.Free ? new(LineKind.Refurbishing, Payer.Company, basis, 0m, null) : new(LineKind.Refurbishing, Payer.Customer, basis, 1m, null);

    /// <summary>S10: past the dealer's own period towards the maker, inside the user's, the dealer pays and the user nothing.</summary>
    private static void Dealer<W>(ref Looking<W> look, in Judgement charter, Line[] lines, ref Reasons reasons) where W : struct, IWitness
    {
        if (charter.Policy.DealerPeriodFrom is not { } from || charter.End.PromisedMonths is not { } promised) return;
        if (look.Date(from) is not { } start) return;
        var span = Span.Months(promised + (look.StockMonths() ?? 0));
        var last = span.LastDayFrom(start, look.Charter.Calendar);
        if (W.Listens) look.Witness.Say(Phrase.Of("entitlement.dealer-period", from, start, span, last));
        if (look.On() <= last) return;
        Hand(lines, Payer.Dealer);
        reasons.Add(ReasonCode.DealerPeriodOver, last);
    }

    /// <summary>C2: the supplier's term beside the customer's; the customer does not notice it.</summary>
    private static void Supplier<W>(ref Looking<W> look, WarrantyPolicy policy, Line[] lines, ref Reasons reasons) where W : struct, IWitness
    {
        if (policy.Supplier is not { } supplier || !TermFinder.Has(supplier.Sources, look.Source())) return;
        string? missing = null;
        if (TermClock.DayOf(ref look, supplier.Limit, 0, ref missing, out _) is not { } last || look.On() > last) return;
        for (var i = 0; i < lines.Length; i++)
            if (supplier.Lines.Contains(lines[i].Kind) && lines[i].Payer == Payer.Company)
                lines[i] = lines[i] with { Payer = Payer.Maker };
        reasons.Add(ReasonCode.SupplierTerm, last);
    }

    private static void Goodwill<W>(ref Looking<W> look, Line[] lines, ref Reasons reasons) where W : struct, IWitness
    {
        if (look.Goodwill() is not { } given) return;
        for (var i = 0; i < lines.Length; i++)
            if (given.Lines.Contains(lines[i].Kind))
                lines[i] = new Line(lines[i].Kind, Payer.Company, Basis.Free, 0m, null);
        reasons.Add(ReasonCode.Goodwill, given.Reason);
    }

    private static void Hand(Line[] lines, Payer payer)
    {
        for (var i = 0; i < lines.Length; i++)
            if (lines[i].Payer == Payer.Company) lines[i] = lines[i] with { Payer = payer };
    }
}
