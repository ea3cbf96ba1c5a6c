using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sanbao.Web.Platform.Json;

/// <summary>Closed lists by their kebab-case names only; a number or another name is told with the names that would do.</summary>
internal sealed class EnumConverter : JsonConverterFactory
{
    public override bool CanConvert(Type type) => type.IsEnum;

    public override JsonConverter CreateConverter(Type type, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(type))!;

    private sealed class Of<TEnum> : JsonConverter<TEnum> where TEnum : struct, Enum
    {
        private readonly Dictionary<string, TEnum> byName = Enum.GetValues<TEnum>().ToDictionary(v => Kebab.Of(v));
        private static readonly NameList Known = new([.. Kebab.Names(typeof(TEnum))]);

        public override TEnum Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && byName.TryGetValue(reader.GetString()!, out var value)
                ? value
                : throw new InvalidValueException("json.enum", Known);

        public override void Write(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options) =>
            writer.WriteStringValue(Kebab.Of(value));

        public override TEnum ReadAsPropertyName(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            byName.TryGetValue(reader.GetString()!, out var value)
                ? value : throw new InvalidValueException("json.enum", Known);

        public override void WriteAsPropertyName(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options) =>
            writer.WritePropertyName(Kebab.Of(value));
    }
}
