using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sanbao.Web.Platform.Json;

/// <summary>How the interface writes JSON: camelCase, names of closed lists in kebab-case, dates, instants with offset, money.</summary>
internal static class JsonConventions
{
    /// <param name="zone">Asked at each instant written: the company may move to another.</param>
    public static void Apply(JsonSerializerOptions json, Func<TimeZoneInfo> zone)
    {
        json.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        json.PropertyNameCaseInsensitive = false;
        json.NumberHandling = JsonNumberHandling.Strict;
        // Answers are application/json with nosniff and never stand inside HTML; Chinese, + and quotes stay readable.
        json.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        json.Converters.Add(new EnumConverter());
        json.Converters.Add(new MoneyConverter());
        json.Converters.Add(new DateConverter());
        json.Converters.Add(new InstantConverter(zone));
        json.Converters.Add(new TextConverter());
    }

    public static JsonSerializerOptions For(TimeZoneInfo zone)
    {
        var json = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Apply(json, () => zone);
        return json;
    }
}

/// <summary>A readable field with a value that cannot be; becomes 422 at that field.</summary>
internal sealed class InvalidValueException(string code, params object[] arguments) : JsonException
{
    public Phrase What { get; } = Phrase.Of(code, arguments);
}
