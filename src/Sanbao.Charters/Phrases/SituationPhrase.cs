using System.Collections.Immutable;
using Sanbao.Domain.Charters;

namespace Sanbao.Charters.Phrases;

/// <summary>In which situation a payer rule applies: <c>covered</c>, <c>in period, other cause</c>, <c>out of period</c>, ...</summary>
internal static class SituationPhrase
{
    private static readonly (string Text, ImmutableArray<Situation> Situations)[] All =
    [
        ("covered", [Situation.Covered]),
        ("in period", [Situation.Covered, Situation.InPeriodOtherCause, Situation.InPeriodExcluded]),
        ("in period, other cause", [Situation.InPeriodOtherCause]),
        ("out of period", [Situation.OutOfPeriodQuality, Situation.OutOfPeriodOtherCause]),
        ("out of period, quality", [Situation.OutOfPeriodQuality]),
        ("out of period, other cause", [Situation.OutOfPeriodOtherCause]),
        ("not covered", [Situation.InPeriodOtherCause, Situation.InPeriodExcluded, Situation.OutOfPeriodQuality,
            Situation.OutOfPeriodOtherCause]),
        ("always", [.. Enum.GetValues<Situation>()]),
    ];

    public static string Pattern { get; } = Phrases.Pattern.Whole(
        [.. All.Select(a => Phrases.Pattern.Said(a.Text).Replace(",", "\\s*,", StringComparison.Ordinal))]);

    public static ImmutableArray<Situation> Read(Sentence s)
    {
        var head = s.Word switch
        {
            "not" => "not covered",
            "in" => "in period",
            "out" => "out of period",
            var word => word,
        };
        if (head is "covered" or "always" or "not covered" or "in period" or "out of period") s.Expect(head.Split(' '));
        else s.ExpectOne("covered", "in period", "out of period", "not covered", "always");
        if (head.EndsWith("period", StringComparison.Ordinal) && s.Take(",")) head += ReadCause(s, head);
        s.End();
        return s.Failed ? [] : All.First(a => a.Text == head).Situations;
    }

    public static string Write(ImmutableArray<Situation> situations) => All.First(a => a.Situations.SequenceEqual(situations)).Text;

    // "In period, quality" is called covered.
    private static string ReadCause(Sentence s, string head)
    {
        if (head == "out of period" && s.Take("quality")) return ", quality";
        s.Expect("other", "cause");
        return ", other cause";
    }
}
