using System.Collections.Immutable;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.Promises;

/// <summary>
/// Days on a fixed grid from the first of some events. An occurrence is met by an event in its window: after the due instant before
/// it (the first: from the start) up to its own. What is done late therefore counts for the next one, and the missed one's overrun
/// ends there, or when the next is due. Pauses do not move a grid. A cancelling event ends the series with its occurrence.
/// </summary>
internal sealed class GridTiming(Grid grid, ImmutableArray<EventKind> from) : BoundTiming
{
    // Enough for 40 years of months behind and 10 ahead; a unit of 1970 must not cost a page its second.
    private const int Behind = 480, Ahead = 120;

    private readonly ulong of = EventSet.Mask(from);

    public override ulong StartedBy => of;

    public override void Judge(BoundRule rule, in Reading reading, Findings findings)
    {
        var start = reading.Events.Earliest(of);
        if (!start.Exists) return;
        var day = reading.Clock.DayOf(start.At);
        var cancelled = reading.Happened(rule.CancelledBy, start.At, of);
        var end = rule.EndOf(reading);
        var current = FirstAfter(reading.Now, day, reading.Clock);
        var last = Math.Min(Math.Max(current, FirstAfter(reading.Until, day, reading.Clock) - 1), current + Ahead);
        for (var k = Math.Max(1, current - Behind + 1); k <= last; k++)
        {
            var opens = k == 1 ? start.At : DueOf(k - 1, day, reading.Clock) + 1;
            var due = DueOf(k, day, reading.Clock);
            if (k > 1 && cancelled.At < opens || due == LocalClock.EndOfTime || due > end) return;
            JudgeOne(k, opens, start, cancelled, rule, reading, findings);
        }
    }

    private void JudgeOne(int k, long opens, Happening start, Happening cancelled, BoundRule rule, in Reading reading, Findings findings)
    {
        var day = reading.Clock.DayOf(start.At);
        var (due, next) = (DueOf(k, day, reading.Clock), DueOf(k + 1, day, reading.Clock));
        var met = reading.Happened(rule.MetBy, opens, k == 1 ? of : 0);
        findings.Recorder?.Started(start).Occurs(grid, k);
        findings.Add(new Course
        {
            Rule = rule,
            Start = start,
            Occurrence = k,
            Due = due,
            Met = met.At <= due ? met : Happening.Never,
            Cancelled = cancelled.At <= Math.Min(met.At, next) ? cancelled : Happening.Never,
            RelievedAt = Math.Min(met.At, next),
        }, reading);
    }

    private long DueOf(int k, DateOnly start, LocalClock clock) =>
        grid.DayOf(k, start) is { } day ? clock.EndOf(day) : LocalClock.EndOfTime;

    // The number of the first occurrence due after an instant.
    private int FirstAfter(long instant, DateOnly start, LocalClock clock)
    {
        int low = 1, high = 12 * 10_000;
        while (low < high)
        {
            var middle = low + (high - low) / 2;
            if (DueOf(middle, start, clock) > instant) high = middle; else low = middle + 1;
        }
        return low;
    }
}
