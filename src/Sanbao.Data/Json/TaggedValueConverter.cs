using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Entitlement;
using Sanbao.Domain.Kernel;

namespace Sanbao.Data.Json;

/// <summary>
/// Arguments of reasons are values of several types; each is written with its type, e.g. <c>["date","2025-07-10"]</c>, so that what is
/// read is what was written.
/// </summary>
internal sealed class TaggedValueConverter : JsonConverter<object>
{
    private static readonly Type[] Enums = [typeof(Cause), typeof(Remedy), typeof(Source), typeof(LineKind), typeof(Payer), typeof(Basis),
        typeof(UnitDate), typeof(UsageKind), typeof(Fact)];

    public override object? Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
    {
        if (reader.TokenType is JsonTokenType.Null) return null;
        var pair = JsonSerializer.Deserialize<string[]>(ref reader, options) ?? throw new JsonException();
        return Value(pair[0], pair[1], pair.Length > 2 ? pair[2] : "");
    }

    public override void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options)
    {
        var (tag, text, second) = Tagged(value);
        writer.WriteStartArray();
        writer.WriteStringValue(tag);
        writer.WriteStringValue(text);
        if (second is not null) writer.WriteStringValue(second);
        writer.WriteEndArray();
    }

    private static (string Tag, string Text, string? Second) Tagged(object value) => value switch
    {
        string text => ("text", text, null),
        DateOnly day => ("date", day.ToString("O", CultureInfo.InvariantCulture), null),
        DateTimeOffset at => ("instant", at.ToString("O", CultureInfo.InvariantCulture), null),
        int count => ("int", count.ToString(CultureInfo.InvariantCulture), null),
        long count => ("long", count.ToString(CultureInfo.InvariantCulture), null),
        decimal number => ("decimal", number.ToString(CultureInfo.InvariantCulture), null),
        bool yes => ("bool", yes ? "true" : "false", null),
        Money money => ("money", money.Fen.ToString(CultureInfo.InvariantCulture), null),
        Bilingual both => ("both", both.Zh, both.En),
        Word word => ("word", word.Key, null),
        Proof proof => ("proof", proof.Kind, null),
        Span span => ("span", span.Count.ToString(CultureInfo.InvariantCulture), span.Unit.ToString()),
        Usage usage => ("usage", usage.Amount.ToString(CultureInfo.InvariantCulture), usage.Kind.ToString()),
        Enum named => (named.GetType().Name, named.ToString(), null),
        _ => throw new NotSupportedException($"A {value.GetType().Name} cannot be stored as an argument."),
    };

    private static object Value(string tag, string text, string second) => tag switch
    {
        "text" => text,
        "date" => DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture),
        "instant" => DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture),
        "int" => int.Parse(text, CultureInfo.InvariantCulture),
        "long" => long.Parse(text, CultureInfo.InvariantCulture),
        "decimal" => decimal.Parse(text, CultureInfo.InvariantCulture),
        "bool" => text == "true",
        "money" => new Money(long.Parse(text, CultureInfo.InvariantCulture)),
        "both" => new Bilingual(text, second),
        "word" => new Word(text),
        "proof" => new Proof(text),
        "span" => new Span(int.Parse(text, CultureInfo.InvariantCulture), Enum.Parse<SpanUnit>(second)),
        "usage" => new Usage(Enum.Parse<UsageKind>(second), int.Parse(text, CultureInfo.InvariantCulture)),
        _ => Enum.Parse(Array.Find(Enums, e => e.Name == tag) ?? throw new JsonException($"Unknown type {tag}."), text),
    };
}
