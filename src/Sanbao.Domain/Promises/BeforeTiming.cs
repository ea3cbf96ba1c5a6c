using Sanbao.Domain.Charters;

namespace Sanbao.Domain.Promises;

/// <summary>
/// An amount of time before an event that is already known to come, e.g. an appointment (S9: seven days' notice). The event starts
/// the promise although it lies after the due instant, so that anything that meets it counts however early; pauses move nothing.
/// </summary>
internal sealed class BeforeTiming(Timing.After before) : BoundTiming
{
    private readonly ulong of = EventSet.Mask(before.Of);
    private readonly Measure measure = new(before.Amount);

    public override ulong StartedBy => of;

    public override void Judge(BoundRule rule, in Reading reading, Findings findings)
    {
        var start = Start.Of(of, before.Last, rule.MetBy | rule.CancelledBy, ahead: true, reading);
        if (!start.Exists || start.At > rule.EndOf(reading) || measure.CountFor(reading.Case) is not { } count) return;
        findings.Recorder?.Started(start).Counts(measure, count, before: true);
        var due = measure.Before(start.At, count, reading.Book);
        findings.Add(new Course
        {
            Rule = rule,
            Start = start,
            Occurrence = 1,
            Due = due,
            Met = reading.Happened(rule.MetBy, long.MinValue, 0),
            Cancelled = reading.Happened(rule.CancelledBy, long.MinValue, 0),
            Works = measure.Works,
            CalendarUnannounced = measure.CrossesUnannouncedYear(start.At, due, reading.Book),
        }, reading);
    }
}
