namespace Sanbao.Domain.Tests.Entitlement;

/// <summary>When a period ends: ends, extensions, minimums, use, and what lies inside it.</summary>
public class PeriodTests
{
    private const string Member = "{by: 6 months, when: {member: true}, name: {zh: 会员, en: Members}}";

    [Theory]
    [InlineData("12 months from delivered", "30 days", "2026-02-09")]
    [InlineData("12 months from delivered", "2 weeks", "2026-01-24")]
    [InlineData("12 months from delivered", "10 working days", "2026-01-23")]
    [InlineData("12 months from delivered", "1 year", "2027-01-10")]
    [InlineData("365 days from delivered", "6 months", "2026-07-10")]
    [InlineData("365 days from delivered", "30 days", "2026-02-09")]
    public void An_extension_lengthens_in_its_own_unit(string ends, string by, string last) =>
        Written.Of(Written.Goods(ends, $"extended: [{{by: {by}, when: {{member: true}}, name: {{zh: 会员, en: Members}}}}]"))
            .Answers("""{"on":"2026-01-05","dates":{"delivered":"2025-01-10"},"customer":{"member":true},"fault":{"cause":"quality"}}""",
                $$"""{"covered":true,"lastDay":"{{last}}"}""");

    [Fact]
    public void Several_extensions_add_up_and_lengthen_caps_too_but_neither_minimums_nor_windows()
    {
        var charter = Written.Of(Written.Goods(
            "[12 months from commissioned, cap 18 months from ex-factory]",
            $"at-least: 3 months from paid-repair, extended: "
                + $"[{Member}, {{by: 10 days, when: {{sector: metro}}, name: {{zh: 地铁, en: Metro}}}}]",
            "remedies: repair\nrights: [{right: early, gives: exchange, within: 1 month of commissioned}]"));
        charter.Answers(
            """{"on":"2025-08-01","dates":{"exFactory":"2023-08-01","commissioned":"2024-08-01"},"customer":{"member":true}"""
                + ""","contract":{"sector":"metro"},"fault":{"cause":"quality"}}""",
            """{"covered":true,"lastDay":"2025-08-11","remedies":["repair"]}""");
        charter.Answers(
            """{"on":"2025-08-01","dates":{"commissioned":"2023-01-01","paidRepair":"2025-07-01"},"customer":{"member":true}"""
                + ""","fault":{"cause":"quality"}}""",
            """{"covered":true,"lastDay":"2025-10-01"}""");
        charter.Answers(
            """{"on":"2024-10-01","dates":{"commissioned":"2024-08-01"},"customer":{"member":true},"fault":{"cause":"quality"}}""",
            """{"covered":true,"remedies":["repair"]}""");
    }

    [Fact]
    public void A_promised_minimum_is_not_cut_by_use()
    {
        var engine = Written.Of(Written.Goods("[24 months from delivered, cap 2000 hours]", "at-least: 12 months from delivered"));
        engine.Answers("""{"on":"2025-08-01","dates":{"delivered":"2025-01-10"},"usage":{"hours":2500},"fault":{"cause":"quality"}}""",
            """{"covered":true,"lastDay":"2026-01-10","provisional":false}""");
        engine.Answers("""{"on":"2025-08-01","dates":{"delivered":"2025-01-10"},"fault":{"cause":"quality"}}""",
            """{"covered":true,"lastDay":"2027-01-10","provisional":false}""");
        engine.Answers("""{"on":"2026-03-01","dates":{"delivered":"2025-01-10"},"usage":{"hours":2500},"fault":{"cause":"quality"}}""",
            """{"covered":false,"lastDay":null,"reasons":{"cap-reached":"2000 hours"}}""");
    }

    [Fact]
    public void A_minimum_never_shortens_what_ends_by_use_alone_which_has_no_last_day()
    {
        var charter = Written.Of(Written.Goods("2000 hours", "at-least: 12 months from sold"));
        charter.Answers("""{"on":"2026-04-01","dates":{"sold":"2025-01-01"},"usage":{"hours":300},"fault":{"cause":"quality"}}""",
            """{"covered":true,"lastDay":null}""");
        charter.Answers("""{"on":"2025-06-01","dates":{"sold":"2025-01-01"},"usage":{"hours":2500},"fault":{"cause":"quality"}}""",
            """{"covered":true,"lastDay":"2026-01-01"}""");
        charter.Answers("""{"on":"2026-04-01","dates":{"sold":"2025-01-01"},"usage":{"hours":2500},"fault":{"cause":"quality"}}""",
            """{"covered":false,"lastDay":null}""");
    }

