using System.Collections.Immutable;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Kernel;

namespace Sanbao.Charters.Phrases;

/// <summary>Lengths and starts: <c>12 months</c>; <c>commissioned with commissioning evidence or ex-factory</c>.</summary>
internal static class SpanPhrase
{
    public const int MostDays = 40_000;
    public const int MostMonths = 1_200;

    public static Span Read(Sentence s)
    {
        var count = s.Number(MostDays);
        if (s.Take("working")) return Unit(s, count, 1, SpanUnit.WorkingDays, MostDays, "days", "day");
        return s.Word switch
        {
            "year" or "years" => Unit(s, count, 12, SpanUnit.Months, MostMonths, "years", "year"),
            "month" or "months" => Unit(s, count, 1, SpanUnit.Months, MostMonths, "months", "month"),
            "week" or "weeks" => Unit(s, count, 7, SpanUnit.Days, MostDays, "weeks", "week"),
            "day" or "days" => Unit(s, count, 1, SpanUnit.Days, MostDays, "days", "day"),
            _ => Unit(s, count, 1, SpanUnit.Days, MostDays, "days", "months", "years", "weeks", "working"),
        };
    }

    /// <summary>Dates in the order in which they are tried, each with the evidence it asks for.</summary>
    public static ImmutableArray<Start> ReadStarts(Sentence s)
    {
        var starts = ImmutableArray.CreateBuilder<Start>();
        do
        {
            var date = s.Expect<UnitDate>();
            string? evidence = null;
            if (s.Take("with"))
            {
                evidence = s.Name(Names.Evidence);
                s.Expect("evidence");
            }
            starts.Add(new Start(date, evidence));
        }
        while (s.Take("or"));
        return starts.ToImmutable();
    }

    public static string Write(Span span) => span.Unit switch
    {
        SpanUnit.Days => Count(span.Count, "day"),
        SpanUnit.WorkingDays => Count(span.Count, "working day"),
        SpanUnit.Months => Count(span.Count, "month"),
    };

    public static string Write(ImmutableArray<Start> starts) => string.Join(" or ", starts.Select(s =>
        Words.Of(s.Date) + (s.Evidence is null ? "" : $" with {s.Evidence} evidence")));

    internal static string Count(int count, string unit) =>
        count == 1 ? $"1 {unit}" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{count} {unit}s");

    private static Span Unit(Sentence s, int count, int times, SpanUnit unit, int most, params string[] words)
    {
        if (!s.Failed && (long)count * times > most) s.Fail("span-too-long", count);
        s.ExpectOne(words);
        return new Span(s.Failed ? 1 : count * times, unit);
    }
}
