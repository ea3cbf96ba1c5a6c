namespace Sanbao.Domain.Tests.Entitlement;

/// <summary>What a wanted exchange costs and what a refund comes to.</summary>
public class AmountTests
{
    private const string Rate = "depreciated-refund: {per-day-of-use: {phone: 0.5 %}, since: sold}";

    [Theory]
    [InlineData("2025-07-20", "200")]
    [InlineData("2027-09-28", "1000")]
    [InlineData("2029-12-11", "1000")]
    public void The_fee_of_an_exchange_never_exceeds_the_price(string on, string fee) =>
        Written.Of(Written.Goods("60 months from sold", rest: "remedies: repair\npaid-exchange: 0.1 % of the price per day since sold"))
            .Answers($$$"""{"on":"{{{on}}}","dates":{"sold":"2025-01-01"},"price":1000,"wanted":"exchange","fault":{"cause":"quality"}}""",
                $$"""{"exchangeFee": {{fee}} }""");

    [Fact]
    public void A_refund_less_depreciation_is_offered_where_an_exchange_is_due_or_possible_without_a_fee()
    {
        const string Asked =
            """{"on":"2025-01-11","product":{"line":"phone"},"dates":{"sold":"2025-01-01"},"price":1000"""
                + ""","wanted":"refund","history":{"failedRepairs":2},"fault":{"cause":"quality"}}""";
        Written.Of(
            Written.Goods(
            "12 months from sold", rest: "remedies: repair\nrights: [{right: two, gives: exchange, after: 2 failed repairs}]\n"
            + Rate)).Answers(Asked, """{"refund":950}""");
        Written.Of(Written.Goods("12 months from sold", rest: "remedies: [repair, exchange]\n" + Rate))
            .Answers(Asked, """{"refund":950,"remedies":["repair","exchange","refund"]}""");
        Written.Of(
            Written.Goods("12 months from sold", rest: "remedies: repair\npaid-exchange: 0.1 % of the price per day since sold\n" + Rate))
            .Answers(Asked, """{"refund":null,"remedies":["repair"]}""");
    }

    [Fact]
    public void Without_a_rate_for_the_line_none_is_offered_without_a_price_its_amount_is_open_and_said_to_be()
    {
        var charter = Written.Of(Written.Goods("12 months from sold", rest: "remedies: [repair, exchange]\n" + Rate));
        charter.Answers(
            """{"on":"2025-01-11","product":{"line":"fan"},"dates":{"sold":"2025-01-01"},"price":1000"""
                + ""","wanted":"refund","fault":{"cause":"quality"}}""",
            """{"refund":null,"remedies":["repair","exchange"],"missing":[]}""");
        charter.Answers(
            """{"on":"2025-01-11","product":{"line":"phone"},"dates":{"sold":"2025-01-01"}"""
                + ""","wanted":"refund","fault":{"cause":"quality"}}""",
            """{"covered":true,"undetermined":false,"refund":null,"remedies":["repair","exchange","refund"],"missing":["price"]}""");
    }
}
