using System.Collections.Immutable;
using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.Tests.Kernel;

/// <summary>The days of a calendar, looked up one by one and walked: no tables.</summary>
internal sealed class SlowDays(WorkingCalendar calendar)
{
    public bool IsWorked(DateOnly day) => !Windows(day).IsEmpty;

    /// <summary>What the charter says of a day comes first, then what was announced, then the week.</summary>
    public ImmutableArray<DayWindow> Windows(DateOnly day)
    {
        var madeUp = Enumerable.Range(1, 7).Select(d => calendar.OfWeekday((DayOfWeek)(d % 7))).First(w => !w.IsEmpty);
        return calendar.Own.Off.Contains(day) ? []
            : calendar.Own.Worked.Contains(day) ? madeUp
            : calendar.Holidays.DaysOff.Contains(day) ? []
            : calendar.Holidays.Workdays.Contains(day) ? madeUp
            : calendar.OfWeekday(day.DayOfWeek);
    }

    /// <summary>The n-th worked day after, or before, a day that does not count itself.</summary>
    public DateOnly Worked(DateOnly day, int count)
    {
        for (var left = Math.Abs(count); left > 0; )
            if (IsWorked(day = day.AddDays(Math.Sign(count)))) left--;
        return day;
    }

    /// <summary>The last day of a length from a day; where a month has no such day, its last.</summary>
    public DateOnly After(DateOnly day, Span length) => length.Unit switch
    {
        SpanUnit.Days => day.AddDays(length.Count),
        SpanUnit.WorkingDays => Worked(day, length.Count),
        SpanUnit.Months => SameDay(day, day.Year * 12 + day.Month - 1 + length.Count),
    };

    private static DateOnly SameDay(DateOnly day, int month)
    {
        var (year, ofYear) = (month / 12, month % 12 + 1);
        return new(year, ofYear, Math.Min(day.Day, DateTime.DaysInMonth(year, ofYear)));
    }
}
