using System.Globalization;

namespace Sanbao.Web.Features.Charters;

/// <summary>Says working time: hours by day of the week, and days that somebody declared off or worked.</summary>
internal static class CalendarWords
{
    public static readonly DayOfWeek[] Week =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday,
            DayOfWeek.Sunday];

    /// <summary>Days of the same windows together: 周一至周五 08:30–17:30.</summary>
    public static IEnumerable<string> HoursOf(this Words w, WorkingCalendar calendar) =>
        Week.GroupBy(d => string.Join(w["list.and"], calendar.OfWeekday(d).Select(o => $"{Clock(o.From)}–{Clock(o.To)}")))
            .Where(g => g.Key.Length > 0)
            .Select(g => $"{Weekdays(w, [.. g])} {g.Key}");

    /// <summary>Three or more in a row by the first and the last.</summary>
    private static string Weekdays(Words w, DayOfWeek[] days) =>
        days.Length > 2 && Array.IndexOf(Week, days[^1]) - Array.IndexOf(Week, days[0]) == days.Length - 1
            ? w["charter.weekdays", days[0], days[^1]]
            : string.Join(w["list.and"], days.Select(d => w.Say(d)));

    /// <summary>2026年12月31日, 2027年2月8日 至 2月20日: days in a row together.</summary>
    public static string Days(this Words w, IEnumerable<DateOnly> days)
    {
        List<(DateOnly From, DateOnly To)> rows = [];
        foreach (var day in days.Order())
            if (rows is [.., var last] && last.To.AddDays(1) == day) rows[^1] = (last.From, day);
            else rows.Add((day, day));
        return string.Join(w["list.and"], rows.Select(r => w.Days(r.From, r.To)));
    }

    public static string Days(this Words w, DateOnly from, DateOnly to) => from == to ? w.Say(from) : w["charter.days", from, to];

    private static string Clock(int minutes) => string.Create(CultureInfo.InvariantCulture, $"{minutes / 60:00}:{minutes % 60:00}");
}
