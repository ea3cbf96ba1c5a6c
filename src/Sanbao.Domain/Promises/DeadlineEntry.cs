using Sanbao.Domain.Charters;
using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.Promises;

/// <summary>One stored line of the deadline book: what the engine found when the owner's events last changed.</summary>
public sealed class DeadlineEntry
{
    private DeadlineEntry() { }

    public Guid Id { get; private set; }
    /// <summary>What it belongs to, as its owner names its kind (<see cref="Document.Kind"/>).</summary>
    public string OwnerKind { get; private set; } = "";
    public Guid OwnerId { get; private set; }
    public PromiseCode Promise { get; private set; }
    /// <summary>Key of the rule within the charter version that governs the owner.</summary>
    public string Rule { get; private set; } = "";
    /// <summary>Counts from 1; above it only for what recurs.</summary>
    public int Occurrence { get; private set; }
    public EventKind? StartedBy { get; private set; }
    public PromiseCode? StartedByMissed { get; private set; }
    public DateTimeOffset StartedAt { get; private set; }
    public DateTimeOffset Due { get; private set; }
    public bool OpenEnded { get; private set; }
    public DateTimeOffset? MetAt { get; private set; }
    /// <summary>Cancelled before anything met it: in time, or, as what was missed, after its due.</summary>
    public DateTimeOffset? CancelledAt { get; private set; }
    /// <summary>State at the last computation. Whether a running one is missed by now follows from <see cref="Due"/> (<see
    /// cref="StateAt"/>).</summary>
    public DeadlineState State { get; private set; }
    /// <summary>What made it pointless before it was due; null: nothing did.</summary>
    public EventKind? CancelledBy { get; private set; }
    /// <summary>How the request ended whose closing made it pointless; null: it was something else, or how it ended was not told.</summary>
    public RequestOutcome? EndedAs { get; private set; }
    /// <summary>Which reopening put it behind, counted from 1: it stays as it was then, and another runs in its place. 0: it holds
    /// now.</summary>
    public int Behind { get; private set; }
    /// <summary>
    /// Due while its owner still owes it and its clock runs, else <see cref="Instant.Never"/>: what the board and the alarm read.
    /// </summary>
    public DateTimeOffset OwedAt { get; private set; }

    /// <summary>
    /// When the alarm looks at it next: at its warning, then when it is due; <see cref="Instant.Never"/> when it has nothing to say. A
    /// due instant that moved begins again; one that stays keeps its warning, though the company warns at another share since.
    /// </summary>
    public DateTimeOffset AlarmAt { get; private set; } = Instant.Never;

    /// <summary>Neither met nor cancelled, in time or late.</summary>
    public bool IsOpen =>
        Behind == 0 && MetAt is null && CancelledAt is null
        && State is DeadlineState.Running or DeadlineState.Missed or DeadlineState.Paused;

    /// <summary>The state at an instant: a running one is missed when its due is over.</summary>
    public DeadlineState StateAt(DateTimeOffset now) =>
        State is DeadlineState.Running && !OpenEnded && now > Due ? DeadlineState.Missed : State;

    internal static DeadlineEntry Of(Document owner, Deadline deadline, Charter charter, DateTimeOffset now)
    {
        var entry = new DeadlineEntry
        {
            Id = Guid.CreateVersion7(now), OwnerKind = owner.Kind, OwnerId = owner.Id, Rule = deadline.Rule,
            Occurrence = deadline.Occurrence,
        };
        entry.Take(deadline, charter);
        return entry;
    }

    internal void Take(Deadline deadline, Charter charter)
    {
        (Promise, StartedBy, StartedByMissed) = (deadline.Promise, deadline.StartedBy, deadline.StartedByMissed);
        (StartedAt, Due, OpenEnded) = (deadline.StartedAt, deadline.Due, deadline.OpenEnded);
        (MetAt, CancelledAt, CancelledBy, State) = (deadline.MetAt, deadline.CancelledAt, deadline.CancelledBy, deadline.State);
        if (CancelledBy is not EventKind.Closed) EndedAs = null;
        var before = OwedAt;
        OwedAt = IsOpen && State is not DeadlineState.Paused ? Due : Instant.Never;
        if (OwedAt != before) AlarmAt = OwedAt == Instant.Never ? Instant.Never : Warnings.At(charter, deadline);
    }

    internal void EndAs(RequestOutcome? outcome) => EndedAs = CancelledBy is EventKind.Closed ? outcome : null;

    /// <summary>What was still running then became pointless by the reopening; what was missed stays missed, and is owed no more.</summary>
    internal void PutBehind(int reopening)
    {
        if (State is DeadlineState.Running or DeadlineState.Paused) (State, CancelledBy) = (DeadlineState.Cancelled, EventKind.Reopened);
        (Behind, OwedAt, AlarmAt) = (reopening, Instant.Never, Instant.Never);
    }

    /// <summary>Its owner's work ended: nothing waits for it any more, kept or not.</summary>
    internal void Rest() => OwedAt = AlarmAt = Instant.Never;

    /// <summary>The alarm rang: as what it speaks, and when it rings again.</summary>
    internal FiringLevel TakeAlarm(DateTimeOffset now)
    {
        var level = now >= Due ? FiringLevel.Due : FiringLevel.Warning;
        AlarmAt = level is FiringLevel.Due ? Instant.Never : Due;
        return level;
    }
}
