using System.Collections.Immutable;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.Promises;

/// <summary>Days that recur. Each is reckoned from the start, never from the one before, so that month ends do not wander.</summary>
internal abstract class Grid
{
    /// <summary>The day of the k-th occurrence, from 1; null past the end of the calendar.</summary>
    public abstract DateOnly? DayOf(int k, DateOnly start);

    /// <summary>What the grid is, for the k-th occurrence.</summary>
    public abstract Phrase Says(int k);

    // Months are counted from year 0; a day that the month does not have is its last.
    protected static DateOnly? In(long month, int day)
    {
        var year = month / 12;
        if (year is < 1 or > 9999) return null;
        var ofYear = (int)(month % 12) + 1;
        return new DateOnly((int)year, ofYear, Math.Clamp(day, 1, DateTime.DaysInMonth((int)year, ofYear)));
    }

    protected static long MonthOf(DateOnly day) => day.Year * 12L + day.Month - 1;
}

/// <summary>Every so many months from the start's day.</summary>
internal sealed class MonthsGrid(int months) : Grid
{
    public override DateOnly? DayOf(int k, DateOnly start) => In(MonthOf(start) + (long)k * Math.Max(1, months), start.Day);

    public override Phrase Says(int k) => Phrase.Of("promise.every-months", months, k);
}

/// <summary>One day of every month, from the month after the start.</summary>
internal sealed class MonthDayGrid(int day) : Grid
{
    public override DateOnly? DayOf(int k, DateOnly start) => In(MonthOf(start) + k, day);

    public override Phrase Says(int k) => Phrase.Of("promise.every-month", day, k);
}

/// <summary>Some days of every year; the first is the first of them on or after the start's day: its year is included (S2).</summary>
internal sealed class YearDaysGrid(ImmutableArray<MonthDay> days) : Grid
{
    private readonly ImmutableArray<MonthDay> days = [.. days.OrderBy(d => d.Month).ThenBy(d => d.Day)];

    public override DateOnly? DayOf(int k, DateOnly start)
    {
        if (days.IsEmpty) return null;
        var passed = 0;
        foreach (var day in days)
            if (On(day, start.Year) < start) passed++;
        var index = passed + k - 1;
        return On(days[index % days.Length], start.Year + index / days.Length);
    }

    public override Phrase Says(int k) => Phrase.Of("promise.every-year", k);

    private static DateOnly? On(MonthDay day, int year) => In(year * 12L + day.Month - 1, day.Day);
}
