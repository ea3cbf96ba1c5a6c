using Sanbao.Domain.Charters;
using Sanbao.Domain.Entitlement;

namespace Sanbao.Domain.Tests.Entitlement;

/// <summary>Neither covered nor not: a date, a proof or a reading is missing that would decide.</summary>
public class UndeterminedTests
{
    [Fact]
    public void Without_the_date_that_begins_the_period_nothing_is_decided_and_nobody_is_asked_to_pay()
    {
        var decision = Shipped("S9").Answers("""{"on":"2026-03-02","dates":{"commissioned":"2024-01-11"},"fault":{"cause":"quality"}}""",
            """{"covered":false,"undetermined":true,"lastDay":null,"remedies":[],"exchangeFee":null,"refund":null"""
                + ""","missing":["accepted"]}""");
        decision.Lines.ShouldBe([
            new(LineKind.Parts, Payer.Open, null, null, null), new(LineKind.Labour, Payer.Open, null, null, null),
            new(LineKind.Travel, Payer.Open, null, null, null), new(LineKind.Freight, Payer.Open, null, null, null)]);
        decision.Reasons[0].Code.ShouldBe(ReasonCode.Missing);
        decision.Reasons.ShouldNotContain(r => r.Code == ReasonCode.NoTerm);
    }

    [Theory]
    [InlineData("S0", "{}", "delivered")]
    [InlineData("S1", """{"evidence":["commissioning"]}""", "ex-factory commissioned")]
    [InlineData("S1", "{}", "ex-factory commissioned commissioning")]
    [InlineData("S1", """{"dates":{"commissioned":"2026-01-01"}}""", "ex-factory commissioning")]
    [InlineData("S1", """{"product":{"source":"user-designated"}}""", "supplied")]
    [InlineData("S4", "{}", "commissioned accepted")]
    [InlineData("S5", "{}", "ex-factory sold invoiced")]
    [InlineData("S10", "{}", "ex-factory sold invoiced")]
    [InlineData("S11", "{}", "delivered")]
    [InlineData("S11", """{"contract":{"months":24}}""", "delivered")]
    public void Each_fact_that_is_missing_is_named(string charter, string facts, string missing) =>
        Shipped(charter).Answers(With(facts, "2026-03-02"),
            $$"""
            {"covered":false,"undetermined":true,"lastDay":null,
             "missing":[{{string.Join(",", missing.Split(' ').Select(m => $"\"{m}\""))}}]}
            """);

    [Theory]
    [InlineData("S3", "{}")]
    [InlineData("S6", "{}")]
    [InlineData("S3", """{"dates":{"delivered":"2026-01-01"}}""")]
    [InlineData("S1", """{"product":{"source":"bought-on-behalf"}}""")]
    public void Where_the_contract_notes_nothing_there_is_no_term(string charter, string facts) =>
        Shipped(charter).Answers(With(facts, "2026-03-02"),
            """{"covered":false,"undetermined":false,"missing":[],"reasons":{"no-term":null},"lines":{"parts":{"payer":"customer"}}}""");

    [Fact]
    public void Months_that_are_not_noted_are_no_term_whatever_caps_stand_beside_and_a_minimum_still_holds()
    {
        var charter = Written.Of(
            Written.Goods("[contract months from delivered, cap 18 months from ex-factory, cap 2000 hours]",
            "at-least: 7 days from delivered"));
        charter.Answers(
            """{"on":"2026-03-02","dates":{"delivered":"2026-01-01","exFactory":"2026-01-01"},"usage":{"hours":1}"""
                + ""","fault":{"cause":"quality"}}""",
            """{"covered":false,"undetermined":false,"lastDay":"2026-01-08"}""");
        charter.Answers("""{"on":"2026-01-08","dates":{"delivered":"2026-01-01","exFactory":"2026-01-01"},"fault":{"cause":"quality"}}""",
            """{"covered":true,"lastDay":"2026-01-08"}""");
        charter.Answers(
            """{"on":"2026-03-02","contract":{"months":12},"dates":{"delivered":"2026-01-01","exFactory":"2025-01-01"}"""
                + ""","usage":{"hours":1},"fault":{"cause":"quality"}}""",
            """{"covered":true,"lastDay":"2026-07-01"}""");
        Written.Of(Written.Goods("contract months from delivered"))
            .Answers("""{"on":"2026-03-02","fault":{"cause":"quality"}}""", """{"undetermined":false,"reasons":{"no-term":null}}""");
    }

