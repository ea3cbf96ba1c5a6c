using System.Collections.Immutable;
using System.Globalization;
using Sanbao.Charters.Errors;
using Sanbao.Charters.Yaml;

namespace Sanbao.Charters.Phrases;

/// <summary>Days by date: <c>2026-10-08</c>, <c>2027-02-08 to 2027-02-20</c>, both ends included.</summary>
internal static class DaysPhrase
{
    private const int Most = 366;

    public static string Pattern { get; } = Phrases.Pattern.Whole($"{Phrases.Pattern.Day}( to {Phrases.Pattern.Day})?");

    public static ImmutableArray<DateOnly> Read(TextNode text, Report report)
    {
        var ends = text.Value.Split(" to ", 2);
        if (ReadDay(text, ends[0], report) is not { } first || ReadDay(text, ends[^1], report) is not { } last) return [];
        if (last >= first && last.DayNumber - first.DayNumber < Most)
            return [.. Enumerable.Range(first.DayNumber, last.DayNumber - first.DayNumber + 1).Select(DateOnly.FromDayNumber)];
        report.Fail(text.At, "days-backwards", text.Value);
        return [];
    }

    public static DateOnly? ReadDay(TextNode at, string day, Report report)
    {
        if (DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
        report.Fail(at.At, "not-a-date", day);
        return null;
    }
}
