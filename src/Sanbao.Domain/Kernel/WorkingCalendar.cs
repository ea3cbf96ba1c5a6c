using System.Collections.Immutable;

namespace Sanbao.Domain.Kernel;

/// <summary>
/// Which days are worked and at which hours: windows for each day of the week, statutory days off and make-up workdays.
/// A make-up workday has the windows of a Monday, or where Monday is off of the first day of the week after it that is worked. All times
/// are local to the charter's zone; lengths are minutes of work. Immutable; answers come from tables built once (2000-01-01 to 2099-12-31),
/// and outside them, where nothing is ever announced, from the week alone.
/// </summary>
public sealed class WorkingCalendar
{
    private static readonly int First = new DateOnly(2000, 1, 1).DayNumber;
    private static readonly int Last = new DateOnly(2099, 12, 31).DayNumber;

    private readonly ImmutableArray<ImmutableArray<DayWindow>> week;   // by DayOfWeek, Sunday first
    private readonly Tally days;                                       // working days
    private readonly Tally minutes;                                    // minutes of work
    private readonly int[] workingDays;                                // by rank: the day number of each working day of the tables

    /// <param name="week">Seven entries, Sunday first; an empty one is a day off. Windows ordered, not overlapping.</param>
    /// <param name="own">Null: none.</param>
    public WorkingCalendar(string code, ImmutableArray<ImmutableArray<DayWindow>> week, Holidays holidays, OwnDays? own = null)
    {
        if (week.Length != 7) throw new ArgumentException("A week has seven days.", nameof(week));
        if (week.All(d => d.IsEmpty)) throw new ArgumentException("At least one day of the week is worked.", nameof(week));
        Code = code;
        this.week = week;
        Holidays = holidays;
        Own = own ?? OwnDays.None;
        days = new(First, Last, [.. week.Select(d => d.IsEmpty ? 0 : 1)], day => Windows(day).IsEmpty ? 0 : 1);
        minutes = new(First, Last, [.. week.Select(Sum)], day => Sum(Windows(day)));
        workingDays = [.. Enumerable.Range(First, Last - First + 1).Where(day => !Windows(day).IsEmpty)];
    }

    /// <summary>Monday to Friday 08:30-17:30, the charters' default hours.</summary>
    public static WorkingCalendar Default(Holidays holidays)
    {
        ImmutableArray<DayWindow> day = [new DayWindow(8 * 60 + 30, 17 * 60 + 30)];
        return new("working", [[], day, day, day, day, day, []], holidays);
    }

    public string Code { get; }
    public Holidays Holidays { get; }

    /// <summary>Days that the charter or the company declared off or worked, over <see cref="Holidays"/>.</summary>
    public OwnDays Own { get; }

    /// <summary>The same hours with the days of somebody less specific behind this calendar's own.</summary>
    public WorkingCalendar Over(OwnDays others) => others.IsEmpty ? this : new(Code, week, Holidays, Own.Over(others));

    /// <summary>The hours of an ordinary day of the week.</summary>
    public ImmutableArray<DayWindow> OfWeekday(DayOfWeek day) => week[(int)day];

    /// <summary>The windows of one date, in order; empty on a day off.</summary>
    public ImmutableArray<DayWindow> WindowsOf(DateOnly date) => Windows(date.DayNumber);

    public bool IsWorkingDay(DateOnly date) => days.Before(date.DayNumber + 1) > days.Before(date.DayNumber);

    /// <summary>
    /// The <paramref name="count"/>-th working day after <paramref name="day"/>, which does not count itself, worked or not.
    /// Zero gives the day itself. Past the end of the calendar it is <see cref="DateOnly.MaxValue"/>.
    /// </summary>
    public DateOnly WorkingDayAfter(DateOnly day, int count) => count <= 0 ? day : Ranked(days.Before(day.DayNumber + 1) + count - 1);

    /// <summary>The <paramref name="count"/>-th working day before <paramref name="day"/>, which does not count itself. Zero gives the day
    /// itself.</summary>
    public DateOnly WorkingDayBefore(DateOnly day, int count) => count <= 0 ? day : Ranked(days.Before(day.DayNumber) - count);

    /// <summary>How many days after <paramref name="from"/> up to and including <paramref name="to"/> are worked; 0 if none.</summary>
    public int WorkingDaysBetween(DateOnly from, DateOnly to) =>
        to <= from ? 0 : (int)(days.Before(to.DayNumber + 1) - days.Before(from.DayNumber + 1));

    /// <summary>The working time of a date or, where it is off, of the last worked one before it.</summary>
    public TimeSpan WorkUpTo(DateOnly date) => TimeSpan.FromMinutes(Sum(WindowsOf(IsWorkingDay(date) ? date : WorkingDayBefore(date, 1))));

    /// <summary>The end of working time of a worked date, in minutes since local midnight.</summary>
    public int EndOfWork(DateOnly date) => WindowsOf(date) is { IsEmpty: false } windows ? windows[^1].To : 24 * 60;

    /// <summary>True when any year between the two dates, both inclusive, has no announcement yet, so that only weekends are off.</summary>
    public bool CrossesUnannouncedYear(DateOnly from, DateOnly to)
    {
        if (Holidays.AnnouncedYears.Count == 0) return false;
        for (var year = from.Year; year <= to.Year; year++)
            if (!Holidays.AnnouncedYears.Contains(year)) return true;
        return false;
    }

    /// <summary>Minutes of work before the day, counted from 2000-01-01 (negative before it); wall-clock lengths.</summary>
    internal long MinutesBefore(int day) => minutes.Before(day);

    /// <summary>The windows of a day by its number.</summary>
    internal ImmutableArray<DayWindow> Windows(int day)
    {
        if (day < First || day > Last) return week[Tally.Weekday(day)];
        var date = DateOnly.FromDayNumber(day);
        return Own.Off.Contains(date) ? []
            : Own.Worked.Contains(date) ? MakeUpDay
            : Holidays.DaysOff.Contains(date) ? []
            : Holidays.Workdays.Contains(date) ? MakeUpDay
            : week[Tally.Weekday(day)];
    }

    private ImmutableArray<DayWindow> MakeUpDay => week.Skip(1).Append(week[0]).First(d => !d.IsEmpty);

    private DateOnly Ranked(long rank) =>
        rank >= 0 && rank < workingDays.Length
            ? DateOnly.FromDayNumber(workingDays[rank])
            : DateOnly.FromDayNumber(days.DayReaching(rank + 1));

    private static int Sum(ImmutableArray<DayWindow> windows)
    {
        var sum = 0;
        foreach (var window in windows) sum += window.Minutes;
        return sum;
    }
}
