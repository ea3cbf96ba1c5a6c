using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sanbao.Web.Platform.Json;

/// <summary>Yuan with at most two places. More is an error of that field, never rounded away.</summary>
internal sealed class MoneyConverter : JsonConverter<Money>
{
    public override Money Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.Number || !reader.TryGetDecimal(out var yuan)) throw new InvalidValueException("json.money");
        return Figures.WhyNotMoney(yuan) is { } why ? throw new InvalidValueException(why) : Money.Yuan(yuan);
    }

    public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) => writer.WriteNumberValue(value.InYuan);
}

/// <summary>Exactly <c>yyyy-MM-dd</c>.</summary>
internal sealed class DateConverter : JsonConverter<DateOnly>
{
    public override DateOnly Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
        && DateOnly.TryParseExact(reader.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? PossibleDays.Are(date) ? date : throw PossibleDays.Beyond()
            : throw new InvalidValueException("json.date");

    public override void Write(Utf8JsonWriter writer, DateOnly value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}

/// <summary>ISO 8601 with an offset; without one nobody knows when it was. Written in the company's offset, read to the
/// millisecond.</summary>
internal sealed class InstantConverter(Func<TimeZoneInfo> zone) : JsonConverter<DateTimeOffset>
{
    private static readonly string[] Forms =
        ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];
    private static readonly string[] LocalForms = Array.ConvertAll(Forms, f => f[..^1]);

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String || reader.GetString() is not { } text || !SaysOffset(text))
            throw new InvalidValueException("json.instant");
        if (!DateTimeOffset.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant))
            throw IsBeyond(text) ? PossibleDays.Beyond() : new("json.instant");
        if (!PossibleDays.Are(instant)) throw PossibleDays.Beyond();
        return instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerMillisecond));
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(TimeZoneInfo.ConvertTime(value, zone())
            .ToString("yyyy-MM-dd'T'HH:mm:ss.FFFzzz", CultureInfo.InvariantCulture));

    /// <summary>At the ends of the calendar an hour with its offset may be no instant at all, however well it is written.</summary>
    private static bool IsBeyond(string text) => DateTime.TryParseExact(text[..(text.EndsWith('Z') ? ^1 : ^6)], LocalForms,
        CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) && !PossibleDays.Are(DateOnly.FromDateTime(local));

    private static bool SaysOffset(string text) => text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-' && text[^3] == ':');
}

/// <summary>Text as it came; what is no text (<see cref="UnfitCharacters"/>) is an error of that field.</summary>
internal sealed class TextConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String) throw new InvalidValueException("json.text");
        var text = Read(ref reader);
        return UnfitCharacters.In(text) is { } unfit ? throw new InvalidValueException("json.unfit-character", $"U+{(int)unfit:X4}") : text;
    }

    private static string Read(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Half of a pair, written as \ud800.
            throw new InvalidValueException("json.text-unfit");
        }
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => reader.GetString()!;

    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value);
}
