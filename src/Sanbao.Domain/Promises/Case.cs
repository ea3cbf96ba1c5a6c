using System.Collections.Immutable;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.Promises;

/// <summary>What a case is like now. Changing it and computing again gives the answer as if it had always been so (E2).</summary>
public sealed record Case
{
    public RequestCategory? Category { get; init; }
    public ServiceMode? Mode { get; init; }
    public Channel? Channel { get; init; }
    /// <summary>GB/T 2260 code of the site.</summary>
    public string? RegionCode { get; init; }
    /// <summary>Null: derived from the region code by the charter's regions.</summary>
    public Zone? Zone { get; init; }
    public Priority Priority { get; init; } = Priority.Normal;
    /// <summary>Declared a special case, for which some charters allow more time (S0).</summary>
    public bool Special { get; init; }
    /// <summary>Numbers that the contract notes, by name: responseDays, handlingDays.</summary>
    public ImmutableDictionary<string, int> Contract { get; init; } = ImmutableDictionary<string, int>.Empty;
}

/// <summary>Something that happened, or is to happen. Pauses and resumptions name the party that caused them.</summary>
/// <param name="OfUnit">
/// A day in the life of the unit: it says how soon after it the report came and how long a promise holds, and starts, meets and ends
/// nothing.
/// </param>
public readonly record struct CaseEvent(EventKind Kind, DateTimeOffset At, PauseParty? Party = null, bool OfUnit = false);

/// <summary>State of one running promise.</summary>
public enum DeadlineState { Running, Paused, Met, Missed, Cancelled }

/// <summary>
/// One running instance of a promise. Due is met by an event at or before it. Overrun is whole minutes past due (until it was met
/// or cancelled late, else until now), in working time where the promise counts working time; 0 while not missed.
/// </summary>
public sealed record Deadline
{
    public required PromiseCode Promise { get; init; }
    /// <summary>Key of the rule within its charter.</summary>
    public required string Rule { get; init; }
    /// <summary>Counts the occurrences of a recurring promise from 1; 1 for all others.</summary>
    public required int Occurrence { get; init; }
    /// <summary>The event that started it; for a promise started by a missed one, null (see <see cref="StartedByMissed"/>).</summary>
    public required EventKind? StartedBy { get; init; }
    /// <summary>The promise whose being missed started it, e.g. the loaner (S9); null: an event did.</summary>
    public PromiseCode? StartedByMissed { get; init; }
    /// <summary>Where its time begins to count.</summary>
    public required DateTimeOffset StartedAt { get; init; }
    /// <summary>In the charter's offset. For an open-ended promise the instant from which it is owed.</summary>
    public required DateTimeOffset Due { get; init; }
    /// <summary>At the instant of the computation.</summary>
    public required DeadlineState State { get; init; }
    /// <summary>By the event that met it, in time or late; null: not yet.</summary>
    public DateTimeOffset? MetAt { get; init; }
    /// <summary>By the event that cancelled it before anything met it, in time or after the due; null: none did.</summary>
    public DateTimeOffset? CancelledAt { get; init; }
    /// <summary>What made it pointless, where it is cancelled; else null.</summary>
    public EventKind? CancelledBy { get; init; }
    public required int OverrunMinutes { get; init; }
    /// <summary>Owed from <see cref="Due"/> on without a last instant, e.g. a loaner until the original is back; it is never
    /// missed.</summary>
    public bool OpenEnded { get; init; }
    /// <summary>Its time and its overrun are counted in the charter's working time.</summary>
    public bool InWorkingTime { get; init; }
    /// <summary>The calendar of a year on the way is not announced yet; weekends only were counted.</summary>
    public bool CalendarUnannounced { get; init; }
}

/// <summary>A deadline and why: root with name and due, below it the start, the amount, each pause and the state.</summary>
public sealed record ExplainedDeadline(Deadline Deadline, Explanation Explanation);
