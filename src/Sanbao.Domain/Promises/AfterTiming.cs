using Sanbao.Domain.Charters;

namespace Sanbao.Domain.Promises;

/// <summary>An amount of time after the first, or the last, of some events.</summary>
internal sealed class AfterTiming(Timing.After after) : BoundTiming
{
    private readonly ulong of = EventSet.Mask(after.Of);
    private readonly Measure measure = new(after.Amount);

    public override ulong StartedBy => of;

    public override void Judge(BoundRule rule, in Reading reading, Findings findings)
    {
        var start = Start.Of(of, after.Last, rule.MetBy | rule.CancelledBy, ahead: false, reading);
        if (!start.Exists || measure.CountFor(reading.Case) is not { } count) return;
        var due = measure.After(start.At, count, reading.Book);
        if ((Recurs(rule) ? due : start.At) > rule.EndOf(reading)) return;
        // What starts a clock cannot also stop it: an inspection is due after the last one, and met by the next.
        var met = reading.Happened(rule.MetBy, start.At, of);
        var cancelled = reading.Happened(rule.CancelledBy, start.At, of);
        findings.Recorder?.Started(start).Counts(measure, count, before: false);
        var paused = Postpone(ref due, start.At, Math.Min(met.At, cancelled.At), rule, reading, findings.Recorder);
        findings.Add(new Course
        {
            Rule = rule,
            Start = start,
            Occurrence = 1,
            Due = due,
            Met = met,
            Cancelled = cancelled,
            Paused = paused,
            Works = measure.Works,
            CalendarUnannounced = measure.CrossesUnannouncedYear(start.At, due, reading.Book),
        }, reading);
    }

    // Met by what starts it anew (S4: inspection).
    private bool Recurs(BoundRule rule) => after.Last && (rule.MetBy & of) != 0;

    // Pauses count from the start to the event that stopped the clock; one that began when time was up does not revive it.
    // An open one lasts until now: due is what it would be if the clock went on now. True: it stands now.
    private bool Postpone(ref long due, long start, long stop, BoundRule rule, in Reading reading, Recorder? recorder)
    {
        var standing = false;
        foreach (var pause in Pauses.Of(reading.Events, reading.Now, rule.PausedBy))
        {
            if (pause.From >= due) break;
            var from = Math.Max(pause.From, start);
            var to = Math.Min(stop, pause.To);
            if (to == Pause.Open) to = reading.Now;
            if (to > from) due = measure.Postponed(due, from, to, reading.Book);
            if (to > from) recorder?.Paused(from, to, pause.To == Pause.Open && stop == Happening.Never.At);
            standing |= stop == Happening.Never.At && pause.To == Pause.Open && from <= reading.Now;
        }
        return standing;
    }
}
