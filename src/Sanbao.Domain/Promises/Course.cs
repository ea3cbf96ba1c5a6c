using Sanbao.Domain.Charters;

namespace Sanbao.Domain.Promises;

/// <summary>One promise as it ran: when it started and was due, what met or cancelled it. The verdict follows from it and now.</summary>
internal readonly ref struct Course
{
    public required BoundRule Rule { get; init; }
    /// <summary>The event that started it, or the due instant of the missed promise that did.</summary>
    public required Happening Start { get; init; }
    public PromiseCode? StartedByMissed { get; init; }
    public int Occurrence { get; init; }
    public required long Due { get; init; }
    /// <summary>The first event up to now that meets it, in time or late.</summary>
    public required Happening Met { get; init; }
    /// <summary>The first event up to now that cancels it, in time or late.</summary>
    public required Happening Cancelled { get; init; }
    public bool Paused { get; init; }
    /// <summary>Overrun is counted in working time.</summary>
    public bool Works { get; init; }
    public bool CalendarUnannounced { get; init; }
    /// <summary>The overrun ends here at the latest (a later occurrence takes over); null: no limit.</summary>
    public long? RelievedAt { get; init; }

    /// <summary>What comes first decides: met and cancelled are final, and after the due instant both only end the overrun.</summary>
    public DeadlineState StateAt(long now)
    {
        var last = Rule.Rule.OpenEnded ? long.MaxValue - 1 : Due;
        if (Met.At <= last && Met.At <= Cancelled.At) return DeadlineState.Met;
        if (Cancelled.At <= last) return DeadlineState.Cancelled;
        if (!Rule.Rule.OpenEnded && now > Due) return DeadlineState.Missed;
        return Paused && !Rule.Rule.OpenEnded ? DeadlineState.Paused : DeadlineState.Running;
    }

    public Deadline Judge(in Reading reading)
    {
        var state = StateAt(reading.Now);
        var clock = reading.Clock;
        return new()
        {
            Promise = Rule.Rule.Code,
            Rule = Rule.Rule.Key,
            Occurrence = Occurrence,
            StartedBy = StartedByMissed is null ? Start.Kind : null,
            StartedByMissed = StartedByMissed,
            StartedAt = clock.At(Start.At),
            Due = clock.At(Due),
            State = state,
            MetAt = Met.Exists && Met.At <= Cancelled.At ? clock.At(Met.At) : null,
            CancelledAt = Cancelled.At < Met.At ? clock.At(Cancelled.At) : null,
            CancelledBy = state is DeadlineState.Cancelled ? Cancelled.Kind : null,
            OverrunMinutes = state is DeadlineState.Missed ? Overrun(reading) : 0,
            OpenEnded = Rule.Rule.OpenEnded,
            InWorkingTime = Works,
            CalendarUnannounced = CalendarUnannounced,
        };
    }

    private int Overrun(in Reading reading)
    {
        var end = Math.Min(Math.Min(Met.At, Cancelled.At), Math.Min(RelievedAt ?? reading.Now, reading.Now));
        var ticks = Works ? reading.Book.WorkingClock.Between(Due, end) : end - Due;
        return (int)Math.Clamp(ticks / TimeSpan.TicksPerMinute, 0, int.MaxValue);
    }
}
