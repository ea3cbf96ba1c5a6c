using System.Text.Json.Nodes;
using Sanbao.Charters;
using Sanbao.Charters.Errors;
using Sanbao.Charters.Yaml;

namespace Sanbao.Domain.Tests.Charters;

public class CharterSchemaTests
{
    private static readonly JsonObject Schema = JsonNode.Parse(CharterSchema.Shipped)!.AsObject();

    [Fact]
    public void The_shipped_schema_is_the_one_that_the_readers_keys_make()
    {
        var made = Path.Combine(AppContext.BaseDirectory, "charter.schema.json");
        File.WriteAllText(made, CharterSchema.Write());
        (CharterSchema.Shipped == CharterSchema.Write()).ShouldBeTrue($"copy {made} to charters/");
    }

    [Theory, MemberData(nameof(ShippedChartersTests.Codes), MemberType = typeof(ShippedChartersTests))]
    public void It_accepts_every_shipped_charter(string code) =>
        Misfits(CharterLibrary.Shipped.Versions.Single(v => v.Charter.Code == code).Text).ShouldBeEmpty();

    [Fact]
    public void It_refuses_an_unknown_key_a_wrong_word_and_a_missing_key() =>
        Misfits(Sample.Good.Replace("version: 1", "versions: 1") + "ladder: [telephone]\n").Count().ShouldBe(3);

    private static IEnumerable<string> Misfits(string text) =>
        Misfits(NodeReader.Read(text, new Report("t"))!, Schema, "");

    // As much of JSON Schema as the schema uses; a YAML text counts as a number or truth value where it reads as one.
    private static IEnumerable<string> Misfits(Node node, JsonObject schema, string at)
    {
        if (schema["$ref"] is { } reference) return Misfits(node, Schema["$defs"]![((string)reference!)["#/$defs/".Length..]]!.AsObject(), at);
        if (schema["anyOf"] is JsonArray choices)
        {
            var each = choices.Select(c => Misfits(node, c!.AsObject(), at).ToArray()).ToArray();
            return each.Any(e => e.Length == 0) ? [] : each.MinBy(e => e.Length)!;
        }
        if (schema["enum"] is JsonArray words)
            return node is TextNode word && words.Any(w => (string)w! == word.Value) ? [] : [$"{at}: not a word"];
        return ((string)schema["type"]!, node) switch
        {
            ("object", MapNode map) => MisfitsOfMap(map, schema, at),
            ("array", ListNode list) => list.Items.SelectMany((n, i) => Misfits(n, schema["items"]!.AsObject(), $"{at}[{i}]")),
            ("string", TextNode { Value.Length: > 0 }) => [],
            ("integer", TextNode text) when int.TryParse(text.Value, out _) => [],
            ("boolean", TextNode { Value: "true" or "false" }) => [],
            var (type, _) => [$"{at}: not {type}"],
        };
    }

    private static IEnumerable<string> MisfitsOfMap(MapNode map, JsonObject schema, string at)
    {
        foreach (var (key, value) in map.Entries)
        {
            var known = schema["properties"]?[key.Value] ?? (schema["additionalProperties"] is JsonObject open ? open : null);
            if (known is null) yield return $"{at}: unknown {key.Value}";
            else foreach (var misfit in Misfits(value, known.AsObject(), $"{at}.{key.Value}")) yield return misfit;
        }
        foreach (var required in schema["required"]?.AsArray() ?? [])
            if (map.Entries.All(e => e.Key.Value != (string)required!)) yield return $"{at}: no {required}";
    }
}
