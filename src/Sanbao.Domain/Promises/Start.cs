using Sanbao.Domain.Charters;

namespace Sanbao.Domain.Promises;

/// <summary>
/// Which event starts a promise now. A reopening begins the case anew: what counts from the report counts from the reopening, what was
/// settled before it is behind and waits for its event to happen again, and what was still owed goes on from where it began.
/// </summary>
internal static class Start
{
    private const ulong Reported = 1UL << (int)EventKind.Reported;

    // The end that did not hold starts nothing any more.
    private const ulong Undone = 1UL << (int)EventKind.Solved | 1UL << (int)EventKind.Closed;

    // Closing ends the work on the fault, but not what is owed back: a unit, an old part, a loaner, a paper.
    private static readonly ulong Work = EventSet.Mask(
    [
        EventKind.Replied, EventKind.Planned, EventKind.Handled, EventKind.Assigned, EventKind.Noticed, EventKind.Appointed,
        EventKind.Arrived, EventKind.Left, EventKind.Quoted, EventKind.Agreed,
    ]);

    /// <summary>The first, or the last, event of these kinds that starts the promise; none: it does not run.</summary>
    /// <param name="settled">By what it is settled: met, or cancelled.</param>
    /// <param name="ahead">The event lies ahead of what settles it: an appointment is counted back from.</param>
    public static Happening Of(ulong kinds, bool last, ulong settled, bool ahead, in Reading reading)
    {
        var events = reading.Events;
        if (reading.Reopened is not { } again) return events.Pick(kinds, last, long.MinValue);
        if ((kinds & Reported) != 0) return new(EventKind.Reopened, again);
        if ((kinds & Work) != 0) settled |= 1UL << (int)EventKind.Closed;
        if ((kinds & Undone) != 0) return events.Pick(kinds, last, again);
        var before = events.Pick(kinds, last, long.MinValue);
        if (before.At >= again) return before;
        return events.Earliest(settled, ahead ? long.MinValue : before.At, again - 1, kinds).Exists
            ? events.Pick(kinds, last, again) : before;
    }
}
