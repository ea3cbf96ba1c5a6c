using Sanbao.Domain.Charters;
using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.Entitlement;

/// <summary>Who of dealer and supplier pays what would be the company's to pay for a covered fault; the dealer comes first.</summary>
internal static class DealerSharer
{
    /// <summary>
    /// S10: past the dealer's own period towards the maker, inside the user's, the dealer pays and the user nothing. His period is as long
    /// as what was promised to this user, with what lengthens it for him and without caps, and the months in stock.
    /// </summary>
    public static void Dealer<W>(ref Looking<W> look, in Judgement charter, Line[] lines, ref Reasons reasons) where W : struct, IWitness
    {
        if (charter.Policy.DealerPeriodFrom is not { } from || charter.End.Promised is not { } promised) return;
        if (look.Date(from) is not { } start) return;
        var longer = charter.End.PromisedLonger;
        longer.Months += look.StockMonths() ?? 0;
        var last = longer.LastDayFrom(start, promised, charter.Under!.Calendar);
        if (W.Listens) look.Witness.Say(Phrase.Of("entitlement.dealer-period", from, start, longer.Own(promised), last));
        if (look.On() <= last) return;
        Hand(lines, Payer.Dealer);
        reasons.Add(ReasonCode.DealerPeriodOver, last);
    }

    /// <summary>C2: the supplier's term beside the customer's; the customer does not notice it.</summary>
    public static void Supplier<W>(ref Looking<W> look, in Judgement charter, Line[] lines, ref Reasons reasons) where W : struct, IWitness
    {
        if (charter.Policy.Supplier is not { } supplier || !TermFinder.Has(supplier.Sources, look.Source())) return;
        if (DatedEnd.Of(ref look, supplier.Limit, charter.Under!).LastDay is not { } last || look.On() > last) return;
        for (var i = 0; i < lines.Length; i++)
            if (supplier.Lines.Contains(lines[i].Kind) && lines[i].Payer == Payer.Company)
                lines[i] = lines[i] with { Payer = Payer.Maker };
        reasons.Add(ReasonCode.SupplierTerm, last);
    }

    private static void Hand(Line[] lines, Payer payer)
    {
        for (var i = 0; i < lines.Length; i++)
            if (lines[i].Payer == Payer.Company) lines[i] = lines[i] with { Payer = payer };
    }
}
