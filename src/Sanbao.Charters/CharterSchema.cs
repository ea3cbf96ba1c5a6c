using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sanbao.Charters.Library;
using Sanbao.Charters.Sections;

namespace Sanbao.Charters;

/// <summary>
/// The JSON schema (2020-12) with which editors complete and check charter files, made from the reader's own key table. It knows keys
/// and words; the grammar of phrases is checked by the reader alone.
/// </summary>
public static class CharterSchema
{
    private static readonly JsonSerializerOptions Readable =
        new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The schema that comes with the product, charters/charter.schema.json.</summary>
    public static string Shipped => ShippedFiles.Schema();

    /// <summary>The schema of the format as the reader knows it now.</summary>
    public static string Write()
    {
        var definitions = new JsonObject();
        var root = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "Sanbao charter",
            ["$ref"] = Reference(Format.Document, definitions),
            ["$defs"] = definitions,
        };
        return root.ToJsonString(Readable) + "\n";
    }

    private static string Reference(Keys keys, JsonObject definitions)
    {
        if (!definitions.ContainsKey(keys.Name))
        {
            definitions[keys.Name] = null;   // holds the place while the keys below are written
            definitions[keys.Name] = Map(keys, definitions);
        }
        return "#/$defs/" + keys.Name;
    }

    private static JsonObject Map(Keys keys, JsonObject definitions)
    {
        var properties = new JsonObject();
        foreach (var key in keys.All)
        {
            var value = Of(key.Shape, definitions);
            value["description"] = key.Says;
            properties[key.Name] = value;
        }
        return new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = Texts(keys.All.Where(k => k.Required).Select(k => k.Name)),
            ["additionalProperties"] = false,
        };
    }

    private static JsonObject Of(Shape shape, JsonObject definitions) => shape switch
    {
        Shape.Text text => new JsonObject { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = text.Most },
        Shape.Whole whole => new JsonObject { ["type"] = "integer", ["minimum"] = whole.Least, ["maximum"] = whole.Most },
        Shape.Date => new JsonObject { ["type"] = "string", ["format"] = "date" },
        Shape.YesNo => new JsonObject { ["type"] = "boolean" },
        Shape.Name => new JsonObject { ["type"] = "string", ["pattern"] = "^[A-Za-z0-9][A-Za-z0-9-]{0,39}$" },
        Shape.Word word => new JsonObject { ["enum"] = Texts(word.Words) },
        Shape.Phrase phrase => new JsonObject { ["type"] = "string", ["minLength"] = 1, ["examples"] = Texts(phrase.Examples) },
        Shape.OneOrMore some => AnyOf(Of(some.Item, definitions), List(some.Item, definitions)),
        Shape.List list => List(list.Item, definitions),
        Shape.Map map => new JsonObject { ["$ref"] = Reference(map.Keys, definitions) },
        Shape.Entries entries => new JsonObject { ["type"] = "object", ["additionalProperties"] = Of(entries.Value, definitions) },
        Shape.Either either => AnyOf(Of(either.First, definitions), Of(either.Second, definitions)),
        _ => throw new ArgumentOutOfRangeException(nameof(shape)),
    };

    private static JsonObject List(Shape item, JsonObject definitions) =>
        new() { ["type"] = "array", ["items"] = Of(item, definitions) };

    private static JsonObject AnyOf(params JsonNode[] choices) => new() { ["anyOf"] = new JsonArray(choices) };

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(t => JsonValue.Create(t))]);
}
