using System.Text.Json.Nodes;

namespace Sanbao.Web.Tests.Entitlement;

/// <summary>The acceptance tables and worked cases once more, through the route that outside programs use.</summary>
public class PreviewEntitlementTests(PreviewSite site)
{
    public static TheoryData<AcceptanceRow> Tables => AcceptanceRow.Of("entitlements.jsonl", "worked-entitlements.jsonl");

    [Theory, MemberData(nameof(Tables), DisableDiscoveryEnumeration = true)]
    public async Task The_row_comes_out(AcceptanceRow row)
    {
        var answer = await site.Ask("/api/v1/entitlements/preview", row.Request);
        foreach (var (key, expected) in row.Expect) Check(row, answer, key, expected);
        answer["explanation"]!["children"]!.AsArray().Count.ShouldBeGreaterThan(3);
        answer.ToJsonString().ShouldNotContain("\"[", customMessage: "a text is missing");
    }

    [Theory]
    [InlineData("""{"charter":"S99"}""", 422, "charter")]
    [InlineData("""{"charter":"S1","on":"2025-13-01"}""", 422, "on")]
    [InlineData("""{"charter":"S1","fault":{"cause":"bad luck"}}""", 422, "fault.cause")]
    [InlineData("""{"charter":"S1","price":1.005}""", 422, "price")]
    [InlineData("""{"charter":"S1","history":{"failedRepairs":-1}}""", 422, "history.failedRepairs")]
    [InlineData("""{"charter":"S1","voided":{}}""", 422, "voided.from")]
    [InlineData("""{"charter":"S1","evidence":[null]}""", 422, "evidence[0]")]
    [InlineData("""{"charter":"S1","contract":{"months":99999}}""", 422, "contract.months")]
    [InlineData("""{"charter":"S1","contract":{"sector":"metros"}}""", 422, "contract.sector")]
    [InlineData("""{"charter":"S1","on":"0001-01-01"}""", 422, "on")]
    [InlineData("""{"charter":"S1","dates":{"exFactory":"1970-01-01"}}""", 422, "dates.exFactory")]
    [InlineData("""{"charter":"S1","product":{"supplied":"1899-12-30"}}""", 422, "product.supplied")]
    [InlineData("""{"charter":"S1","on":"2025-01-31","dates":{"sold":"2025-02-01","commissioned":"2025-03-01"}}""", 422, "on")]
    [InlineData("""{"charter":"S1",""", 400, null)]
    public async Task Wrong_facts_are_told_at_their_field(string body, int status, string? field)
    {
        using var browser = site.Browse();
        var answer = await browser.PostJson("/api/v1/entitlements/preview", body);
        ((int)answer.StatusCode).ShouldBe(status);
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        problem["code"].ShouldNotBeNull();
        if (field is not null) ((string?)problem["errors"]![field]![0]).ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task Nothing_at_all_is_judged_by_the_usual_charter_today()
    {
        var answer = await site.Ask("/api/v1/entitlements/preview", new JsonObject());
        ((string?)answer["charter"]).ShouldBe("S1");
        ((bool?)answer["covered"]).ShouldBe(false);
    }

    [Fact]
    public async Task What_is_not_determined_names_what_is_missing_and_what_it_would_change()
    {
        var answer = await site.Ask("/api/v1/entitlements/preview",
            JsonNode.Parse("""{"charter":"S9","on":"2026-03-02","dates":{"commissioned":"2024-01-11"},"fault":{"cause":"quality"}}""")!);
        ((bool?)answer["covered"], (bool?)answer["undetermined"], (string?)answer["lastDay"], answer["remedies"]!.AsArray().Count)
            .ShouldBe((false, true, null, 0));
        answer["lines"]!.AsArray().ShouldAllBe(l => (string?)l!["payer"] == "open" && l["basis"] == null && l["share"] == null);
        Missing(answer).ShouldBe(["accepted"]);
        ((string?)answer["reasons"]![0]!["zh"], (string?)answer["reasons"]![0]!["en"]).ShouldBe(("缺验收日期", "Missing: Accepted"));
        var doubt = answer["doubt"]!;
        ((string?)doubt["missing"]![0]!["fact"], (string?)doubt["missing"]![0]!["coveredFrom"]).ShouldBe(("accepted", "2023-03-02"));
        ((string?)doubt["ifCovered"]!["lines"]![0]!["payer"], (string?)doubt["ifNot"]!["lines"]![0]!["payer"])
            .ShouldBe(("company", "customer"));
    }

    [Fact]
    public async Task What_is_determined_leaves_no_doubt()
    {
        var answer = await site.Ask("/api/v1/entitlements/preview",
            JsonNode.Parse("""{"charter":"S9","on":"2026-03-02","dates":{"accepted":"2024-01-11"},"fault":{"cause":"quality"}}""")!);
        ((bool?)answer["covered"], (bool?)answer["undetermined"], answer["doubt"]).ShouldBe((true, false, null));
    }

    private static IEnumerable<string?> Missing(JsonObject answer) =>
        answer["reasons"]!.AsArray().Where(r => (string?)r!["code"] == "missing").Select(r => (string?)r!["detail"]);

    private static void Check(AcceptanceRow row, JsonObject answer, string key, JsonNode? expected)
    {
        switch (key)
        {
            case "firstRemedy": ((string?)answer["remedies"]![0]).ShouldBe((string?)expected, row.Name); break;
            case "remediesContain": answer["remedies"]!.AsArray().Select(r => (string?)r).ShouldContain((string?)expected, row.Name); break;
            case "remedies": JsonNode.DeepEquals(answer["remedies"], expected).ShouldBeTrue(row.Name); break;
            case "missing": Missing(answer).ShouldBe(expected!.AsArray().Select(m => (string?)m), row.Name); break;
            case "lines": CheckLines(row, answer["lines"]!.AsArray(), expected!.AsObject()); break;
            case "reasons": CheckReasons(row, answer["reasons"]!.AsArray(), expected!.AsObject()); break;
            default: Plain(answer[key]).ShouldBe(Plain(expected), $"{row.Name}: {key}"); break;
        }
    }

    private static void CheckLines(AcceptanceRow row, JsonArray lines, JsonObject expected)
    {
        foreach (var (kind, wanted) in expected)
        {
            var line = lines.Single(l => (string?)l!["kind"] == kind)!;
            foreach (var (key, value) in wanted!.AsObject()) Plain(line[key]).ShouldBe(Plain(value), $"{row.Name}: {kind} {key}");
        }
    }

    private static void CheckReasons(AcceptanceRow row, JsonArray reasons, JsonObject expected)
    {
        foreach (var (code, detail) in expected)
        {
            var reason = reasons.SingleOrDefault(r => (string?)r!["code"] == code).ShouldNotBeNull($"{row.Name}: {code}");
            if (detail is not null) Plain(reason["detail"]).ShouldBe(Plain(detail), row.Name);
            ((string?)reason["zh"]).ShouldNotBeNullOrEmpty();
        }
    }

    private static string? Plain(JsonNode? node) => node is null ? null
        : decimal.TryParse(node.ToString(), System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? number.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture)
            : node.ToString();
}
