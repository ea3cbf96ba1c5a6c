using System.Collections.Immutable;
using System.Globalization;
using Sanbao.Domain.Kernel;

namespace Sanbao.Charters.Phrases;

/// <summary>Working hours of a day: <c>08:30-12:00, 13:00-17:30</c>, <c>around the clock</c>, <c>off</c>; and their days.</summary>
internal static class HoursPhrase
{
    private const int DayEnd = 24 * 60;

    public static ImmutableArray<DayWindow> Read(Sentence s)
    {
        var windows = ImmutableArray.CreateBuilder<DayWindow>();
        if (s.Take("around", "the", "clock")) windows.Add(new DayWindow(0, DayEnd));
        else if (!s.Take("off"))
            do windows.Add(ReadWindow(s, windows.Count > 0 ? windows[^1].To : 0)); while (s.Take(","));
        s.End();
        return windows.ToImmutable();
    }

    /// <summary><c>monday</c>, <c>monday to friday</c>, <c>monday and thursday</c>; a range may run over the week's end.</summary>
    public static ImmutableArray<DayOfWeek> ReadDays(Sentence s)
    {
        var days = ImmutableArray.CreateBuilder<DayOfWeek>();
        do
        {
            var day = s.Expect<DayOfWeek>();
            days.Add(day);
            if (!s.Take("to")) continue;
            var last = s.Expect<DayOfWeek>();
            while (!s.Failed && day != last) days.Add(day = (DayOfWeek)(((int)day + 1) % 7));
        }
        while (s.Take("and"));
        s.End();
        return s.Failed ? [] : days.ToImmutable();
    }

    // One window that begins no earlier than the one before it ended; two windows may touch.
    private static DayWindow ReadWindow(Sentence s, int free)
    {
        var text = s.Word;
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        var from = dash < 0 ? null : Minutes(text[..dash]);
        var to = dash < 0 ? null : Minutes(text[(dash + 1)..]);
        if (from is null || to is null) s.Fail(s.AtEnd ? "phrase-early" : "hours", text);
        else if (from >= to) s.Fail("hours-backwards", text);
        else if (from < free) s.Fail("hours-overlap", text);
        else s.Take(text);
        return s.Failed ? default : new DayWindow(from!.Value, to!.Value);
    }

    private static int? Minutes(string text) =>
        text == "24:00" ? DayEnd
        : TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time.Hour * 60 + time.Minute
            : null;
}
