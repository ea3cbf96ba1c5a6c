using System.Collections.Immutable;
using System.Globalization;
using Sanbao.Domain.Charters;

namespace Sanbao.Charters.Phrases;

/// <summary>
/// How a due instant is found: <c>24 hours after reported</c>, <c>7 days before appointed</c>, <c>by document-due</c>, <c>every 3 months
/// from accepted</c>,
/// <c>every year by 05-31 and 10-31 from accepted</c>, <c>every month by the 15th from sold</c>, <c>when solution is missed</c>.
/// </summary>
internal static class TimingPhrase
{
    private static readonly Amount AtOnce = new(0, AmountUnit.Minutes, null);
    private static readonly string SomeEvents = Phrases.Pattern.Several(Phrases.Pattern.OneOf<EventKind>(), "or");

    /// <summary>A time of a promise.</summary>
    public static string Pattern { get; } = Phrases.Pattern.Whole(
        Phrases.Pattern.Then(AmountPhrase.Pattern, "(after|before)", Phrases.Pattern.Perhaps("the last of") + SomeEvents),
        Phrases.Pattern.Then("by", SomeEvents),
        Phrases.Pattern.Then("every", Phrases.Pattern.Number, "months?", "from", SomeEvents),
        Phrases.Pattern.Then("every", "year", "by", Phrases.Pattern.Several("[0-9]{2}-[0-9]{2}", "and"), "from", SomeEvents),
        Phrases.Pattern.Then("every", "month", "by", "the", "[1-3]?[0-9](st|nd|rd|th)", "from", SomeEvents),
        Phrases.Pattern.Then("when", Phrases.Pattern.OneOf<PromiseCode>(), "is", "missed"));

    /// <summary>How long a promise is given.</summary>
    public static string EndPattern { get; } = Phrases.Pattern.Whole(Phrases.Pattern.Then(SpanPhrase.Pattern, "after", SomeEvents));

    public static Timing? Read(Sentence s)
    {
        var timing = s.Take("every") ? ReadEvery(s)
            : s.Take("when") ? ReadWhenMissed(s)
            : s.Take("by") ? new Timing.After(AtOnce, ReadEvents(s), Last: false, Before: true)
            : ReadAfter(s);
        s.End();
        return s.Failed ? null : timing;
    }

    public static string Write(Timing timing) => timing switch
    {
        Timing.After { IsBy: true } t => $"by {Events(t.Last, t.Of)}",
        Timing.After { Before: true } t => $"{AmountPhrase.Write(t.Amount)} before {Events(t.Last, t.Of)}",
        Timing.After t => $"{AmountPhrase.Write(t.Amount)} after {Events(t.Last, t.Of)}",
        Timing.EveryMonths t => $"every {SpanPhrase.Count(t.Months, "month")} from {Events(false, t.From)}",
        Timing.EveryYear t => $"every year by {string.Join(" and ", t.By.Select(Day))} from {Events(false, t.From)}",
        Timing.EveryMonth t => $"every month by the {Ordinal(t.Day)} from {Events(false, t.From)}",
        Timing.WhenMissed t => $"when {Words.Of(t.Promise)} is missed",
        _ => throw new ArgumentOutOfRangeException(nameof(timing)),
    };

    /// <summary>How long a promise is given: <c>3 years after accepted</c>.</summary>
    public static PromiseEnd? ReadEnd(Sentence s)
    {
        var span = SpanPhrase.Read(s);
        s.Expect("after");
        var events = ReadEvents(s);
        s.End();
        return s.Failed ? null : new PromiseEnd(span, events);
    }

    public static string Write(PromiseEnd end) => $"{SpanPhrase.Write(end.Span)} after {Events(false, end.After)}";

    private static Timing.After ReadAfter(Sentence s)
    {
        var amount = AmountPhrase.Read(s);
        var before = s.ExpectOne("after", "before") == 1;
        var last = s.Take("the", "last", "of");
        return new Timing.After(amount, ReadEvents(s), last, before);
    }

    private static Timing ReadEvery(Sentence s)
    {
        if (s.Peek(1) == "by" && s.Take("year"))
        {
            s.Take("by");
            var days = ImmutableArray.CreateBuilder<MonthDay>();
            do days.Add(ReadMonthDay(s)); while (s.Take("and"));
            s.Expect("from");
            return new Timing.EveryYear(days.ToImmutable(), ReadEvents(s));
        }
        if (s.Peek(1) == "by" && s.Take("month"))
        {
            s.Take("by");
            if (int.TryParse(s.Word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 31)
                s.FailMeaning("ordinal", $"the {Ordinal(number)}", s.Word);
            s.Expect("the");
            var day = ReadOrdinal(s);
            s.Expect("from");
            return new Timing.EveryMonth(day, ReadEvents(s));
        }
        if (s.Word is "year" or "quarter" or "month" or "day" or "week") FailUnit(s, 1);
        var count = s.Number(SpanPhrase.MostMonths);
        if (s.Word is not ("months" or "month")) FailUnit(s, count);
        s.ExpectOne("months", "month");
        s.Expect("from");
        return new Timing.EveryMonths(count, ReadEvents(s));
    }

    // A grid is counted in months, whatever it is called; nothing recurs by days or weeks.
    private static void FailUnit(Sentence s, int count)
    {
        var months = s.Word switch { "year" or "years" => 12, "quarter" or "quarters" => 3, "month" => 1, _ => 0 };
        if (months > 0) s.FailMeaning("grid-in-months", SpanPhrase.Count(count * months, "month"));
        else s.Fail("grid-in-months");
    }

    private static Timing.WhenMissed ReadWhenMissed(Sentence s)
    {
        var promise = s.Expect<PromiseCode>();
        s.Expect("is", "missed");
        return new Timing.WhenMissed(promise);
    }

    internal static ImmutableArray<EventKind> ReadEvents(Sentence s)
    {
        var events = ImmutableArray.CreateBuilder<EventKind>();
        do events.Add(s.Expect<EventKind>()); while (s.Take("or"));
        return events.ToImmutable();
    }

    // 02-29 is a day of the year; in a common year it is the last of February.
    private static MonthDay ReadMonthDay(Sentence s)
    {
        var word = s.Any("month-day", w => w.Length == 5 && w[2] == '-'
            && DateOnly.TryParseExact("2024-" + w, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
        return s.Failed ? default
            : new MonthDay(Whole(word.AsSpan(0, 2)), Whole(word.AsSpan(3)));
    }

    private static int ReadOrdinal(Sentence s)
    {
        var word = s.Any("ordinal", w => Enumerable.Range(1, 31).Any(d => Ordinal(d) == w));
        return s.Failed ? 1 : Whole(word.AsSpan(0, word.Length - 2));
    }

    private static int Whole(ReadOnlySpan<char> digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    private static string Ordinal(int day) => string.Create(CultureInfo.InvariantCulture, $"{day}{(day % 10, day) switch
    {
        (1, not 11) => "st",
        (2, not 12) => "nd",
        (3, not 13) => "rd",
        _ => "th",
    }}");

    private static string Day(MonthDay day) => string.Create(CultureInfo.InvariantCulture, $"{day.Month:00}-{day.Day:00}");

    private static string Events(bool last, ImmutableArray<EventKind> events) =>
        (last ? "the last of " : "") + string.Join(" or ", events.Select(Words.Of));
}
