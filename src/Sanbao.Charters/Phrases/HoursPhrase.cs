using System.Collections.Immutable;
using System.Globalization;
using Sanbao.Domain.Kernel;

namespace Sanbao.Charters.Phrases;

/// <summary>Working hours of a day: <c>08:30-12:00, 13:00-17:30</c>, <c>around the clock</c>, <c>off</c>; and their days.</summary>
internal static class HoursPhrase
{
    private const int DayEnd = 24 * 60;
    private const string Clock = "([01][0-9]|2[0-3]):[0-5][0-9]";
    private const string Window = $"{Clock}-({Clock}|24:00)";

    public static string Pattern { get; } =
        Phrases.Pattern.Whole("off", Phrases.Pattern.Said("around the clock"), $"{Window}(\\s*,\\s*{Window})*");

    public static string DaysPattern { get; } = Phrases.Pattern.Several(
        Phrases.Pattern.OneOf<DayOfWeek>() + $"(\\s+to\\s+{Phrases.Pattern.OneOf<DayOfWeek>()})?", "and");

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
            if (Words.Find<DayOfWeek>(s.Word) is null) s.ExpectOne([.. Words.All<DayOfWeek>(), "monday to friday"]);
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
        if (s.AtEnd) s.Fail("phrase-early");
        else if (from is null || to is null) FailWindow(s, text);
        else if (from >= to) s.Fail("hours-backwards", text);
        else if (from < free) s.Fail("hours-overlap", text);
        else s.Take(text);
        return s.Failed ? default : new DayWindow(from!.Value, to!.Value);
    }

    // Hours below ten are written with their zero.
    private static void FailWindow(Sentence s, string text)
    {
        var padded = string.Join('-', text.Split('-').Select(t => t.IndexOf(':', StringComparison.Ordinal) == 1 ? "0" + t : t));
        if (padded != text && padded.Split('-') is [var from, var to] && Minutes(from) is not null && Minutes(to) is not null)
            s.FailMeaning("hours", padded, text);
        else s.Fail("hours", text);
    }

    private static int? Minutes(string text) =>
        text == "24:00" ? DayEnd
        : TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time.Hour * 60 + time.Minute
            : null;
}
