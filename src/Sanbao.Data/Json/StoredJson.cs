using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Sanbao.Data.Json;

/// <summary>How facts and decisions are written down: codes and arguments, enums by name, nulls left out (decision 1).</summary>
internal static class StoredJson
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(), new TaggedValueConverter(), new ArrayConverterFactory() },
    };

    /// <summary>An empty array and one that was never set are the same thing, and neither is written.</summary>
    private sealed class ArrayConverterFactory : JsonConverterFactory
    {
        public override bool CanConvert(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>);

        public override JsonConverter CreateConverter(Type type, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(ArrayConverter<>).MakeGenericType(type.GetGenericArguments()))!;
    }

    private sealed class ArrayConverter<T> : JsonConverter<ImmutableArray<T>>
    {
        public override ImmutableArray<T> Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            [.. JsonSerializer.Deserialize<T[]>(ref reader, options) ?? []];

        public override void Write(Utf8JsonWriter writer, ImmutableArray<T> array, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            if (!array.IsDefault)
                foreach (var item in array) JsonSerializer.Serialize(writer, item, options);
            writer.WriteEndArray();
        }
    }
}
