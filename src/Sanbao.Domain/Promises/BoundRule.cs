using System.Collections.Immutable;
using Sanbao.Domain.Charters;

namespace Sanbao.Domain.Promises;

/// <summary>One promise rule made ready.</summary>
internal sealed class BoundRule
{
    private readonly BoundScope scope;
    private readonly (BoundScope For, BoundTiming Timing)[] times;
    private readonly ulong starts;
    private readonly bool startsUnbidden;
    private readonly ulong endsAfter;

    public BoundRule(PromiseRule rule, PromiseBook book)
    {
        Rule = rule;
        MetBy = EventSet.Mask(rule.MetBy);
        CancelledBy = EventSet.Mask(rule.CancelledBy);
        PausedBy = Pauses.Mask(rule.PausedBy);
        scope = new(rule.For, book);
        times = [.. rule.Times.Select(t => (new BoundScope(t.For, book), BoundTiming.Of(t.Timing)))];
        foreach (var (_, timing) in times) starts |= timing.StartedBy;
        AwaitedPromises = [.. rule.Times.Select(t => t.Timing).OfType<Timing.WhenMissed>().Select(w => w.Promise)];
        startsUnbidden = AwaitedPromises.Length > 0;
        endsAfter = rule.Until is { } until ? EventSet.Mask(until.After) : 0;
    }

    public PromiseRule Rule { get; }
    public ulong MetBy { get; }
    public ulong CancelledBy { get; }
    public int PausedBy { get; }

    /// <summary>Whose miss starts this one.</summary>
    public ImmutableArray<PromiseCode> AwaitedPromises { get; }

    /// <summary>The last instant of the promise, in UTC ticks; far away where it has no end or its beginning is not known.</summary>
    public long EndOf(in Reading reading)
    {
        if (Rule.Until is not { } until) return long.MaxValue;
        var first = reading.Events.EarliestOfUnitToo(endsAfter);
        return first.Exists
            ? reading.Clock.EndOf(until.Span.LastDayFrom(reading.Clock.DayOf(first.At), reading.Book.Charter.Calendar)) : long.MaxValue;
    }

    public void Judge(in Reading reading, Findings findings)
    {
        if (!startsUnbidden && (starts & reading.Events.Kinds) == 0 || !scope.Fits(reading)) return;
        foreach (var (limits, timing) in times)
        {
            if (!limits.Fits(reading)) continue;
            timing.Judge(this, reading, findings);
            return;
        }
    }
}
