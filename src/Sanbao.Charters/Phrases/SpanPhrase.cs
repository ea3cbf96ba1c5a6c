using System.Collections.Immutable;
using System.Globalization;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Kernel;

namespace Sanbao.Charters.Phrases;

/// <summary>Lengths and starts: <c>12 months</c>; <c>commissioned with commissioning evidence or ex-factory</c>.</summary>
internal static class SpanPhrase
{
    public const int MostDays = 40_000;
    public const int MostMonths = 1_200;

    /// <summary>The units of a length, by their words; one of the first words of each is told where another stands.</summary>
    private static readonly (string[] Words, int Times, SpanUnit Unit)[] Units =
    [
        (["days", "day"], 1, SpanUnit.Days),
        (["months", "month"], 1, SpanUnit.Months),
        (["years", "year"], 12, SpanUnit.Months),
        (["weeks", "week"], 7, SpanUnit.Days),
    ];

    public static string Pattern { get; } = Phrases.Pattern.Then(Phrases.Pattern.Number,
        Phrases.Pattern.Any(Units.SelectMany(u => u.Words).Append("working\\s+days?")));

    public static string StartsPattern { get; } = Phrases.Pattern.Several(
        $"{Phrases.Pattern.OneOf<UnitDate>()}(\\s+with\\s+{Phrases.Pattern.Name}\\s+evidence)?", "or");

    public static Span Read(Sentence s) => ReadUnit(s, s.Number(LimitPhrase.MostUsage), []);

    /// <param name="others">What else may be counted at this place, to be told where none of all these stands.</param>
    public static Span ReadUnit(Sentence s, int count, IEnumerable<string> others)
    {
        if (s.Take("working")) return ReadWorking(s, count);
        foreach (var (words, times, unit) in Units)
            if (words.Contains(s.Word)) return Sized(s, count, times, unit);
        s.ExpectOne([.. Units.Select(u => u.Words[0]), "working", .. others]);
        return new(1, SpanUnit.Days);
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
        count == 1 ? $"1 {unit}" : string.Create(CultureInfo.InvariantCulture, $"{count} {unit}s");

    private static Span ReadWorking(Sentence s, int count)
    {
        if (count > MostDays) s.Fail("span-too-long", count);
        s.ExpectOne("days", "day");
        return new(s.Failed ? 1 : count, SpanUnit.WorkingDays);
    }

    private static Span Sized(Sentence s, int count, int times, SpanUnit unit)
    {
        if (!s.Failed && (long)count * times > (unit is SpanUnit.Months ? MostMonths : MostDays)) s.Fail("span-too-long", count);
        s.Take(s.Word);
        return new(s.Failed ? 1 : count * times, unit);
    }
}