    [Fact]
    public void An_end_without_its_date_does_not_count_while_another_does()
    {
        Shipped("S1").Answers("""{"on":"2026-03-02","dates":{"exFactory":"2025-01-10"},"fault":{"cause":"quality"}}""",
            """{"covered":true,"undetermined":false,"provisional":false"""
                + ""","lastDay":"2026-07-10","reasons":{"no-evidence":"commissioning"}}""");
        Shipped("S1").Answers("""{"on":"2026-08-02","dates":{"exFactory":"2025-01-10"},"fault":{"cause":"quality"}}""",
            """{"covered":false,"undetermined":false,"lastDay":"2026-07-10","missing":[]}""");
    }

    [Theory]
    [InlineData("S1", """{"fault":{"cause":"misuse"}}""")]
    [InlineData("S10", """{"component":{"class":"shell"},"fault":{"cause":"quality"}}""")]
    [InlineData("S9", """{"fault":{"cause":"wear"}}""")]
    [InlineData("S9", """{"voided":{"from":"2026-01-01","reason":"seal"},"fault":{"cause":"quality"}}""")]
    public void What_no_date_could_cover_is_not_covered(string charter, string facts) =>
        Shipped(charter).Answers(With(facts, "2026-03-02"),
            """{"covered":false,"undetermined":false,"missing":[],"lines":{"parts":{"payer":"customer"}}}""");

    [Fact]
    public void A_proof_is_missing_only_while_the_period_that_it_would_prove_runs()
    {
        var charter = Written.Of(Written.Goods("12 months from sold with invoice evidence"));
        charter.Answers("""{"on":"2026-01-01","dates":{"sold":"2025-01-01"},"fault":{"cause":"quality"}}""",
            """{"undetermined":true,"missing":["invoice"]}""");
        charter.Answers("""{"on":"2026-01-02","dates":{"sold":"2025-01-01"},"fault":{"cause":"quality"}}""",
            """{"covered":false,"undetermined":false,"missing":[],"reasons":{"no-evidence":"invoice"}}""");
        charter.Answers("""{"on":"2026-01-01","fault":{"cause":"quality"}}""", """{"undetermined":true,"missing":["sold","invoice"]}""");
    }

    [Fact]
    public void What_ends_by_use_alone_needs_its_reading_and_use_beside_a_missing_date_decides_only_when_passed()
    {
        var hours = Written.Of(Written.Goods("2000 hours"));
        hours.Answers("""{"on":"2026-01-01","fault":{"cause":"quality"}}""", """{"undetermined":true,"missing":["usage-hours"]}""");
        hours.Answers("""{"on":"2026-01-01","usage":{"hours":300},"fault":{"cause":"quality"}}""",
            """{"covered":true,"undetermined":false,"lastDay":null}""");
        var both = Written.Of(Written.Goods("[24 months from sold, cap 2000 hours]"));
        both.Answers("""{"on":"2026-01-01","usage":{"hours":300},"fault":{"cause":"quality"}}""",
            """{"undetermined":true,"missing":["sold"]}""");
        both.Answers("""{"on":"2026-01-01","usage":{"hours":2500},"fault":{"cause":"quality"}}""",
            """{"covered":false,"undetermined":false,"reasons":{"cap-reached":"2000 hours"}}""");
        both.Answers("""{"on":"2026-01-01","fault":{"cause":"quality"}}""", """{"undetermined":true,"missing":["sold","usage-hours"]}""");
    }

