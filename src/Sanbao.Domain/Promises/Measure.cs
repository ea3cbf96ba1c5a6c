using Sanbao.Domain.Charters;
using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.Promises;

/// <summary>
/// How one amount of time is counted from an instant. Instants are UTC ticks. Minutes and days of the wall clock are postponed by
/// the whole length of a pause, working time and working days by the working time in it; a postponed day deadline therefore need
/// not end at the end of a day.
/// </summary>
internal readonly struct Measure(Amount amount)
{
    public Amount Amount => amount;

    public bool Works => amount.Unit is AmountUnit.WorkingMinutes or AmountUnit.WorkingDays;

    /// <summary>The count of the charter, or of the contract. Null where the contract notes none: then nothing is promised.</summary>
    public int? CountFor(Case @case)
    {
        if (amount.FromContract is not { } name) return amount.Count;
        return @case.Contract.TryGetValue(name, out var count) && count >= 0 ? count : null;
    }

    public long After(long start, int count, PromiseBook book) => amount.Unit switch
    {
        AmountUnit.Minutes => Math.Min(start + count * TimeSpan.TicksPerMinute, LocalClock.EndOfTime),
        AmountUnit.WorkingMinutes => book.WorkingClock.Add(start, count * TimeSpan.TicksPerMinute),
        AmountUnit.WorkingDays => EndOfWork(book.Charter.Calendar.WorkingDayAfter(book.Clock.DayOf(start), count), book),
        AmountUnit.Days => book.Clock.EndOf(Span.Days(count).LastDayFrom(book.Clock.DayOf(start), book.Charter.Calendar)),
        AmountUnit.Months => book.Clock.EndOf(Span.Months(count).LastDayFrom(book.Clock.DayOf(start), book.Charter.Calendar)),
    };

    public long Before(long end, int count, PromiseBook book) => amount.Unit switch
    {
        AmountUnit.Minutes => end - count * TimeSpan.TicksPerMinute,
        AmountUnit.WorkingMinutes => book.WorkingClock.Add(end, -count * TimeSpan.TicksPerMinute),
        AmountUnit.WorkingDays => EndOfWork(book.Charter.Calendar.WorkingDayBefore(book.Clock.DayOf(end), count), book),
        AmountUnit.Days => book.Clock.EndOf(DaysBefore(book.Clock.DayOf(end), count)),
        AmountUnit.Months => book.Clock.EndOf(MonthsBefore(book.Clock.DayOf(end), count)),
    };

    /// <summary>Where a pause moves a due instant that lies after the pause began.</summary>
    public long Postponed(long due, long from, long to, PromiseBook book) =>
        Works ? book.WorkingClock.Add(due, book.WorkingClock.Between(from, to)) : Math.Min(due + (to - from), LocalClock.EndOfTime);

    /// <summary>A due instant lies in a year, or was counted through one, whose days off are not announced yet.</summary>
    public bool CrossesUnannouncedYear(long a, long b, PromiseBook book) =>
        Works && book.Charter.Calendar.CrossesUnannouncedYear(book.Clock.DayOf(Math.Min(a, b)), book.Clock.DayOf(Math.Max(a, b)));

    private static long EndOfWork(DateOnly day, PromiseBook book) =>
        book.Clock.UtcBefore(day.DayNumber * TimeSpan.TicksPerDay + book.Charter.Calendar.EndOfWork(day) * TimeSpan.TicksPerMinute);

    private static DateOnly DaysBefore(DateOnly day, int count) => day.DayNumber <= count ? DateOnly.MinValue : day.AddDays(-count);

    private static DateOnly MonthsBefore(DateOnly day, int count) =>
        (day.Year - 1) * 12 + day.Month - 1 < count ? DateOnly.MinValue : day.AddMonths(-count);
}
