using System.Text.Json.Nodes;
using Sanbao.Charters;
using Sanbao.Domain.Entitlement;

namespace Sanbao.Domain.Tests.Entitlement;

/// <summary>
/// What makers and laws of other sectors promise in public, written as charters, with facts and the right answers. Rows marked unsayable
/// are about clauses that the language has no words for yet.
/// </summary>
public class StatementsTests
{
    private static readonly string Folder = Repository.PathOf("tests", "acceptance", "charters");
    private static readonly CharterLibrary Library = Read();

    public static TheoryData<EntitlementRow> Sayable =>
        [.. Rows().Where(r => (string?)r["kind"] == "entitlement" && (string?)r["sayable"] != "unsayable")
            .Select(r =>
                new EntitlementRow($"{r["charter"]} {r["clause"]}: {r["says"]}", r["request"]!.AsObject(), r["expect"]!.AsObject()))];

    [Theory, MemberData(nameof(Sayable), DisableDiscoveryEnumeration = true)]
    public void What_was_promised_is_answered(EntitlementRow row)
    {
        var facts = row.Facts;
        var charter = Library.InForce((string)row.Request["charter"]!, facts.On)!;
        var decision = EntitlementEngine.Judge(charter, facts);
        foreach (var (key, expected) in row.Expect) Check(row, decision, key, expected);
    }

    private static void Check(EntitlementRow row, Decision decision, string key, JsonNode? expected)
    {
        var remedies = decision.Remedies.Select(r => r.ToString().ToLowerInvariant()).ToArray();
        switch (key)
        {
            case "first": remedies.FirstOrDefault().ShouldBe((string?)expected, row.Name); break;
            case "has": foreach (var remedy in expected!.AsArray()) remedies.ShouldContain((string?)remedy, row.Name); break;
            case "hasnot": foreach (var remedy in expected!.AsArray()) remedies.ShouldNotContain((string?)remedy, row.Name); break;
            case "lines": foreach (var (kind, payer) in expected!.AsObject()) (row with { Expect = Line(kind, payer) })
                .ShouldComeOut(decision); break;
            default: (row with { Expect = Known(key, expected) }).ShouldComeOut(decision); break;
        }
    }

    /// <summary>The same question in the words of the acceptance tables.</summary>
    private static JsonObject Known(string key, JsonNode? expected) => key switch
    {
        "reason" => new() { ["reasons"] = new JsonObject { [(string)expected!] = null } },
        "fee" => new() { ["exchangeFee"] = expected?.DeepClone() },
        "parts" => new() { ["partsUntil"] = expected?.DeepClone() },
        "prov" => new() { ["provisional"] = expected?.DeepClone() },
        _ => new() { [key] = expected?.DeepClone() },
    };

    private static JsonObject Line(string kind, JsonNode? payer) =>
        new() { ["lines"] = new JsonObject { [kind] = new JsonObject { ["payer"] = payer?.DeepClone() } } };

    private static IEnumerable<JsonObject> Rows() =>
        File.ReadLines(Path.Combine(Folder, "facts.jsonl")).Select(line => JsonNode.Parse(line)!.AsObject());

    private static CharterLibrary Read()
    {
        var reading = CharterLibrary.Shipped.WithFolder(Folder);
        reading.Errors.Select(e => e.ToString()).ShouldBeEmpty();
        return reading.Library;
    }
}
