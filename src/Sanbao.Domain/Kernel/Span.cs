namespace Sanbao.Domain.Kernel;

/// <summary>The unit in which a <see cref="Span"/> of days is counted.</summary>
public enum SpanUnit { Days, WorkingDays, Months }

/// <summary>
/// A length counted from a day: months, calendar days, or working days of a calendar. The starting day is day 0, the last day
/// is inclusive.
/// </summary>
public readonly record struct Span(int Count, SpanUnit Unit)
{
    public static Span Months(int months) => new(months, SpanUnit.Months);
    public static Span Days(int days) => new(days, SpanUnit.Days);
    public static Span WorkingDays(int days) => new(days, SpanUnit.WorkingDays);

    /// <summary>
    /// The last day of the period from <paramref name="start"/>, inclusive. Where the day of the month does not exist, the last
    /// of that month (2024-02-29 + 12 months = 2025-02-28). Past the end of the calendar it is <see cref="DateOnly.MaxValue"/>.
    /// </summary>
    public DateOnly LastDayFrom(DateOnly start, WorkingCalendar calendar) => Unit switch
    {
        SpanUnit.Months => (9999 - start.Year) * 12L + 12 - start.Month < Count ? DateOnly.MaxValue : start.AddMonths(Count),
        SpanUnit.Days => DateOnly.MaxValue.DayNumber - start.DayNumber < Count ? DateOnly.MaxValue : start.AddDays(Count),
        SpanUnit.WorkingDays => calendar.WorkingDayAfter(start, Count),
    };
}
