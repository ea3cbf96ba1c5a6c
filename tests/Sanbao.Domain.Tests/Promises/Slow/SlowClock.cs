using Sanbao.Domain.Charters;
using Sanbao.Domain.Tests.Kernel;

namespace Sanbao.Domain.Tests.Promises.Slow;

/// <summary>
/// The wall clock and the working time of a charter, written down minute by minute for some months: no tables, no jumps to be added,
/// nothing but looking what the clock shows. A minute is worked when it lies between the first one at which the clock shows the
/// beginning of a window, or later, and the last one at which it shows less than the end.
/// </summary>
internal sealed class SlowClock
{
    private readonly DateTimeOffset first;
    private readonly DateTime[] shows;
    private readonly bool[] worked;

    public SlowClock(Charter charter, DateTimeOffset around)
    {
        (Days, first) = (new(charter.Calendar), around.AddDays(-100));
        // No clock changes but at a full or half hour.
        shows =
        [
            .. from half in Enumerable.Range(0, 230 * 48)
               let shown = TimeZoneInfo.ConvertTime(first.AddMinutes(half * 30), charter.Zone).DateTime
               from m in Enumerable.Range(0, 30)
               select shown.AddMinutes(m),
        ];
        worked = new bool[shows.Length];
        for (var day = shows[0].Date.AddDays(3); day < shows[^1].Date.AddDays(-3); day = day.AddDays(1))
            foreach (var window in Days.Windows(DateOnly.FromDateTime(day)))
                for (var m = Begins(day.AddMinutes(window.From)); m < Ends(day.AddMinutes(window.To)); m++) worked[m] = true;
    }

    public SlowDays Days { get; }

    /// <summary>The day lies in the weeks that are written down.</summary>
    public bool Covers(DateOnly day) =>
        day > DateOnly.FromDateTime(shows[0]).AddDays(3) && day < DateOnly.FromDateTime(shows[^1]).AddDays(-3);

    public DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(shows[Minute(at)]);

    /// <summary>23:59:59, the last time the clock shows it.</summary>
    public DateTimeOffset EndOf(DateOnly day) => At(Ends(day.AddDays(1).ToDateTime(TimeOnly.MinValue))).AddSeconds(-1);

    public DateTimeOffset EndOfWork(DateOnly day) => At(Ends(day.ToDateTime(TimeOnly.MinValue).AddMinutes(Days.Windows(day)[^1].To)));

    public bool Works(DateTimeOffset minute) => worked[Minute(minute)];

    /// <summary>The first instant by which so many worked minutes have passed.</summary>
    public DateTimeOffset After(DateTimeOffset from, int minutes)
    {
        var m = Minute(from);
        for (var left = minutes; left > 0; m++)
            if (worked[m]) left--;
        return minutes == 0 ? from : At(m);
    }

    /// <summary>The last instant from which so many worked minutes lie between.</summary>
    public DateTimeOffset Before(DateTimeOffset to, int minutes)
    {
        var m = Minute(to);
        for (var left = minutes; left > 0; )
            if (worked[--m]) left--;
        return minutes == 0 ? to : At(m);
    }

    /// <summary>Worked minutes from one instant to the other.</summary>
    public int Between(DateTimeOffset from, DateTimeOffset to) =>
        Enumerable.Range(Minute(from), Math.Max(0, Minute(to) - Minute(from))).Count(m => worked[m]);

    // The first minute at which the clock shows that much.
    private int Begins(DateTime wall)
    {
        var m = Near(wall) - 1500;
        while (shows[m] < wall) m++;
        return m;
    }

    // Behind the last minute at which it shows less.
    private int Ends(DateTime wall)
    {
        var m = Near(wall) + 1500;
        while (shows[m - 1] >= wall) m--;
        return m;
    }

    private int Near(DateTime wall) => (int)(wall - shows[0]).TotalMinutes;

    private int Minute(DateTimeOffset at) => (int)Math.Ceiling((at - first).TotalMinutes);

    private DateTimeOffset At(int minute) => first.AddMinutes(minute);
}
