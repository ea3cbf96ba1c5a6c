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

    /// <summary>Where the names of marks are written, none over another: on line 0 beside the mark where the name runs into no other mark
    /// and not into today, else on the first line below that is free there.</summary>
    /// <param name="marks">In the order of their days.</param>
    public IReadOnlyList<MarkName> Named(IReadOnlyList<BarMark> marks, DateOnly today)
    {
        var (names, ends) = (new List<MarkName>(), new List<double> { 0 });
        double[] strokes = [.. marks.Select(m => m.Day).Append(today).Select(d => Share(d.DayNumber))];
        foreach (var mark in marks.Where(m => m.Name is not null))
        {
            var (at, room) = (Share(mark.Day.DayNumber), RoomFor(mark.Name!));
            // Before its mark where there is no room behind it.
            var from = at + room <= 100 ? at : Math.Max(at - room, 0);
            var crossed = strokes.Any(s => s > from && s < from + room && s != at);
            var line = ends.FindIndex(crossed ? 1 : 0, end => end <= from);
            if (line < 0) (line, ends) = (ends.Count, [.. ends, 0]);
            ends[line] = from + room;
            names.Add(new(mark.Name!, line, from < at ? $"right:{Say(100 - at)}" : $"left:{Say(at)}"));
        }
        return names;
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

/// <summary>The name of a mark, and where it is written.</summary>
/// <param name="Place">Its side of the drawing, as a style says it.</param>
internal readonly record struct MarkName(string Name, int Line, string Place);
