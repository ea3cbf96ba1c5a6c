using System.Globalization;

namespace Sanbao.Web.Shell.Components;

/// <summary>Days to percent of a width, with a readable number of ticks.</summary>
internal sealed class TimeScale
{
    private const int MostTicks = 6;
    private static readonly int[] Steps = [1, 2, 3, 6, 12, 24, 36, 60, 120, 240, 600];

    private readonly DateOnly first;
    private readonly DateOnly last;

    private TimeScale(DateOnly first, DateOnly last, Words words)
    {
        (this.first, this.last) = (first, last);
        var months = (last.Year - first.Year) * 12 + last.Month - first.Month;
        var step = Steps.FirstOrDefault(s => months / s < MostTicks, (months / MostTicks / 1200 + 1) * 1200);
        Ticks = [.. TicksEvery(step).Select(day => (day, step >= 12 ? Year(day) : Month(day, words)))];
    }

    public (DateOnly Day, string Label)[] Ticks { get; }

    /// <summary>Holds every period and mark, and today where it is near; some room at both ends.</summary>
    public static TimeScale Over(IReadOnlyList<BarRow> rows, DateOnly today, Words words)
    {
        DateOnly[] days =
        [
            .. rows.SelectMany(r => r.Spans).SelectMany(s => s.To is { } to ? [s.From, to] : new[] { s.From }),
            .. rows.SelectMany(r => r.Marks).Select(m => m.Day),
        ];
        var (min, max) = days.Length == 0 ? (today, today) : (days.Min(), days.Max());
        if (today.DayNumber - max.DayNumber < 3700 && today > max) max = today;
        if (min.DayNumber - today.DayNumber < 3700 && today < min) min = today;
        var room = Math.Max(20, (max.DayNumber - min.DayNumber) / 25);
        return new(Shift(min, -room), Shift(max, room), words);
    }

    public bool Shows(DateOnly day) => day >= first && day <= last;

    /// <summary>So near to each other that their labels would overlap.</summary>
    public bool Near(DateOnly a, DateOnly b) => Shows(b) && Math.Abs(Share(a.DayNumber) - Share(b.DayNumber)) < 9;

    public string Percent(DateOnly day) => Say(Share(day.DayNumber));

    /// <summary>The end is inclusive, therefore a day more.</summary>
    public string Width(DateOnly from, DateOnly? to) =>
        Say(Math.Max(to is { } end ? Share(end.DayNumber + 1) - Share(from.DayNumber) : 100 - Share(from.DayNumber), 0.4));

    /// <summary>Where the words at the end of a bar stand: after it; within, where there is no room; before one that is too
    /// short.</summary>
    public string EndOf(BarSpan span)
    {
        var (from, to) = (Share(span.From.DayNumber), span.To is { } last ? Share(last.DayNumber + 1) : 100);
        return to < 70 ? $"left:{Say(to)}" : $"right:{Say(100 - (to - from < 25 ? from : Math.Min(to, 100)))}";
    }

    /// <summary>Those of the marks, in the order of their days, whose names do not run into the mark that follows.</summary>
    public IEnumerable<BarMark> Named(IReadOnlyList<BarMark> marks)
    {
        for (var i = 0; i < marks.Count; i++)
            if (marks[i].Name is { } name && Share(marks[i].Day.DayNumber)
                + RoomFor(name) < (i + 1 < marks.Count ? Share(marks[i + 1].Day.DayNumber) : 100))
                yield return marks[i];
    }

    /// <summary>In percent of a picture on a desk; a Chinese character is as wide as two letters.</summary>
    private static double RoomFor(string text) => 1 + text.Sum(c => c > 0x2E80 ? 1.8 : 0.9);

    private double Share(int day) => 100.0 * (day - first.DayNumber) / (last.DayNumber - first.DayNumber);

    private IEnumerable<DateOnly> TicksEvery(int months)
    {
        var index = Math.Max((first.Year * 12 + first.Month - 1) / months * months, 12);
        for (; index / 12 <= 9999; index += months)
        {
            var day = new DateOnly(index / 12, index % 12 + 1, 1);
            if (day > last) yield break;
            // A label at the very edge would stand half outside.
            if (day >= first && Share(day.DayNumber) is > 3 and < 97) yield return day;
        }
    }

    private static DateOnly Shift(DateOnly day, int days) =>
        DateOnly.FromDayNumber(Math.Clamp(day.DayNumber + days, DateOnly.MinValue.DayNumber + 366, DateOnly.MaxValue.DayNumber - 366));

    private static string Year(DateOnly day) => day.Year.ToString(CultureInfo.InvariantCulture);

    private static string Month(DateOnly day, Words words) =>
        day.ToString(words.Chinese ? "yy年M月" : "MMM yy", CultureInfo.InvariantCulture);

    private static string Say(double percent) => percent.ToString("0.###", CultureInfo.InvariantCulture) + "%";
}
