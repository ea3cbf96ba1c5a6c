using System.Collections.Frozen;
using System.Collections.Immutable;
using Sanbao.Charters.Phrases;
using Sanbao.Domain.Kernel;

namespace Sanbao.Charters.Sections;

/// <summary>Reads working days and hours; a day that is not named is off.</summary>
internal static class WorkingTimeSection
{
    private const string DefaultHolidays = "cn";

    public static WorkingCalendar Read(Fields charter, CalendarSource calendars) => ReadWeek(charter, calendars).Over(ReadOwnDays(charter));

    private static WorkingCalendar ReadWeek(Fields charter, CalendarSource calendars)
    {
        if (!charter.Has("working-time")) return calendars.Default(DefaultHolidays);
        var (holidays, told) = (DefaultHolidays, charter.Report.Count);
        var week = new ImmutableArray<DayWindow>?[7];
        foreach (var (key, value) in OpenMap.Of(charter, "working-time"))
        {
            if (Values.Text(value, charter.Report) is not { } text) continue;
            if (key.Value != "holidays") ReadDays(key, text, week, charter);
            else if (calendars.Knows(text.Value)) holidays = text.Value;
            else charter.Report.Unknown(text.At, "unknown-holidays", text.Value, calendars.Codes);
        }
        if (week.Any(d => d is { IsEmpty: false }))
            return calendars.Of(holidays, [.. week.Select(d => d ?? [])]);
        if (charter.Report.Count == told)
            charter.Report.Fail(charter.PlaceOf("working-time"), week.All(d => d is null) ? "no-day-named" : "no-working-day");
        return calendars.Default(holidays);
    }

    private static OwnDays ReadOwnDays(Fields charter)
    {
        var (off, worked) = (DaysOf("days-off"), DaysOf("days-worked"));
        if (off.Overlaps(worked)) charter.Report.Fail(charter.PlaceOf("days-worked"), "day-both", off.Intersect(worked).Min());
        return new(off, worked);

        FrozenSet<DateOnly> DaysOf(string key) => charter
            .Several(key, n => (object?)(Values.Text(n, charter.Report) is { } text ? DaysPhrase.Read(text, charter.Report) : []))
            .SelectMany(days => (ImmutableArray<DateOnly>)days).ToFrozenSet();
    }

    private static void ReadDays(Yaml.TextNode key, Yaml.TextNode hours, ImmutableArray<DayWindow>?[] week, Fields charter)
    {
        var days = HoursPhrase.ReadDays(new Sentence(key, charter.Report));
        var windows = HoursPhrase.Read(new Sentence(hours, charter.Report));
        foreach (var day in days)
        {
            if (week[(int)day] is not null) charter.Report.Fail(key.At, "day-twice", Words.Of(day));
            week[(int)day] = windows;
        }
    }
}
