using System.Text.RegularExpressions;
using Sanbao.Charters;
using Sanbao.Domain.Charters;
using Sanbao.Web.Features.Charters;
using Sanbao.Web.Features.Charters.Differences;
using Sanbao.Web.Texts;
using Words = Sanbao.Web.Texts.Words;

namespace Sanbao.Web.Tests.Charters;

/// <summary>Charters read aloud: sentences as a lawyer would write them, in both languages.</summary>
public partial class SentencesTests
{
    private static readonly Words Zh = Words.Of(Language.Chinese), En = Words.Of(Language.English);

    [Fact]
    public void Every_date_and_every_event_has_a_name_inside_a_sentence() =>
        Enum.GetValues<UnitDate>().Select(d => $"from-date.{Kebab.Of(d)}")
            .Concat(Enum.GetValues<EventKind>().Select(e => $"of-event.{Kebab.Of(e)}"))
            .Where(key => !Dictionary.Entries.ContainsKey(key)).ShouldBeEmpty();

    [Theory]
    [InlineData("12 months from delivered", "自交货之日起 12 个月", "12 months from delivery")]
    [InlineData("12 months from commissioned with commissioning evidence or ex-factory",
        "自调试投运之日（凭调试投运凭证）起 12 个月；无法确定的，自出厂之日起算",
        "12 months from commissioning (with evidence of commissioning); failing that, from leaving the factory")]
    [InlineData("24 months from accepted or delivered or sold", "自验收之日起 24 个月；无法确定的，依次自交货之日、销售之日起算",
        "24 months from acceptance; failing that, in turn from delivery, the sale")]
    [InlineData("[12 months from sold, cap 18 months from ex-factory]", "自销售之日起 12 个月/最长不超过自出厂之日起 18 个月",
        "12 months from the sale/at most 18 months from leaving the factory")]
    [InlineData("[12 months from sold, cap 2000 hours]",
        "自销售之日起 12 个月/使用不超过 2,000 小时", "12 months from the sale/at most 2,000 hours of use")]
    [InlineData("15 years from sold", "自销售之日起 15 年", "15 years from the sale")]
    [InlineData("2000 hours", "使用 2,000 小时以内", "the first 2,000 hours of use")]
    [InlineData("contract months from accepted", "自验收之日起，按合同约定的月数计算", "the months noted in the contract, from acceptance")]
    public void When_a_term_ends_is_a_sentence(string ends, string zh, string en)
    {
        var term = Written("", ends).Warranty.Terms[0];
        string.Join('/', Zh.EndsOf(term)).ShouldBe(zh);
        string.Join('/', En.EndsOf(term)).ShouldBe(en);
    }

    [Theory]
    [InlineData("2 hours after reported", "接到报告后 2 小时内", "within 2 hours after the report")]
    [InlineData("1 working days after received", "收到送修件后 1 个工作日内", "within 1 working day after the receipt of the unit")]
    [InlineData("240 working minutes after reported", "接到报告后 4 小时工作时间内", "within 4 working hours after the report")]
    [InlineData("30 days after shipped or exchanged", "发货或换货（先到为准）后 30 天内", "within 30 days after the first of shipment or exchange")]
    [InlineData("6 months after the last of inspected or commissioned or accepted",
        "最近一次巡检、调试投运或验收后 6 个月内", "within 6 months after the last of inspection, commissioning or acceptance")]
    [InlineData("7 days before appointed", "约定的上门时间前至少 7 天", "at least 7 days before the appointed visit")]
    [InlineData("by document-due", "不晚于资料移交期限", "no later than the day set for the documents")]
    [InlineData("every 1 month from accepted", "自验收之日起每月一次", "every month from the acceptance")]
    [InlineData("every 3 months from accepted", "自验收之日起每 3 个月一次", "every 3 months from the acceptance")]
    [InlineData("every year by 05-31 and 10-31 from accepted",
        "自验收之日起，每年 5月31日、10月31日前", "every year by 31 May, 31 October, from the acceptance")]
    [InlineData("every month by the 15th from sold", "自销售的次月起，每月 15 日前", "by day 15 of every month, from the month after the sale")]
    [InlineData("contract responseDays working days after reported", "接到报告后，在合同约定的响应天数（工作日）内",
        "within the contract's response time (working days) after the report")]
    [InlineData("contract visitDays days after reported",
        "接到报告后，在合同约定的 visitDays（天）内", "within the contract's visitDays (days) after the report")]
    public void By_when_a_promise_is_due_is_a_sentence(string due, string zh, string en)
    {
        var promise = $"promises:\n  - promise: report\n    name: {{zh: 报, en: Report}}\n    due: {due}\n    met-by: replied";
        var timing = Written(promise).Promises[0].Times[0].Timing;
        (Zh.Say(timing), En.Say(timing)).ShouldBe((zh, en));
    }

    [Fact]
    public void The_page_says_until_when_a_promise_is_given_and_what_ends_it_otherwise()
    {
        var arrival = CharterLibrary.Shipped.InForce("S9", new DateOnly(2026, 6, 1))!.Promises.Single(p => p.Code is PromiseCode.Arrival);
        Zh.ConditionsOf(arrival).ShouldBe(["承诺期：自验收之日起 36 个月", "已解决、已结案的，不再要求"]);
        En.ConditionsOf(arrival).ShouldBe(["Promised for 36 months from the acceptance", "No longer owed once: Solved, Closed"]);
    }

    [Fact]
    public void A_window_says_that_the_mode_alone_is_enough()
    {
        var exchange = CharterLibrary.Shipped.InForce("S11", new DateOnly(2026, 6, 1))!.Promises.Single();
        Zh.Say(exchange.For).ShouldEndWith("自交货之日起 7 个工作日内报告，或采用退换货");
        En.Say(exchange.For).ShouldEndWith("reported within 7 working days of the delivery, or handled by Exchange or return");
    }

    [Theory, MemberData(nameof(Shipped))]
    public void No_sentence_of_a_shipped_charter_repeats_a_word_or_leaves_a_bracket_empty(string code)
    {
        var charter = CharterLibrary.Shipped.InForce(code, new DateOnly(2026, 6, 1))!;
        foreach (var words in new[] { Zh, En })
            foreach (var line in words.LinesOf(charter))
            {
                var said = $"{line.What}: {line.Says}";
                Slip().Match(said).Value.ShouldBe("", said);
            }
    }

    public static TheoryData<string> Shipped => [.. Enumerable.Range(0, 12).Select(n => $"S{n}"), "cn-consumer"];

    private static Charter Written(string more, string ends = "without end")
    {
        var text = $"charter: T1\nversion: 1\nname: {{zh: 试, en: Test}}\nin-force: 2015-01-01\nwarranty:\n  remedies: repair\n"
            + $"  terms: [{{term: goods, name: {{zh: 整机, en: Goods}}, ends: {ends}}}]\n{more}\n";
        var reading = CharterLibrary.Shipped.With([new("t.yaml", text)]);
        reading.Errors.Select(e => e.ToString()).ShouldBeEmpty();
        return reading.Library.Find("T1", 1)!.Charter;
    }

    // A key without text, an empty bracket, two characters or words said twice.
    [GeneratedRegex(@"\[[a-z-]+\.|（\s*）|\(\s*\)|([一-鿿]{2,})：?\1|\b([A-Za-z]+):? \2\b")]
    private static partial Regex Slip();
}