    [Fact]
    public void Of_law_and_charter_one_that_covers_covers_provisionally_and_one_that_does_not_leaves_the_other_open()
    {
        var charter = Written.Of(Written.Goods("12 months from sold"), Written.Goods("24 months from delivered"));
        charter.Answers("""{"on":"2026-01-01","dates":{"sold":"2025-06-01"},"fault":{"cause":"quality"}}""",
            """{"covered":true,"undetermined":false,"provisional":true,"lastDay":"2026-06-01","missing":["delivered"]"""
                + ""","lines":{"parts":{"payer":"company"}}}""");
        charter.Answers("""{"on":"2026-07-01","dates":{"sold":"2025-06-01"},"fault":{"cause":"quality"}}""",
            """{"covered":false,"undetermined":true,"lastDay":null,"missing":["delivered"],"lines":{"parts":{"payer":"open"}}}""");
        charter.Answers("""{"on":"2026-01-01","dates":{"delivered":"2025-06-01"},"fault":{"cause":"quality"}}""",
            """{"covered":true,"provisional":true,"lastDay":"2027-06-01","missing":["sold"]}""");
        charter.Answers("""{"on":"2027-07-01","dates":{"delivered":"2025-06-01"},"fault":{"cause":"quality"}}""",
            """{"covered":false,"undetermined":true,"missing":["sold"]}""");
    }

    [Fact]
    public void What_was_given_free_is_free_while_the_rest_is_open()
    {
        var facts = Written.Facts("""{"on":"2026-03-02","fault":{"cause":"quality"}}""") with {
            Goodwill = new([LineKind.Parts], "王经理", "老客户") };
        EntitlementEngine.Judge(Shipped("S9"), facts).Lines.Select(l => l.Payer)
            .ShouldBe([Payer.Company, Payer.Open, Payer.Open, Payer.Open]);
    }

    [Fact]
    public void The_answer_is_told_both_ways()
    {
        var (covered, not) = EntitlementEngine.Weigh(Shipped("S8"), Written.Facts("""{"on":"2026-03-02","fault":{"cause":"quality"}}"""));
        (covered.Covered, covered.Undetermined, covered.LastDay, covered.Remedies.Length).ShouldBe((true, false, null, 1));
        (not.Covered, not.Undetermined, not.LastDay, not.Remedies.Length).ShouldBe((false, false, null, 0));
        covered.Lines.Select(l => (l.Kind, l.Payer, l.Basis))
            .ShouldBe(
            [(LineKind.Parts, Payer.Company, Basis.Free), (LineKind.Labour, Payer.Company, Basis.Free),
            (LineKind.Travel, Payer.Company, Basis.Free), (LineKind.Freight, Payer.Company, Basis.Free)]);
        not.Lines.Select(l => (l.Kind, l.Payer, l.Basis))
            .ShouldBe(
            [(LineKind.Parts, Payer.Customer, Basis.PriceList), (LineKind.Labour, Payer.Company, Basis.Free),
            (LineKind.Travel, Payer.Company, Basis.Free), (LineKind.Freight, Payer.Customer, Basis.Tariff)]);
    }

    [Fact]
    public void Each_missing_date_says_from_which_day_on_it_would_cover()
    {
        Doubt("S9", """{"on":"2026-03-02"}""").Gaps.ShouldBe([new Gap(Fact.Accepted, null, new DateOnly(2023, 3, 2))]);
        Doubt("S1", """{"on":"2026-03-31"}""").Gaps.ShouldBe([
            new(Fact.ExFactory, null, new DateOnly(2024, 10, 1)), new(Fact.Commissioned, null, new DateOnly(2025, 3, 31)),
                new(Fact.Evidence, "commissioning", null)]);
        Sanbao.Domain.Entitlement.Doubt.Of(Shipped("S9"), Written.Facts("""{"on":"2026-03-02","dates":{"accepted":"2025-01-01"}}"""),
            EntitlementEngine.Judge(Shipped("S9"), Written.Facts("""{"on":"2026-03-02","dates":{"accepted":"2025-01-01"}}""")))
            .ShouldBeNull();
    }

    private static Doubt Doubt(string charter, string facts) =>
        Sanbao.Domain.Entitlement.Doubt.Of(Shipped(charter), Written.Facts(facts),
            EntitlementEngine.Judge(Shipped(charter), Written.Facts(facts)))!;

    private static Charter Shipped(string code) => Sanbao.Charters.CharterLibrary.Shipped.InForce(code, new(2026, 1, 1))!;

    private static string With(string facts, string on)
    {
        var all = System.Text.Json.Nodes.JsonNode.Parse(facts)!.AsObject();
        all["on"] = on;
        all["fault"] ??= new System.Text.Json.Nodes.JsonObject { ["cause"] = "quality" };
        return all.ToJsonString();
    }
}
