using Sanbao.Domain.Charters;

namespace Sanbao.Domain.Promises;

/// <summary>
/// Begins at the due instant of another promise once that was missed (S9: the loaner), and is gone again when it turns out that it
/// was met in time. Of several missed ones the first counts.
/// </summary>
internal sealed class WhenMissedTiming(PromiseCode promise) : BoundTiming
{
    public override ulong StartedBy => 0;

    public override void Judge(BoundRule rule, in Reading reading, Findings findings)
    {
        if (findings.FirstMissed(promise) is not { } due || due > rule.EndOf(reading)) return;
        findings.Recorder?.StartedByMissed(promise, due);
        findings.Add(new Course
        {
            Rule = rule,
            Start = new(default, due),
            StartedByMissed = promise,
            Occurrence = 1,
            Due = due,
            Met = reading.Happened(rule.MetBy, due, 0),
            Cancelled = reading.Happened(rule.CancelledBy, due, 0),
        }, reading);
    }
}
