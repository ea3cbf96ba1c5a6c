using System.Collections.Immutable;
using Sanbao.Charters.Errors;
using Sanbao.Charters.Phrases;
using Sanbao.Charters.Yaml;
using Sanbao.Domain.Charters;

namespace Sanbao.Domain.Tests.Charters;

/// <summary>What is read from a phrase can be written as a phrase, and says the same again.</summary>
public class PhraseTests
{
    [Theory]
    [InlineData("12 months from commissioned with commissioning evidence")]
    [InlineData("cap 18 months from ex-factory")]
    [InlineData("1 month from paid-repair")]
    [InlineData("90 days from sold or invoiced with invoice evidence")]
    [InlineData("7 working days from delivered")]
    [InlineData("contract months from delivered")]
    [InlineData("agreement months from supplied")]
    [InlineData("agreement or contract months from supplied or delivered or ex-factory")]
    [InlineData("cap 2000 hours")]
    [InlineData("100000 kilometres")]
    public void A_limit(string text) => LimitPhrase.Write(Read(text, LimitPhrase.Read)!).ShouldBe(text);

    [Theory]
    [InlineData("3 years from sold", "36 months from sold")]
    [InlineData("2 weeks from sold", "14 days from sold")]
    public void A_limit_in_other_units(string text, string same) => LimitPhrase.Write(Read(text, LimitPhrase.Read)!).ShouldBe(same);

    [Theory]
    [InlineData("48 hours after reported")]
    [InlineData("90 minutes after reported")]
    [InlineData("30 working minutes after reported")]
    [InlineData("3 working days after reported")]
    [InlineData("contract responseDays working days after reported")]
    [InlineData("20 days after statement-received")]
    [InlineData("1 month after sold")]
    [InlineData("6 months after the last of inspected or commissioned or accepted")]
    [InlineData("7 days before appointed")]
    [InlineData("by document-due")]
    [InlineData("by old-part-due or document-due")]
    [InlineData("every 1 month from accepted")]
    [InlineData("every 3 months from accepted or delivered")]
    [InlineData("every year by 05-31 and 10-31 from accepted")]
    [InlineData("every year by 02-29 from accepted")]
    [InlineData("every month by the 15th from sold")]
    [InlineData("every month by the 31st from sold")]
    [InlineData("when solution is missed")]
    public void A_time(string text) => TimingPhrase.Write(Read(text, TimingPhrase.Read)!).ShouldBe(text);

    [Theory]
    [InlineData("36 months after accepted")]
    [InlineData("7 working days after accepted or delivered")]
    public void How_long_a_promise_is_given(string text) => TimingPhrase.Write(Read(text, TimingPhrase.ReadEnd)!).ShouldBe(text);

    [Theory]
    [InlineData("free")]
    [InlineData("cost")]
    [InlineData("price-list")]
    [InlineData("50 % of price-list")]
    [InlineData("0.5 % of tariff")]
    [InlineData("cost paid by dealer")]
    public void A_share(string text) => MoneyPhrase.Write(Read(text, MoneyPhrase.ReadShare)!.Value).ShouldBe(text);

    [Theory]
    [InlineData("covered")]
    [InlineData("in period")]
    [InlineData("in period, other cause")]
    [InlineData("out of period")]
    [InlineData("out of period, quality")]
    [InlineData("out of period, other cause")]
    [InlineData("not covered")]
    [InlineData("always")]
    public void A_situation(string text) => SituationPhrase.Write(Read(text, SituationPhrase.Read)).ShouldBe(text);

    [Theory]
    [InlineData("1 failed repair")]
    [InlineData("2 failed repairs")]
    [InlineData("3 failed repairs of the same fault")]
    [InlineData("parts missing for more than 90 days")]
    [InlineData("a repair of more than 30 days by the repairer's fault")]
    public void What_a_right_comes_after(string text) =>
        RightPhrase.WriteAfter(Read(text, s => RightPhrase.ReadAfter(s, NoRight))).ShouldBe(text);

    [Theory]
    [InlineData("7 working days of delivered")]
    [InlineData("3 months of invoiced with invoice evidence or sold")]
    public void Within_what_a_right_holds(string text) =>
        RightPhrase.WriteWithin(Read(text, s => RightPhrase.ReadWithin(s, NoRight))).ShouldBe(text);

    [Theory]
    [InlineData("7 working days of delivered")]
    [InlineData("1 month of sold, or mode exchange")]
    public void How_soon_was_reported(string text) => RightPhrase.Write(Read(text, RightPhrase.ReadReported)!).ShouldBe(text);

    [Fact]
    public void The_fee_of_a_wanted_exchange()
    {
        const string text = "0.1 % of the price per day since invoiced or sold";
        var fee = Read(text, MoneyPhrase.ReadPaidExchange)!;
        fee.RatePerDay.ShouldBe(0.001m);
        MoneyPhrase.Write(fee).ShouldBe(text);
        const string more = "0.1 % of the price per day since sold, plus refurbishing by tariff";
        MoneyPhrase.Write(Read(more, MoneyPhrase.ReadPaidExchange)!).ShouldBe(more);
    }

    [Fact]
    public void The_dealers_period()
    {
        const string text = "promised months and stock months from picked-up";
        MoneyPhrase.WriteDealerPeriod(Read(text, MoneyPhrase.ReadDealerPeriod)!.Value).ShouldBe(text);
    }

    [Theory]
    [InlineData("monday to friday", 5)]
    [InlineData("saturday to monday", 3)]
    [InlineData("monday and thursday", 2)]
    public void Days_of_the_week(string text, int count) => Read(text, HoursPhrase.ReadDays).Length.ShouldBe(count);

    private static RemedyRight NoRight => new() { Code = "", Ground = RightGround.EarlyFailure, Remedies = ImmutableArray<Remedy>.Empty };

    private static T Read<T>(string text, Func<Sentence, T> read)
    {
        var report = new Report("t");
        var result = read(new Sentence(new TextNode(Place.Start, text, 0), report));
        report.Errors.ShouldBeEmpty();
        return result;
    }
}
