namespace Sanbao.Domain.Tests.Entitlement;

/// <summary>The better of charter and law, each counted in its own way.</summary>
public class LawAndCharterTests
{
    private const string EveryDay = "working-time: {holidays: none, monday to sunday: 08:00-18:00}";

    [Fact]
    public void The_law_counts_in_its_own_working_days_however_many_days_the_charter_works()
    {
        // Of the law the seventh working day after Thursday 24 September 2026 is 12 October: Mid-Autumn and the National Day lie between.
        var charter = Written.Of(Written.Goods("1 days from sold"), Written.Goods("7 working days from sold", rest: """
            remedies: repair
            rights: [{right: early, gives: exchange, within: 7 working days of sold}]
            """), EveryDay);
        charter.Answers("""{"on":"2026-10-02","dates":{"sold":"2026-09-24"},"fault":{"cause":"quality"}}""",
            """{"covered":true,"lastDay":"2026-10-12"}""");
        charter.Answers("""{"on":"2026-10-09","dates":{"sold":"2026-09-24"},"fault":{"cause":"quality"}}""",
            """{"covered":true,"firstRemedy":"exchange","reasons":{"early-failure":"2026-10-12"}}""");
    }

    [Fact]
    public void A_last_day_of_the_law_moves_over_the_laws_own_days_off() =>
        Written.Of(Written.Goods("1 days from sold"),
            Written.Goods("1 month from sold", rest: "remedies: repair\nlast-day-off: moves to the next working day"), EveryDay)
            .Answers("""{"on":"2026-10-01","dates":{"sold":"2026-09-01"},"fault":{"cause":"quality"}}""",
                """{"covered":true,"lastDay":"2026-10-08"}""");

    [Fact]
    public void Where_use_ended_the_charter_the_laws_last_day_holds()
    {
        var charter = Written.Of(Written.Goods("[60 months from delivered, cap 2000 hours]"), Written.Goods("24 months from delivered"));
        var decision = charter.Answers(
            """{"on":"2026-06-01","dates":{"delivered":"2025-01-10"},"usage":{"hours":2500},"fault":{"cause":"quality"}}""",
            """{"covered":true,"lastDay":"2027-01-10","reasons":{"in-period":"2027-01-10","statutory-floor":"LAW"}}""");
        decision.Lines.ShouldAllBe(l => l.LastDay == new DateOnly(2027, 1, 10));
    }

    [Fact]
    public void Where_use_ended_the_law_the_charters_own_period_holds()
    {
        var charter = Written.Of(Written.Goods("24 months from invoiced", rest: """
            remedies: repair
            who-pays: [{when: "in period, other cause", parts: cost}, {when: out of period, parts: price-list}]
            """), Written.Goods("[36 months from invoiced, cap 60000 kilometres]"));
        charter.Answers(
            """{"on":"2024-01-10","dates":{"invoiced":"2023-03-10"},"usage":{"kilometres":70000},"fault":{"cause":"human-damage"}}""",
            """{"covered":false,"lastDay":"2025-03-10","lines":{"parts":{"payer":"customer","basis":"cost"}}"""
                + ""","reasons":{"excluded-cause":"human-damage"}}""");
    }

    [Fact]
    public void A_law_that_ends_by_use_alone_has_no_last_day_and_its_period_holds()
    {
        var charter = Written.Of(Written.Goods("12 months from sold", rest: """
            remedies: repair
            who-pays: [{when: "in period, other cause", parts: cost}, {when: out of period, parts: price-list}]
            """), Written.Goods("2000 hours"));
        charter.Answers("""{"on":"2026-06-01","dates":{"sold":"2025-01-01"},"usage":{"hours":300},"fault":{"cause":"quality"}}""",
            """{"covered":true,"lastDay":null,"reasons":{"statutory-floor":"LAW"}}""");
        charter.Answers("""{"on":"2026-06-01","dates":{"sold":"2025-01-01"},"usage":{"hours":300},"fault":{"cause":"misuse"}}""",
            """{"covered":false,"lines":{"parts":{"basis":"cost"}}}""");
    }

    [Fact]
    public void Where_the_customer_pays_the_same_the_charters_own_payer_stays()
    {
        var charter = Written.Of(
            Written.Goods("3 months from sold", rest: "remedies: repair\nwho-pays: [{when: covered, labour: cost paid by dealer}]"),
            head: "law: cn-consumer");
        charter.Answers("""{"on":"2026-02-10","dates":{"sold":"2026-01-24"},"fault":{"cause":"quality"}}""",
            """{"lines":{"labour":{"payer":"dealer","basis":"cost","share":0},"parts":{"payer":"company","basis":"free"}}}""");
        var year = Written.Of(
            Written.Goods("12 months from sold", rest: "remedies: repair\nwho-pays: [{when: covered, labour: cost paid by dealer}]"),
            head: "law: cn-consumer");
        year.Answers("""{"on":"2026-02-10","dates":{"sold":"2026-01-24"},"history":{"repairDays":1},"fault":{"cause":"quality"}}""",
            """{"lines":{"labour":{"payer":"dealer","basis":"cost"}}}""");
    }

    [Fact]
    public void What_the_law_gives_free_is_free_though_it_does_not_cover() =>
        Written.Of(Written.Goods("12 months from sold"),
            Written.Goods("12 months from sold", rest: "remedies: repair\nwho-pays: [{when: \"in period, other cause\", labour: free}]"))
            .Answers("""{"on":"2025-02-01","dates":{"sold":"2025-01-01"},"fault":{"cause":"misuse"}}""",
                """{"covered":false,"lines":{"labour":{"payer":"company","basis":"free"}"""
                    + ""","parts":{"payer":"customer","basis":"tariff"}}}""");

