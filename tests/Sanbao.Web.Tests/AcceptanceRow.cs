using System.Text.Json.Nodes;

namespace Sanbao.Web.Tests;

/// <summary>One row of an acceptance table: what is posted to a preview, and what must come out.</summary>
public sealed record AcceptanceRow(string Name, JsonObject Request, JsonObject Expect)
{
    /// <summary>The tables by the name of their file under tests/acceptance; all together in one list.</summary>
    public static TheoryData<AcceptanceRow> Of(params ReadOnlySpan<string> tables)
    {
        var rows = new TheoryData<AcceptanceRow>();
        foreach (var table in tables)
            foreach (var (line, index) in File.ReadLines(Repository.PathOf("tests", "acceptance", table)).Select((l, i) => (l, i)))
            {
                var json = JsonNode.Parse(line)!.AsObject();
                rows.Add(
                    new AcceptanceRow((string?)json["row"] ?? $"{table}:{index + 1}", json["request"]!.AsObject(),
                    json["expect"]!.AsObject()));
            }
        return rows;
    }

    public override string ToString() => Name;
}