    [Fact]
    public void What_use_ended_has_no_last_day_to_come() =>
        Written.Of(Written.Goods("[24 months from delivered, cap 2000 hours]"))
            .Answers("""{"on":"2026-01-10","dates":{"delivered":"2025-01-10"},"usage":{"hours":2500},"fault":{"cause":"quality"}}""",
                """{"covered":false,"lastDay":null,"reasons":{"cap-reached":"2000 hours"}}""");

    [Fact]
    public void Use_that_nobody_read_leaves_cover_provisional_and_says_so()
    {
        var charter = Written.Of(Written.Goods("[96 months from sold, cap 120000 kilometres]"));
        charter.Answers("""{"on":"2026-01-10","dates":{"sold":"2025-01-10"},"fault":{"cause":"quality"}}""",
            """{"covered":true,"lastDay":"2033-01-10","provisional":true,"missing":["usage-kilometres"]}""");
        charter.Answers("""{"on":"2026-01-10","dates":{"sold":"2025-01-10"},"usage":{"kilometres":120000},"fault":{"cause":"quality"}}""",
            """{"covered":true,"provisional":false,"missing":[]}""");
        charter.Answers("""{"on":"2036-01-10","dates":{"sold":"2025-01-10"},"fault":{"cause":"quality"}}""",
            """{"covered":false,"lastDay":"2033-01-10","provisional":false,"missing":[]}""");
    }

    [Fact]
    public void Days_in_repair_lengthen_ends_caps_and_minimums_then_a_last_day_off_moves()
    {
        var charter = Written.Of(Written.Goods(
            "[12 months from sold, cap 18 months from ex-factory]", "at-least: 3 months from paid-repair",
            "remedies: repair\nrepair-days: added\nlast-day-off: moves to the next working day"));
        // 2025-01-10 and 10 days in repair is Monday the 20th; 9 is Sunday the 19th.
        charter.Answers("""{"on":"2025-01-20","dates":{"sold":"2024-01-10"},"history":{"repairDays":10},"fault":{"cause":"quality"}}""",
            """{"covered":true,"lastDay":"2025-01-20"}""");
        charter.Answers("""{"on":"2025-01-20","dates":{"sold":"2024-01-10"},"history":{"repairDays":9},"fault":{"cause":"quality"}}""",
            """{"covered":true,"lastDay":"2025-01-20"}""");
        charter.Answers(
            """{"on":"2025-05-01","dates":{"sold":"2024-01-10","paidRepair":"2025-02-10"},"history":{"repairDays":2}"""
                + ""","fault":{"cause":"quality"}}""",
            """{"covered":true,"lastDay":"2025-05-12"}""");
    }

    [Fact]
    public void A_right_opens_on_its_first_day_and_not_before()
    {
        var charter = Written.Of(
            Written.Goods(
            "24 months from sold", rest: "remedies: repair\nrights: [{right: early, gives: exchange, within: 30 days of sold}]"));
        charter.Answers("""{"on":"2022-06-01","dates":{"exFactory":"2022-01-01","sold":"2023-01-01"},"fault":{"cause":"quality"}}""",
            """{"covered":true,"remedies":["repair"]}""");
        charter.Answers("""{"on":"2023-01-01","dates":{"exFactory":"2022-01-01","sold":"2023-01-01"},"fault":{"cause":"quality"}}""",
            """{"covered":true,"remedies":["exchange","repair"]}""");
    }

    [Fact]
    public void An_exclusion_that_wants_a_proof_counts_once_the_proof_is_there()
    {
        var charter = Written.Of(
            Written.Goods("12 months from sold", rest: "remedies: repair\nnever-covered: [{components: battery, evidence: registration}]"));
        charter.Answers("""{"on":"2025-07-01","dates":{"sold":"2025-01-01"},"component":{"class":"battery"},"fault":{"cause":"quality"}}""",
            """{"covered":true,"provisional":true,"lines":{"parts":{"payer":"company","basis":"free"}}"""
                + ""","reasons":{"no-evidence":"registration"}}""");
        charter.Answers(
            """{"on":"2025-07-01","dates":{"sold":"2025-01-01"},"component":{"class":"battery"},"evidence":["registration"]"""
                + ""","fault":{"cause":"quality"}}""",
            """{"covered":false,"provisional":false,"reasons":{"excluded-component":"battery"}}""");
    }

