namespace Sanbao.Web.Features.Demo;

/// <summary>
/// When the demo company works, and where its engineers are: a visit takes half a day of one engineer and is over before the next begins.
/// </summary>
/// <param name="teams">So many visits at a time under one name; in a demo larger than the usual one a name stands for several
/// people.</param>
internal sealed class DemoDiary(WorkingCalendar calendar, TimeZoneInfo zone, Dice dice, int teams)
{
    /// <summary>A visit with the way to the next takes no longer, in minutes.</summary>
    private const int Longest = 240;
    private const int Morning = 8 * 60 + 30, Noon = 13 * 60 + 30, LastStart = 14 * 60, LastNow = 16 * 60, HalfHour = 30;

    private readonly Dictionary<(Guid Engineer, int Half), int> taken = [];

    /// <summary>The same moment while the office is open, else a little after it opens next.</summary>
    public DateTimeOffset InOffice(DateTimeOffset at)
    {
        var (day, minute) = Local(at);
        if (calendar.WindowsOf(day).Any(w => w.From <= minute && minute < w.To)) return at;
        var next = calendar.WindowsOf(day) is [var today, ..] && minute < today.From ? day : calendar.WorkingDayAfter(day, 1);
        return At(next, calendar.WindowsOf(next)[0].From + dice.Between(5, 60));
    }

    /// <summary>The engineer's first free half day that begins after this moment; from now on it is taken.</summary>
    public DateTimeOffset Book(Actor engineer, DateTimeOffset after)
    {
        var (day, minute) = Local(after);
        for (var half = day.DayNumber * 2 + (minute < Morning ? 0 : 1) + (minute < Noon ? 0 : 1); ; half++)
        {
            var on = DateOnly.FromDayNumber(half / 2);
            if (calendar.IsWorkingDay(on) && TryTake(engineer, half))
                return At(on, (half % 2 == 0 ? Morning : Noon) + HalfHour * dice.Number(half % 2 == 0 ? 3 : 2));
        }
    }

    /// <summary>At once, by whoever is free: within the hour while there is time for a visit, else as soon as somebody is.</summary>
    public (Actor Engineer, DateTimeOffset At) BookSoon(IReadOnlyList<Actor> engineers, DateTimeOffset after)
    {
        var (day, minute) = Local(after);
        var start = (minute + 34) / 5 * 5;
        if (calendar.IsWorkingDay(day) && start is >= Morning and <= LastStart)
        {
            int[] halves = [.. Enumerable.Range(0, 2).Where(h => h == 0 ? start < Noon : start + Longest > Noon)];
            foreach (var engineer in engineers)
                if (halves.All(h => IsFree(engineer, day.DayNumber * 2 + h)))
                {
                    foreach (var h in halves) TryTake(engineer, day.DayNumber * 2 + h);
                    return (engineer, At(day, start));
                }
        }
        var first = dice.Of(engineers);
        return (first, Book(first, after));
    }

    /// <summary>A visit that is being made at this moment; null: nobody works now, or not long enough yet.</summary>
    public DateTimeOffset? BookNow(Actor engineer, DateTimeOffset now, TimeSpan begun)
    {
        var (day, minute) = Local(now - begun);
        if (!calendar.IsWorkingDay(day) || minute is < Morning or > LastNow) return null;
        TryTake(engineer, day.DayNumber * 2);
        TryTake(engineer, day.DayNumber * 2 + 1);
        return At(day, minute / 5 * 5);
    }

    private bool IsFree(Actor engineer, int half) => taken.GetValueOrDefault((engineer.Id, half)) < teams;

    private bool TryTake(Actor engineer, int half)
    {
        if (!IsFree(engineer, half)) return false;
        taken[(engineer.Id, half)] = taken.GetValueOrDefault((engineer.Id, half)) + 1;
        return true;
    }

    private (DateOnly Day, int Minute) Local(DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, zone);
        return (DateOnly.FromDateTime(local.DateTime), (int)local.TimeOfDay.TotalMinutes);
    }

    private DateTimeOffset At(DateOnly day, int minute)
    {
        var local = day.ToDateTime(TimeOnly.MinValue).AddMinutes(minute);
        return new(local, zone.GetUtcOffset(local));
    }
}
