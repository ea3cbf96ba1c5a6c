using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sanbao.Charters.Library;
using Sanbao.Charters.Phrases;
using Sanbao.Charters.Sections;

namespace Sanbao.Charters;

/// <summary>
/// The JSON schema (2020-12) with which editors complete and check charter files, made from the reader's own tables of keys and words, the
/// grammar of phrases included. What concerns several places at once (a term that is never reached) the reader alone knows.
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
        return new JsonObject
        {
            ["type"] = "object",
            ["properties"] = Properties(keys.All, definitions),
            ["required"] = Texts(keys.All.Where(k => k.Required).Select(k => k.Name)),
            ["additionalProperties"] = false,
        };
    }

    private static JsonObject Properties(IEnumerable<Key> keys, JsonObject definitions)
    {
        var properties = new JsonObject();
        foreach (var key in keys)
        {
            var value = Of(key.Shape, definitions);
            value["description"] = key.Says;
            properties[key.Name] = value;
        }
        return properties;
    }

    private static JsonObject Of(Shape shape, JsonObject definitions) => shape switch
    {
        Shape.Text text => new JsonObject { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = text.Most },
        Shape.Whole whole => new JsonObject { ["type"] = "integer", ["minimum"] = whole.Least, ["maximum"] = whole.Most },
        Shape.Date => new JsonObject { ["type"] = "string", ["format"] = "date", ["pattern"] = $"^{Pattern.Day}$" },
        Shape.YesNo => new JsonObject { ["type"] = "boolean" },
        Shape.Name => new JsonObject { ["type"] = "string", ["pattern"] = Names.CodePattern },
        Shape.Word word => new JsonObject { ["enum"] = Texts(word.Words) },
        Shape.Phrase phrase => new JsonObject { ["type"] = "string", ["pattern"] = phrase.Pattern, ["examples"] = Texts(phrase.Examples) },
        Shape.Digits digits => AnyOf(
            new JsonObject { ["type"] = "string", ["pattern"] = $"^[0-9]{{{digits.Least},{digits.Most}}}$" },
            new JsonObject { ["type"] = "integer", ["minimum"] = (long)Math.Pow(10, digits.Least - 1) }),
        Shape.OneOrMore some => AnyOf(Of(some.Item, definitions), List(some.Item, definitions, 1)),
        Shape.List list => List(list.Item, definitions, 0),
        Shape.Map map => new JsonObject { ["$ref"] = Reference(map.Keys, definitions) },
        Shape.Entries entries => new JsonObject
        {
            ["type"] = "object",
            ["properties"] = Properties(entries.Known, definitions),
            ["propertyNames"] = new JsonObject { ["pattern"] = entries.KeyPattern },
            ["additionalProperties"] = Of(entries.Value, definitions),
        },
        Shape.Either either => AnyOf(Of(either.First, definitions), Of(either.Second, definitions)),
        _ => throw new ArgumentOutOfRangeException(nameof(shape)),
    };

    private static JsonObject List(Shape item, JsonObject definitions, int least)
    {
        var list = new JsonObject { ["type"] = "array", ["items"] = Of(item, definitions) };
        if (least > 0) list["minItems"] = least;
        return list;
    }

    private static JsonObject AnyOf(params JsonNode[] choices) => new() { ["anyOf"] = new JsonArray(choices) };

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(t => JsonValue.Create(t))]);
}