    [Fact]
    public void An_exchange_that_the_law_gives_free_brings_no_refurbishing_to_the_customer()
    {
        var charter = Written.Of(
            Written.Goods(
                "24 months from sold",
                rest: "remedies: repair\npaid-exchange: 0.1 % of the price per day since sold, plus refurbishing by tariff"),
            Written.Goods("24 months from sold", rest: "remedies: [repair, exchange]"));
        var decision = charter.Answers(
            """{"on":"2026-01-01","dates":{"sold":"2025-01-01"},"price":1000,"wanted":"exchange","fault":{"cause":"quality"}}""",
            """{"exchangeFee":0,"remedies":["repair","exchange"]}""");
        decision.Lines.Length.ShouldBe(4);
    }

    [Fact]
    public void A_right_of_the_law_reaches_the_charters_refund_and_the_better_rate_holds()
    {
        const string Refund = "remedies: repair\ndepreciated-refund: {per-day-of-use: {phone: 0.5 %}, since: sold}";
        const string Asked =
            """{"on":"2025-01-07","product":{"line":"phone"},"dates":{"sold":"2025-01-01"},"price":1000"""
                + ""","wanted":"refund","fault":{"cause":"quality"}}""";
        Written.Of(Written.Goods("12 months from sold", rest: Refund),
            Written.Goods("12 months from sold",
                rest: "remedies: repair\nrights: [{right: early, gives: exchange, within: 15 days of sold}]"))
            .Answers(Asked, """{"refund":970,"remediesContain":"refund"}""");
        Written.Of(Written.Goods("12 months from sold", rest: Refund.Replace("0.5 %", "0.1 %")),
            Written.Goods("12 months from sold", rest: """
                remedies: repair
                rights: [{right: early, gives: exchange, within: 15 days of sold}]
                depreciated-refund: {per-day-of-use: {phone: 0.5 %}, since: sold}
                """)).Answers(Asked, """{"refund":994}""");
    }

    [Fact]
    public void A_dealers_period_is_what_was_promised_to_this_user_without_caps_and_his_months_in_stock()
    {
        const string Asked =
            """{"on":"2026-03-01","customer":{"member":true},"dates":{"sold":"2025-01-10","pickedUp":"2025-01-01"}"""
                + ""","fault":{"cause":"quality"}}""";
        const string Member = "extended: [{by: 6 months, when: {member: true}, name: {zh: 会员, en: Members}}]";
        const string Dealer = "remedies: repair\ndealer-period: promised months and stock months from picked-up";
        Written.Of(Written.Goods("12 months from sold", Member, Dealer))
            .Answers(Asked, """{"covered":true,"lines":{"parts":{"payer":"company"}}}""");
        Written.Of(Written.Goods("12 months from sold", Member, Dealer))
            .Answers(Asked.Replace("2026-03-01", "2026-07-05"),
            """{"covered":true,"lines":{"parts":{"payer":"dealer"}},"reasons":{"dealer-period-over":"2026-07-01"}}""");
        Written.Of(Written.Goods("[24 months from sold, cap 3 months from ex-factory]", rest: Dealer))
            .Answers(
                """{"on":"2026-12-01","dates":{"sold":"2026-11-01","exFactory":"2026-10-01","pickedUp":"2026-01-01"}"""
                    + ""","fault":{"cause":"quality"}}""",
                """{"covered":true,"lines":{"parts":{"payer":"company"}}}""");
        Written.Of(Written.Goods("100 days from sold", rest: Dealer))
            .Answers(
                """{"on":"2025-06-01","contract":{"stockMonths":1},"dates":{"sold":"2025-05-01","pickedUp":"2025-01-01"}"""
                    + ""","fault":{"cause":"quality"}}""",
                """{"covered":true,"reasons":{"dealer-period-over":"2025-05-11"}}""");
    }

    [Fact]
    public void The_dealer_comes_before_the_maker()
    {
        var charter = Written.Of(Written.Goods("24 months from sold", rest: """
            remedies: repair
            dealer-period: promised months and stock months from picked-up
            supplier-term: {source: bought-in, lasts: 36 months from supplied, pays: parts}
            """));
        charter.Answers(
            """{"on":"2026-06-01","product":{"source":"bought-in","supplied":"2024-01-01"}"""
                + ""","dates":{"sold":"2025-01-01","pickedUp":"2024-02-01"},"fault":{"cause":"quality"}}""",
            """{"lines":{"parts":{"payer":"dealer"}}}""");
        charter.Answers(
            """{"on":"2025-06-01","product":{"source":"bought-in","supplied":"2024-01-01"}"""
                + ""","dates":{"sold":"2025-01-01","pickedUp":"2024-02-01"},"fault":{"cause":"quality"}}""",
            """{"lines":{"parts":{"payer":"maker"},"labour":{"payer":"company"}}}""");
        charter.Answers(
            """{"on":"2025-06-01","product":{"source":"bought-in","supplied":"2024-01-01"}"""
                + ""","dates":{"sold":"2025-01-01","pickedUp":"2024-02-01"},"fault":{"cause":"misuse"}}""",
            """{"lines":{"parts":{"payer":"customer"}}}""");
    }
}
