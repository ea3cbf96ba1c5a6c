using Sanbao.Domain.Charters;
using Sanbao.Web.Shell.Components;

namespace Sanbao.Web.Features.Entitlement;

/// <summary>
/// The periods of a decision as bars on a line of time, read off its explanation: what is drawn is what was reasoned with.
/// </summary>
internal static class TermBars
{
    public static BarRow[] Of(Explanation explanation, Words words)
    {
        var rows = new List<BarRow>();
        Walk(explanation, new Context(words["bars.term"], Tone.Good, null), rows, words);
        return [.. rows.DistinctBy(r => (r.Label, r.Spans[0].From, r.Spans[0].To))];
    }

    /// <summary>What the steps above a period say about it.</summary>
    private readonly record struct Context(string Label, Tone Tone, string? Note);

    private static void Walk(Explanation step, Context above, List<BarRow> rows, Words words)
    {
        var context = step.Says.Code switch
        {
            "entitlement.under-law" => above with { Tone = Tone.Violet },
            "entitlement.term-ends" => above with { Label = words.Say((Bilingual)step.Says.Arguments[0]) },
            "entitlement.cap" => above with { Tone = Tone.Warn, Note = words["bars.cap"] },
            "entitlement.right-asked" or "entitlement.right-asked-plain" =>
                above with { Label = words.Say((RightGround)step.Says.Arguments[0]), Tone = above.Tone == Tone.Violet
                ? Tone.Violet : Tone.Accent },
            "entitlement.parts-asked" => above with { Label = words["entitlement.parts-asked"], Tone = Tone.Calm },
            _ => above,
        };
        if (step.Says.Code == "entitlement.dealer-period")
            rows.Add(Row(step, context with { Label = words["bars.dealer"], Tone = Tone.Calm }, words));
        if (step.Says.Code is "entitlement.limit-ends" or "entitlement.limit-ends-longer") rows.Add(Row(step, context, words));
        foreach (var child in step.Children) Walk(child, context, rows, words);
    }

    /// <summary>The step carries: which date, the first day, the span, the last day.</summary>
    private static BarRow Row(Explanation step, Context context, Words words)
    {
        var said = step.Says.Arguments;
        var (from, to) = ((DateOnly)said[1], (DateOnly)said[3]);
        var span = words.Say((Span)said[2]);
        return new(context.Label, from, to, context.Tone, words.Say(step.Says), context.Note is null
            ? span : $"{context.Note} · {span}", words["bars.until", to]);
    }
}