    [Fact]
    public void An_excluded_component_lies_inside_the_period_until_the_warranty_is_void()
    {
        var charter = Written.Of(Written.Goods("24 months from sold", rest: """
            remedies: repair
            never-covered: [{components: shell}]
            who-pays:
              - {when: in period, parts: cost}
              - {when: "in period, other cause", labour: cost}
              - {when: out of period, parts: price-list}
            """));
        charter.Answers("""{"on":"2025-09-30","dates":{"sold":"2025-09-24"},"component":{"class":"shell"},"fault":{"cause":"quality"}}""",
            """{"covered":false,"lastDay":"2027-09-24","lines":{"parts":{"payer":"customer","basis":"cost"}"""
                + ""","labour":{"payer":"customer","basis":"tariff"}}}""");
        charter.Answers("""{"on":"2025-09-30","dates":{"sold":"2025-09-24"},"component":{"class":"shell"},"fault":{"cause":"misuse"}}""",
            """{"lines":{"parts":{"basis":"cost"},"labour":{"basis":"cost"}}}""");
        charter.Answers(
            """{"on":"2025-09-30","dates":{"sold":"2025-09-24"},"voided":{"from":"2025-09-28","reason":"seal"}"""
                + ""","fault":{"cause":"quality"}}""",
            """{"covered":false,"lines":{"parts":{"payer":"customer","basis":"price-list"}},"reasons":{"voided":"seal"}}""");
        charter.Answers(
            """{"on":"2025-09-27","dates":{"sold":"2025-09-24"},"voided":{"from":"2025-09-28","reason":"seal"}"""
                + ""","fault":{"cause":"quality"}}""",
            """{"covered":true}""");
    }

    [Fact]
    public void Whoever_pays_for_quality_pays_for_what_the_term_covers_by_name()
    {
        var charter = Written.Of(
            Written.Goods("12 months from sold", "also-covers: wrong-goods",
            "remedies: repair\nwho-pays: [{when: \"out of period, quality\", labour: free}]"));
        charter.Answers("""{"on":"2026-06-01","dates":{"sold":"2025-01-01"},"fault":{"cause":"wrong-goods"}}""",
            """{"covered":false,"lines":{"labour":{"payer":"company","basis":"free"},"parts":{"payer":"customer","basis":"tariff"}}}""");
        charter.Answers("""{"on":"2026-06-01","dates":{"sold":"2025-01-01"},"fault":{"cause":"misuse"}}""",
            """{"covered":false,"lines":{"labour":{"payer":"customer","basis":"tariff"}}}""");
    }

    [Fact]
    public void A_component_without_a_source_takes_that_of_its_product_with_a_source_only_its_own()
    {
        var charter = Written.Of("""
            terms:
              - {term: bought, name: {zh: 外购, en: Bought}, for: {source: bought-in}, ends: agreement months from supplied}
              - {term: goods, name: {zh: 整机, en: Goods}, ends: 24 months from sold}
            remedies: repair
            """);
        charter.Answers(
            """{"on":"2025-06-01","product":{"source":"bought-in","supplied":"2025-01-01","agreementMonths":6}"""
                + ""","component":{"class":"motor"},"fault":{"cause":"quality"}}""",
            """{"covered":true,"lastDay":"2025-07-01"}""");
        charter.Answers(
            """{"on":"2025-06-01","product":{"source":"bought-in","supplied":"2025-01-01","agreementMonths":6}"""
                + ""","component":{"class":"motor","source":"own"},"dates":{"sold":"2025-02-01"},"fault":{"cause":"quality"}}""",
            """{"covered":true,"lastDay":"2027-02-01"}""");
        charter.Answers(
            """{"on":"2025-06-01","product":{"source":"own","supplied":"2025-01-01","agreementMonths":6}"""
                + ""","component":{"class":"motor","source":"bought-in"},"fault":{"cause":"quality"}}""",
            """{"covered":false,"lastDay":null}""");
    }

    [Fact]
    public void A_fault_before_the_period_begins_is_covered() =>
        Written.Of(Written.Goods("12 months from sold"))
            .Answers("""{"on":"2025-01-01","dates":{"exFactory":"2024-06-01","sold":"2025-03-01"},"fault":{"cause":"quality"}}""",
                """{"covered":true,"lastDay":"2026-03-01"}""");
}
