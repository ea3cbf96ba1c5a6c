namespace Sanbao.Domain.Kernel;

/// <summary>
/// Running total of something counted by day: a table of sums for a range of days, continued on both sides by the plain week.
/// The total before the first day of the table is zero; earlier ones are negative.
/// </summary>
internal sealed class Tally
{
    private readonly int first;
    private readonly int[] before;      // by day: the total of the table's days before it
    private readonly int[] weekday;     // Sunday first
    private readonly int week;

    public Tally(int first, int last, int[] weekday, Func<int, int> amount)
    {
        this.first = first;
        this.weekday = weekday;
        week = weekday.Sum();
        before = new int[last - first + 2];
        for (var day = first; day <= last; day++) before[day - first + 1] = before[day - first] + amount(day);
    }

    public static int Weekday(int day) => (day + 1) % 7;    // day 0 of the calendar is a Monday

    /// <summary>The total of the days before <paramref name="day"/>, the day itself excluded.</summary>
    public long Before(int day)
    {
        var index = day - first;
        return index >= 0 && index < before.Length ? before[index] : Beyond(day);
    }

    /// <summary>The first day at whose end the total reaches <paramref name="total"/>, or the calendar's last day.</summary>
    public int DayReaching(long total)
    {
        int low = 0, high = DateOnly.MaxValue.DayNumber;
        while (low < high)
        {
            var middle = low + (high - low) / 2;
            if (Before(middle + 1) >= total) high = middle; else low = middle + 1;
        }
        return low;
    }

    private long Beyond(int day)
    {
        var edge = day < first ? first : first + before.Length - 1;
        var weeks = (day - edge) / 7;
        var total = before[edge - first] + (long)weeks * week;
        var at = edge + weeks * 7;
        for (; at < day; at++) total += weekday[Weekday(at)];
        for (; at > day; at--) total -= weekday[Weekday(at - 1)];
        return total;
    }
}
