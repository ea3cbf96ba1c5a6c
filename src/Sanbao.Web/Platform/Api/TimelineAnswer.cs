using System.Globalization;
using System.Text.Json;
using Sanbao.Data.Journal;

namespace Sanbao.Web.Platform.Api;

/// <summary>One journal line: a stable code and its arguments by name, texts, numbers and yes or no.</summary>
internal sealed record TimelineAnswer(DateTimeOffset At, string Code, string By, IReadOnlyDictionary<string, object?> Arguments)
{
    public static TimelineAnswer Of(TimelineLine line) =>
        new(line.At, line.Code, line.By, line.Arguments.ToDictionary(a => a.Key, a => Plain(a.Value)));

    private static object? Plain(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => InCompanyOffset(value.GetString()!),
        JsonValueKind.Number => value.GetDecimal(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    /// <summary>The journal keeps instants in UTC, letter by letter; the interface says all of them in the company's offset.</summary>
    private static object InCompanyOffset(string text) =>
        DateTimeOffset.TryParseExact(
            text, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : text;
}
