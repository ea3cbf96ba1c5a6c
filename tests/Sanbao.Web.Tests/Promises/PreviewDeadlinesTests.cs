using System.Text.Json.Nodes;
using Sanbao.Web.Tests.Entitlement;

namespace Sanbao.Web.Tests.Promises;

/// <summary>The acceptance rows about response times and the worked cases, through the route that outside programs use.</summary>
public class PreviewDeadlinesTests(PreviewSite site)
{
    public static TheoryData<AcceptanceRow> Tables => AcceptanceRow.Of("deadlines.jsonl", "worked-deadlines.jsonl");

    [Theory, MemberData(nameof(Tables), DisableDiscoveryEnumeration = true)]
    public async Task The_row_comes_out(AcceptanceRow row)
    {
        var answer = await site.Ask("/api/v1/deadlines/preview", row.Request);
        foreach (var (promise, expected) in row.Expect)
        {
            var deadline = answer["deadlines"]!.AsArray().SingleOrDefault(d => (string?)d!["promise"] == promise);
            if (expected is null) { deadline.ShouldBeNull($"{row.Name}: {promise}"); continue; }
            deadline.ShouldNotBeNull($"{row.Name}: {promise}");
            var wanted = expected is JsonObject some ? some : new JsonObject { ["due"] = expected.DeepClone() };
            foreach (var (key, value) in wanted) deadline[key]!.ToString().ShouldBe(value!.ToString(), $"{row.Name}: {promise} {key}");
        }
    }

    [Theory]
    [InlineData("""{"charter":"S0","events":[{"kind":"reported"}]}""", "events[0].at")]
    [InlineData("""{"charter":"S0","events":[{"at":"2026-05-02T23:30:00+08:00"}]}""", "events[0].kind")]
    [InlineData("""{"charter":"S0","events":[{"kind":"paused","at":"2026-05-02T23:30:00+08:00"}]}""", "events[0].party")]
    [InlineData("""{"charter":"S0","events":[{"kind":"reported","at":"2026-05-02T23:30:00"}]}""", "events[0].at")]
    [InlineData("""{"charter":"S0","contract":{"responseDays":-1}}""", "contract.responseDays")]
    [InlineData("""{"charter":"S0","regionCode":"Suzhou"}""", "regionCode")]
    public async Task Wrong_events_are_told_at_their_field(string body, string field)
    {
        using var browser = site.Browse();
        var answer = await browser.PostJson("/api/v1/deadlines/preview", body);
        ((int)answer.StatusCode).ShouldBe(422);
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        ((string?)problem["errors"]![field]![0]).ShouldNotBeNullOrEmpty();
    }
}
