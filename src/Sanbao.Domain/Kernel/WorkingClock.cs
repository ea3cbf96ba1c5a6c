using System.Collections.Immutable;

namespace Sanbao.Domain.Kernel;

/// <summary>
/// Working time between instants: a calendar's windows on the wall clock of one zone. Every instant has a position, the working
/// time that has passed before it; all answers are differences of positions, so that they add up exactly. A window lasts as long
/// as it really does: where the clocks jump inside it, an hour more or less. The jump itself counts only in the calendar's table
/// (2000 to 2099).
/// </summary>
public sealed class WorkingClock
{
    private readonly WorkingCalendar calendar;
    private readonly LocalClock clock;
    private readonly ImmutableArray<(int Day, long Ticks)> jumps;   // after this day so much more has been worked than the wall clocks say

    public WorkingClock(WorkingCalendar calendar, TimeZoneInfo zone) : this(calendar, new LocalClock(zone)) { }

    internal WorkingClock(WorkingCalendar calendar, LocalClock clock)
    {
        this.calendar = calendar;
        this.clock = clock;
        jumps = clock.IsConstantFrom(new DateTime(2000, 1, 1).Ticks) ? [] : Jumps();
    }

    /// <summary>Working time from one instant to the other; negative when the second is earlier.</summary>
    public TimeSpan WorkingTimeBetween(DateTimeOffset from, DateTimeOffset to) => new(Position(to.UtcTicks) - Position(from.UtcTicks));

    /// <summary>
    /// The first instant by which that much working time has passed since <paramref name="from"/>: at the end of a window, not at
    /// the beginning of the next. No time is the instant itself. Negative time goes back to the last instant from which that much lies
    /// between: at the beginning of a window, not at the end of the one before.
    /// </summary>
    public DateTimeOffset AddWorkingTime(DateTimeOffset from, TimeSpan time) => clock.At(Add(from.UtcTicks, time.Ticks));

    internal long Between(long from, long to) => Position(to) - Position(from);

    // The last instant of a position is the one before the first instant of the next.
    internal long Add(long from, long time) =>
        time == 0 ? from
        : time > 0 ? FirstAt(Position(from) + time, from)
        : FirstAt(Position(from) + time + 1, from) - 1;

    private long FirstAt(long position, long near)
    {
        var day = DayHolding(position, (int)(clock.LocalOf(near) / TimeSpan.TicksPerDay));
        if (day >= DateOnly.MaxValue.DayNumber) return LocalClock.EndOfTime;
        position -= Before(day);
        var ended = long.MinValue;
        foreach (var window in calendar.Windows(day))
        {
            (var start, ended) = Stretch(day, window, ended);
            if (position <= ended - start) return start + Math.Max(0, position);
            position -= ended - start;
        }
        return clock.UtcOf((day + 1) * TimeSpan.TicksPerDay, second: false);
    }

    private long Position(long utc)
    {
        var day = (int)(clock.LocalOf(utc) / TimeSpan.TicksPerDay);
        var position = Before(day);
        var ended = long.MinValue;
        foreach (var window in calendar.Windows(day))
        {
            (var start, ended) = Stretch(day, window, ended);
            if (utc > start) position += Math.Min(utc, ended) - start;
        }
        return position;
    }

    // A window as it really runs. Of two that meet in an hour that occurs twice the second begins where the first has ended for good.
    private (long Start, long End) Stretch(int day, DayWindow window, long ended) => (
        Math.Max(ended, clock.UtcOf(day * TimeSpan.TicksPerDay + window.From * TimeSpan.TicksPerMinute, second: false)),
        clock.UtcBefore(day * TimeSpan.TicksPerDay + window.To * TimeSpan.TicksPerMinute));

    private long Before(int day) => calendar.MinutesBefore(day) * TimeSpan.TicksPerMinute + JumpsBefore(day);

    // The last day before which less than the position has been worked. Found from nearby, as most spans are days, not years.
    private int DayHolding(long position, int near)
    {
        int low = near, high = near + 1;
        for (var step = 1; low > 0 && Before(low) >= position; step *= 2) low = Math.Max(0, low - step);
        for (var step = 1; high < DateOnly.MaxValue.DayNumber && Before(high) < position; step *= 2)
            high = Math.Min(DateOnly.MaxValue.DayNumber, high + step);
        if (Before(high) < position) return high;
        while (high - low > 1)
        {
            var middle = low + (high - low) / 2;
            if (Before(middle) < position) low = middle; else high = middle;
        }
        return low;
    }

    private long JumpsBefore(int day)
    {
        if (jumps.IsEmpty) return 0;
        var found = jumps.AsSpan().BinarySearch(new ByDay(day));
        var index = found >= 0 ? found - 1 : ~found - 1;
        return index < 0 ? 0 : jumps[index].Ticks;
    }

    // By weeks, as no zone changes its clocks and takes it back within one; a day to each side, as days begin differently in UTC.
    private ImmutableArray<(int, long)> Jumps()
    {
        var found = ImmutableArray.CreateBuilder<(int, long)>();
        var sum = 0L;
        int first = new DateOnly(2000, 1, 1).DayNumber, last = new DateOnly(2099, 12, 31).DayNumber;
        for (var week = first; week <= last; week += 7)
        {
            if (clock.SameOffset(week - 1, week + 8)) continue;
            for (var day = week; day < week + 7; day++)
                if (Extra(day) is var extra and not 0) found.Add((day, sum += extra));
        }
        return found.ToImmutable();
    }

    private long Extra(int day)
    {
        var (extra, ended) = (0L, long.MinValue);
        foreach (var window in calendar.Windows(day))
        {
            (var start, ended) = Stretch(day, window, ended);
            extra += ended - start - window.Minutes * TimeSpan.TicksPerMinute;
        }
        return extra;
    }

    private readonly struct ByDay(int day) : IComparable<(int Day, long Ticks)>
    {
        public int CompareTo((int Day, long Ticks) other) => day.CompareTo(other.Day);
    }
}
