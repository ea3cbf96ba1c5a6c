using System.Collections.Immutable;

namespace Sanbao.Domain.Kernel;

/// <summary>
/// Which days are worked and at which hours: windows for each day of the week, statutory days off and make-up workdays.
/// A make-up workday has the windows of a Monday. All times are local to the charter's zone; lengths are minutes of work.
/// Immutable; every question is answered from two tables built once (2000-01-01 to 2099-12-31), and by walking outside them.
/// </summary>
public sealed class WorkingCalendar
{
    private static readonly int First = new DateOnly(2000, 1, 1).DayNumber;
    private static readonly int Last = new DateOnly(2099, 12, 31).DayNumber;

    private readonly ImmutableArray<ImmutableArray<DayWindow>> week;   // by DayOfWeek, Sunday first
    private readonly int[] workingDaysBefore;                          // by day: working days since First, the day itself excluded
    private readonly int[] workingDays;                                // by rank: the day number of each working day

    /// <param name="week">Seven entries, Sunday first; an empty one is a day off. Windows ordered, not overlapping.</param>
    public WorkingCalendar(string code, ImmutableArray<ImmutableArray<DayWindow>> week, Holidays holidays)
    {
        if (week.Length != 7) throw new ArgumentException("A week has seven days.", nameof(week));
        if (week.All(d => d.IsEmpty)) throw new ArgumentException("At least one day of the week is worked.", nameof(week));
        Code = code;
        this.week = week;
        Holidays = holidays;
        workingDaysBefore = new int[Last - First + 2];
        var days = new List<int>(Last - First);
        for (var day = First; day <= Last; day++)
        {
            workingDaysBefore[day - First] = days.Count;
            if (Works(DateOnly.FromDayNumber(day))) days.Add(day);
        }
        workingDaysBefore[^1] = days.Count;
        workingDays = [.. days];
    }

    /// <summary>Monday to Friday 08:30-17:30, the charters' default hours (systems.md, conventions).</summary>
    public static WorkingCalendar Default(Holidays holidays)
    {
        ImmutableArray<DayWindow> day = [new DayWindow(8 * 60 + 30, 17 * 60 + 30)];
        return new("working", [[], day, day, day, day, day, []], holidays);
    }

    public string Code { get; }
    public Holidays Holidays { get; }

    /// <summary>The windows of one date, in order; empty on a day off.</summary>
    public ImmutableArray<DayWindow> WindowsOf(DateOnly date) =>
        Holidays.DaysOff.Contains(date) ? []
        : Holidays.Workdays.Contains(date) ? MakeUpDay
        : week[(int)date.DayOfWeek];

    public bool IsWorkingDay(DateOnly date) =>
        date.DayNumber < First || date.DayNumber > Last
            ? Works(date)
            : workingDaysBefore[date.DayNumber - First + 1] > workingDaysBefore[date.DayNumber - First];

    /// <summary>
    /// The <paramref name="count"/>-th working day after <paramref name="day"/>, which does not count itself, worked or not.
    /// Zero gives the day itself.
    /// </summary>
    public DateOnly WorkingDayAfter(DateOnly day, int count)
    {
        if (count <= 0) return day;
        var index = day.DayNumber - First;
        if (index >= 0 && index <= Last - First)
        {
            var rank = workingDaysBefore[index + 1] + count - 1;
            if (rank < workingDays.Length) return DateOnly.FromDayNumber(workingDays[rank]);
        }
        return Walk(day, count);
    }

    /// <summary>How many days after <paramref name="from"/> up to and including <paramref name="to"/> are worked; 0 if none.</summary>
    public int WorkingDaysBetween(DateOnly from, DateOnly to)
    {
        int a = from.DayNumber - First, b = to.DayNumber - First;
        if (a >= 0 && b <= Last - First && a <= b) return workingDaysBefore[b + 1] - workingDaysBefore[a + 1];
        var count = 0;
        for (var d = from; d < to;) if (Works(d = d.AddDays(1))) count++;
        return count;
    }

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

    private ImmutableArray<DayWindow> MakeUpDay => week[1].IsEmpty ? week.First(d => !d.IsEmpty) : week[1];

    private bool Works(DateOnly date) => !WindowsOf(date).IsEmpty;

    private DateOnly Walk(DateOnly day, int count)
    {
        while (count > 0 && day < DateOnly.MaxValue)
        {
            day = day.AddDays(1);
            if (Works(day)) count--;
        }
        return day;
    }
}
