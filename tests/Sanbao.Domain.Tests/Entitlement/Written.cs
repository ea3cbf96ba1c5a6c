using System.Text.Json.Nodes;
using Sanbao.Charters;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Entitlement;

namespace Sanbao.Domain.Tests.Entitlement;

/// <summary>Charters of a few lines, written as a company would write them, and what they answer.</summary>
internal static class Written
{
    private const string Head = "version: 1\nname: {zh: 试, en: Test}\nin-force: 2015-01-01\n";

    /// <param name="warranty">The lines under <c>warranty</c>.</param>
    /// <param name="law">The lines under the warranty of its law; null: none.</param>
    /// <param name="head">Further lines of the charter's head, e.g. its working time or a shipped law.</param>
    public static Charter Of(string warranty, string? law = null, string head = "")
    {
        var own = new SourceFile(
            "T1.yaml",
            $"charter: T1\n{Head}{(law is null ? "" : "law: LAW\n")}{(head.Length > 0 ? head + "\n" : "")}warranty:\n{Indented(warranty)}");
        var statute = law is null ? null : new SourceFile("LAW.yaml", $"charter: LAW\n{Head}warranty:\n{Indented(law)}");
        var reading = CharterLibrary.Shipped.With(statute is null ? [own] : [statute, own]);
        reading.Errors.Select(e => e.ToString()).ShouldBeEmpty();
        return reading.Library.Find("T1", 1)!.Charter;
    }

    /// <summary>A warranty of one term for everything, with repair as its remedy.</summary>
    public static string Goods(string ends, string more = "", string rest = "remedies: repair") =>
        $"terms:\n  - {{term: goods, name: {{zh: 整机, en: Goods}}, ends: {ends}{(more.Length > 0 ? ", " + more : "")}}}\n{rest}";

    public static Facts Facts(string facts) => new EntitlementRow("", JsonNode.Parse(facts)!.AsObject(), []).Facts;

    /// <summary>The decision is as expected, said as in the acceptance tables; its explanation belongs to the same decision.</summary>
    public static Decision Answers(this Charter charter, string facts, string expected)
    {
        var row = new EntitlementRow(facts, JsonNode.Parse(facts)!.AsObject(), JsonNode.Parse(expected)!.AsObject());
        var decision = EntitlementEngine.Judge(charter, row.Facts);
        row.ShouldComeOut(decision);
        row.ShouldComeOut(EntitlementEngine.Explain(charter, row.Facts).Decision);
        return decision;
    }

    private static string Indented(string lines) => string.Concat(lines.Split('\n').Select(l => "  " + l.TrimEnd('\r') + "\n"));
}
