using System.Globalization;
using System.Text.Json;
using Sanbao.Data.Journal;

namespace Sanbao.Web.Shell.Documents;

/// <summary>Reads the arguments of a journal line as what they were when they were written; null: there is no such argument.</summary>
internal static class JournalArguments
{
    public static string? Text(this TimelineLine line, string name) =>
        line.Arguments.TryGetValue(name, out var value) && value.ValueKind is JsonValueKind.String
            && value.GetString() is { Length: > 0 } text ? text : null;

    public static bool? Flag(this TimelineLine line, string name) =>
        line.Arguments.TryGetValue(name, out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? value.GetBoolean() : null;

    public static long? Count(this TimelineLine line, string name) =>
        line.Arguments.TryGetValue(name, out var value) && value.ValueKind is JsonValueKind.Number ? value.GetInt64() : null;

    public static DateTimeOffset? Moment(this TimelineLine line, string name) =>
        line.Text(name) is { } text ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) : null;

    public static DateOnly? Day(this TimelineLine line, string name) =>
        line.Text(name) is { } text ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
}
