using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace Sanbao.Data.Json;

/// <summary>How facts and decisions are written down: codes and arguments, enums by name (docs/decisions/0002).</summary>
internal static class StoredJson
{
    /// <summary>Facts that are not known are left out.</summary>
    public static JsonSerializerOptions Facts { get; } = Options(JsonIgnoreCondition.WhenWritingDefault);

    /// <summary>A decision says everything it must say, "none" included.</summary>
    public static JsonSerializerOptions Decision { get; } = Options(JsonIgnoreCondition.Never);

    private static JsonSerializerOptions Options(JsonIgnoreCondition leftOut) => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = leftOut,
        IgnoreReadOnlyProperties = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { MayBeMissing } },
        Converters = { new JsonStringEnumConverter(), new TaggedValueConverter(), new ArrayConverterFactory() },
    };

    /// <summary>What was not written had its default, e.g. covered: false; the compiler's <c>required</c> asks more of a reader than there
    /// is.</summary>
    private static void MayBeMissing(JsonTypeInfo type)
    {
        foreach (var property in type.Properties) property.IsRequired = false;
    }

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
