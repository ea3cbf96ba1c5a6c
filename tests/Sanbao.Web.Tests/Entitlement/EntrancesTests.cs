using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Sanbao.Charters;
using Sanbao.Domain.Entitlement;
using Sanbao.Domain.Tests.Entitlement;
using Sanbao.Web.Features.Entitlement;
using Sanbao.Web.Features.Import;
using Sanbao.Web.Tests.Data;
using Sanbao.Web.Tests.Import;
using Sanbao.Web.Texts;

namespace Sanbao.Web.Tests.Entitlement;

/// <summary>A program, a person or a file is told what the engine decides, by any facts under the shipped charters.</summary>
public class EntrancesTests(PreviewSite site, PostgresCluster cluster)
{
    private static readonly int Seed = Random.Shared.Next();

    [Fact]
    public async Task A_program_is_answered_what_the_engine_decides()
    {
        var facts = new RandomFacts(Seed);
        for (var i = 0; i < 50; i++)
        {
            var asked = new EntitlementRow($"seed {Seed}, {i}", facts.Next(), []);
            var decision = EntitlementEngine.Judge(asked.Charter, asked.Facts);
            var answer = await site.Ask("/api/v1/entitlements/preview", asked.Request);
            Answered(answer).ShouldBe(Decided(decision), $"{asked.Name}: {asked.Request}");
        }
    }

    [Fact]
    public async Task The_page_shows_what_the_engine_decides()
    {
        var facts = new RandomFacts(Seed);
        using var browser = site.Browse();
        for (var i = 0; i < 8; i++)
        {
            var asked = new EntitlementRow($"seed {Seed}, {i}", facts.Next(), []);
            var decision = EntitlementEngine.Judge(asked.Charter, asked.Facts);
            var page = await browser.Page("/entitlement?" + Address(asked.Request));
            var title = page.QuerySelector(".verdict-title")!.TextContent;
            title.ShouldBe(BothWords.Zh.CoverHeadline(decision), $"{asked.Name}: {asked.Request}");
        }
    }

    [Theory, InlineData("S0"), InlineData("S9")]
    public async Task A_file_is_told_how_many_of_its_units_the_engine_cannot_decide(string code)
    {
        var (facts, today) = (new RandomFacts(Seed), DateOnly.FromDateTime(DateTime.UtcNow.AddHours(8)));
        var units = Enumerable.Range(0, 30).Select(_ => (JsonObject)facts.Next()["dates"]!).ToList();
        var charter = CharterLibrary.Shipped.InForce(code, today)!;
        var open = units.Count(dates => EntitlementEngine.Judge(charter, Unit(dates, today)).Undetermined);
        await using var test = await TestDatabase.NewAsync(Kind.Sqlite, cluster);
        var file = new StringBuilder($"serial,model,{string.Join(',', ImportFields.Dates)}\n");
        foreach (var (i, dates) in units.Index())
            file.Append(CultureInfo.InvariantCulture, $"E-{i},LTK-200,{string.Join(',', ImportFields.Dates.Select(d => dates[d]))}\n");
        var looked = await Importing.Run(test, ImportKind.Equipment, file.ToString(), preview: true, charter: code);
        (looked.Refused, looked.Undetermined).ShouldBe((0, open), $"seed {Seed}");
    }

    private static Facts Unit(JsonObject dates, DateOnly today)
    {
        var known = new JsonObject();
        foreach (var name in ImportFields.Dates) known[name] = dates[name]?.DeepClone();
        var asked = new JsonObject { ["on"] = today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), ["dates"] = known };
        return new EntitlementRow("", asked, []).Facts with { Model = "LTK-200" };
    }

    private static string Decided(Decision d) => string.Join("; ",
        [
            $"{d.Covered} {d.Undetermined} {d.Provisional} {d.LastDay:yyyy-MM-dd} {d.ExchangeFee?.InYuan:0.##} {d.Refund?.InYuan:0.##}",
            .. d.Remedies.Select(r => Kebab.Of(r)), .. d.Lines.Select(Decided), .. d.Reasons.Select(r => Kebab.Of(r.Code)),
        ]);

    private static string Decided(Line l) =>
        $"{Kebab.Of(l.Kind)} {Kebab.Of(l.Payer)} {(l.Basis is { } basis ? Kebab.Of(basis) : "")} {l.Share:0.##} {l.LastDay:yyyy-MM-dd}";

    private static string Answered(JsonObject a) => string.Join("; ",
        [
            string.Join(' ', a["covered"]!.GetValue<bool>(), a["undetermined"]!.GetValue<bool>(), a["provisional"]!.GetValue<bool>(),
                a["lastDay"], Number(a["exchangeFee"]), Number(a["refund"])),
            .. a["remedies"]!.AsArray().Select(r => (string)r!), .. a["lines"]!.AsArray().Select(l => Answered(l!)),
            .. a["reasons"]!.AsArray().Select(r => (string)r!["code"]!),
        ]);

    private static string Answered(JsonNode l) => $"{l["kind"]} {l["payer"]} {l["basis"]} {Number(l["share"])} {l["lastDay"]}";

    private static string Number(JsonNode? node) => node is null ? "" : ((decimal)node).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>The fields of the page, as they stand in its address.</summary>
    private static string Address(JsonObject asked)
    {
        var (product, component, contract) = (asked["product"]!, asked["component"]!, asked["contract"]!);
        List<(string Field, JsonNode? Value)> fields =
        [
            ("charter", asked["charter"]), ("on", asked["on"]), ("price", asked["price"]), ("wanted", asked["wanted"]),
            ("line", product["line"]), ("source", product["source"]), ("agreementMonths", product["agreementMonths"]),
            ("class", component["class"]), ("componentSource", component["source"]), ("sector", contract["sector"]),
            ("party", contract["party"]), ("months", contract["months"]), ("stockMonths", contract["stockMonths"]),
            ("member", asked["customer"]!["member"]), ("cause", asked["fault"]!["cause"]), ("hours", asked["usage"]!["hours"]),
            ("failedRepairs", asked["history"]!["failedRepairs"]), ("repairDays", asked["history"]!["repairDays"]),
            .. RandomFacts.Dates.Select(d => (d, asked["dates"]![d])), .. asked["evidence"]!.AsArray().Select(e => ("evidence", e)),
        ];
        return string.Join('&', fields.Where(f => f.Value is not null).Select(f => $"{f.Field}={Uri.EscapeDataString($"{f.Value}")}"));
    }
}
