using System.Globalization;
using Sanbao.Domain.Charters;

namespace Sanbao.Charters.Phrases;

/// <summary>
/// Who pays a line: <c>free</c>, <c>cost</c>, <c>price-list</c>, <c>tariff</c>, <c>50 % of price-list</c>, <c>cost paid by dealer</c>;
/// the fee of a wanted exchange; the dealer's period.
/// </summary>
internal static class MoneyPhrase
{
    private static readonly Payer[] Payers = [Payer.Company, Payer.Customer, Payer.Dealer, Payer.Maker];
    private static readonly string[] PayerWords = [.. Payers.Select(Words.Of)];

    public static string SharePattern { get; } = Pattern.Whole(
        $"({Pattern.Percent}\\s+of\\s+)?{Pattern.OneOf<Basis>()}(\\s+paid\\s+by\\s+{Pattern.Any(PayerWords)})?");

    public static string PercentPattern { get; } = Pattern.Whole(Pattern.Percent);

    public static string PaidExchangePattern { get; } = Pattern.Whole(
        Pattern.Then(Pattern.Percent, Pattern.Said("of the price per day since"), SpanPhrase.StartsPattern)
        + $"(\\s*,\\s*{Pattern.Said("plus refurbishing by")}\\s+{Pattern.OneOf<Basis>()})?");

    public static string DealerPeriodPattern { get; } = Pattern.Whole(
        Pattern.Then(Pattern.Said("promised months and stock months from"), Pattern.OneOf<UnitDate>()));

    public static Share? ReadShare(Sentence s)
    {
        decimal? part = null;
        if (s.Word.Length > 0 && char.IsAsciiDigit(s.Word[0]))
        {
            part = s.Percent();
            s.Expect("of");
        }
        var basis = s.Expect<Basis>();
        var payer = basis is Basis.Free ? Payer.Company : Payer.Customer;
        if (s.Take("paid", "by")) payer = Payers[Math.Max(0, s.ExpectOne(PayerWords))];
        // Free is free for everybody but the company; a part of it, or a part of what another pays, says nothing.
        if (basis is Basis.Free && (part is not null || payer is not Payer.Company)) s.Fail("free-is-free");
        if (part is not null && payer is not Payer.Customer) s.Fail("part-of-another");
        s.End();
        return s.Failed ? null : new Share(payer, basis, payer is Payer.Customer ? part ?? 1m : 0m);
    }

    public static string Write(Share share)
    {
        var basis = Words.Of(share.Basis);
        if (share.Basis is Basis.Free) return basis;
        if (share.Payer is not Payer.Customer) return $"{basis} paid by {Words.Of(share.Payer)}";
        return share.CustomerShare == 1m ? basis : $"{Percent(share.CustomerShare)} of {basis}";
    }

    /// <summary><c>0.1 % of the price per day since invoiced or sold</c>, and perhaps <c>, plus refurbishing by tariff</c>.</summary>
    public static PaidExchange? ReadPaidExchange(Sentence s)
    {
        var rate = s.Percent();
        s.Expect("of", "the", "price", "per", "day", "since");
        var starts = SpanPhrase.ReadStarts(s);
        Basis? refurbishing = null;
        if (s.Take(","))
        {
            s.Expect("plus", "refurbishing", "by");
            refurbishing = s.Expect<Basis>();
        }
        s.End();
        return s.Failed ? null : new PaidExchange(rate, starts, refurbishing);
    }

    public static string Write(PaidExchange fee) => $"{Percent(fee.RatePerDay)} of the price per day since {SpanPhrase.Write(fee.Starts)}"
        + (fee.Refurbishing is { } basis ? $", plus refurbishing by {Words.Of(basis)}" : "");

    /// <summary><c>promised months and stock months from picked-up</c>.</summary>
    public static UnitDate? ReadDealerPeriod(Sentence s)
    {
        s.Expect("promised", "months", "and", "stock", "months", "from");
        var from = s.Expect<UnitDate>();
        s.End();
        return s.Failed ? null : from;
    }

    public static string WriteDealerPeriod(UnitDate from) => $"promised months and stock months from {Words.Of(from)}";

    private static string Percent(decimal fraction) =>
        (fraction * 100).ToString("0.##########", CultureInfo.InvariantCulture) + " %";
}
