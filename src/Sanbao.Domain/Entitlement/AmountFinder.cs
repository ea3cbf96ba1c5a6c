using System.Collections.Immutable;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.Entitlement;

/// <summary>What a wanted exchange costs where it is not due, and what a refund comes to.</summary>
internal static class AmountFinder
{
    /// <param name="exchangesFree">An exchange is due or possible without a fee, by this policy or the other.</param>
    public static void Find<W>(ref Looking<W> look, ref Remedies due, WarrantyPolicy policy, bool exchangesFree) where W : struct, IWitness
    {
        if (due.ExchangesFree) due.Fee = Money.Zero;
        else if (policy.PaidExchange is { } paid && look.Wanted() == Remedy.Exchange) PayForExchange(ref look, ref due, paid);
        if (due.Has(Remedy.Refund)) due.Refund = look.Price();
        else if (exchangesFree && policy.DepreciatedRefund is { } rule && look.Wanted() == Remedy.Refund)
            Depreciate(ref look, ref due, rule);
    }

    /// <summary>S10: past the window a wanted exchange costs a rate of the price for each day since the purchase, at most the
    /// price.</summary>
    private static void PayForExchange<W>(ref Looking<W> look, ref Remedies due, PaidExchange paid) where W : struct, IWitness
    {
        due.Add(Remedy.Exchange);
        due.Refurbishing = paid.Refurbishing;
        if (Use(ref look, ref due.Gaps, paid.Starts) is not { } days || Price(ref look, ref due.Gaps) is not { } price) return;
        due.Fee = price.Times(Math.Min(1m, paid.RatePerDay * days));
        if (W.Listens) look.Witness.Say(Phrase.Of("entitlement.exchange-fee", price, new Percent(paid.RatePerDay), days, due.Fee));
    }

    /// <summary>
    /// The price less depreciation, where a refund is preferred to an exchange that is due or possible without a fee (cn-consumer). Without
    /// a rate for the line there is none; without a price it is offered and its amount is open.
    /// </summary>
    private static void Depreciate<W>(ref Looking<W> look, ref Remedies due, DepreciatedRefund rule) where W : struct, IWitness
    {
        if (look.Line() is not { } line || !rule.RatePerDay.TryGetValue(line, out var rate)) return;
        due.Add(Remedy.Refund);
        (due.Depreciated, due.Reference) = (true, due.Reference is { Length: > 0 } article ? article : rule.Reference);
        if (Use(ref look, ref due.Gaps, rule.Starts) is not { } since || Price(ref look, ref due.Gaps) is not { } price) return;
        var days = Math.Max(0, since - look.RepairDays());
        due.Refund = price.Times(Math.Max(0m, 1m - rate * days));
        if (W.Listens) look.Witness.Say(Phrase.Of("entitlement.refund", price, new Percent(rate), days, due.Refund));
    }

    /// <summary>Days from the first known start to the day judged; the start is day 0, and before it there is no use.</summary>
    private static int? Use<W>(ref Looking<W> look, ref Gaps gaps, ImmutableArray<Start> starts) where W : struct, IWitness
    {
        if (look.FirstKnown(starts.AsSpan(), out _, out _) is { } start) return Math.Max(0, look.On().DayNumber - start.DayNumber);
        foreach (var one in starts)
            if (!one.Date.MayNeverHappen() && look.Date(one.Date) is null) gaps.Add(one.Date.AsFact());
        return null;
    }

    private static Money? Price<W>(ref Looking<W> look, ref Gaps gaps) where W : struct, IWitness
    {
        var price = look.Price();
        if (price is null) gaps.Add(Fact.Price);
        return price;
    }
}
