using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Sanbao.Charters.Errors;
using Sanbao.Charters.Yaml;

namespace Sanbao.Domain.Tests.Charters;

/// <summary>
/// What an editor would mark by the schema: as much of JSON Schema as ours uses. As editors do, a text counts as a number or truth value
/// where it reads as one, unless it is quoted.
/// </summary>
internal sealed class EditorsSchema(JsonObject schema)
{
    public static EditorsSchema Of(string text) => new(JsonNode.Parse(text)!.AsObject());

    public IEnumerable<string> Misfits(string text) =>
        NodeReader.Read(text, new Report("t")) is { } root ? Misfits(root, schema, "") : ["not YAML"];

    private IEnumerable<string> Misfits(Node node, JsonObject by, string at)
    {
        if (by["$ref"] is { } reference) return Misfits(node, schema["$defs"]![((string)reference!)["#/$defs/".Length..]]!.AsObject(), at);
        if (by["anyOf"] is JsonArray choices)
        {
            var each = choices.Select(c => Misfits(node, c!.AsObject(), at).ToArray()).ToArray();
            return each.Any(e => e.Length == 0) ? [] : each.MinBy(e => e.Length)!;
        }
        if (by["enum"] is JsonArray words)
            return node is TextNode word && words.Any(w => w!.ToString() == word.Value) ? [] : [$"{at}: not a word"];
        return ((string)by["type"]!, node) switch
        {
            ("object", MapNode map) => MisfitsOfMap(map, by, at),
            ("array", ListNode list) => MisfitsOfList(list, by, at),
            ("string", TextNode { Value.Length: > 0 } text) => MisfitsOfText(text.Value, by, at),
            ("integer", TextNode text) when int.TryParse(text.Value, out var number) => MisfitsOfNumber(number, by, at),
            ("boolean", TextNode { Value: "true" or "false" }) => [],
            var (type, _) => [$"{at}: not {type}"],
        };
    }

    private IEnumerable<string> MisfitsOfMap(MapNode map, JsonObject by, string at)
    {
        foreach (var (key, value) in map.Entries)
        {
            if (by["propertyNames"] is JsonObject names)
                foreach (var misfit in MisfitsOfText(key.Value, names, at)) yield return misfit;
            var known = by["properties"]?[key.Value] ?? (by["additionalProperties"] is JsonObject open ? open : null);
            if (known is null) yield return $"{at}: unknown {key.Value}";
            else foreach (var misfit in Misfits(value, known.AsObject(), $"{at}.{key.Value}")) yield return misfit;
        }
        foreach (var required in by["required"]?.AsArray() ?? [])
            if (map.Entries.All(e => e.Key.Value != (string)required!)) yield return $"{at}: no {required}";
    }

    private IEnumerable<string> MisfitsOfList(ListNode list, JsonObject by, string at)
    {
        if (by["minItems"] is { } least && list.Items.Length < (int)least!) yield return $"{at}: too few";
        foreach (var (item, i) in list.Items.Select((n, i) => (n, i)))
            foreach (var misfit in Misfits(item, by["items"]!.AsObject(), $"{at}[{i}]")) yield return misfit;
    }

    private static IEnumerable<string> MisfitsOfText(string text, JsonObject by, string at)
    {
        if (by["pattern"] is { } pattern && !Regex.IsMatch(text, (string)pattern!, RegexOptions.ECMAScript))
            yield return $"{at}: `{text}` does not fit";
        if (by["maxLength"] is { } most && text.Length > (int)most!) yield return $"{at}: too long";
    }

    private static IEnumerable<string> MisfitsOfNumber(int number, JsonObject by, string at)
    {
        if (number < ((int?)by["minimum"] ?? int.MinValue) || number > ((int?)by["maximum"] ?? int.MaxValue))
            yield return $"{at}: out of range";
    }
}
