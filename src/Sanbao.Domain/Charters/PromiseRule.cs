using System.Collections.Immutable;
using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.Charters;

/// <summary>A rule: after one event another must follow within a time. A charter has any number of them.</summary>
public sealed record PromiseRule
{
    public required PromiseCode Code { get; init; }

    /// <summary>Unique within the charter; two rules may share a <see cref="Code"/> (never both for one case).</summary>
    public required string Key { get; init; }

    public required Bilingual Name { get; init; }

    /// <summary>For which cases the promise is given at all.</summary>
    public required CaseScope For { get; init; }

    /// <summary>Read from the top: the first whose scope fits gives the time. Where none fits, nothing is promised (S7 out of
    /// town).</summary>
    public required ImmutableArray<TimeLimit> Times { get; init; }

    /// <summary>Any of these, at or before the due instant, keeps the promise.</summary>
    public required ImmutableArray<EventKind> MetBy { get; init; }

    /// <summary>Any of these makes the promise pointless while it is unmet and not yet due.</summary>
    public required ImmutableArray<EventKind> CancelledBy { get; init; }

    /// <summary>Pauses caused by these parties stop the clock. Empty: nothing does.</summary>
    public required ImmutableArray<PauseParty> PausedBy { get; init; }

    /// <summary>How long it is given (S9: for three years after acceptance). Null: without end.</summary>
    public PromiseEnd? Until { get; init; }

    /// <summary>Owed from the start instant until it is met, without a last moment (S9: the loaner). It never becomes missed.</summary>
    public bool OpenEnded { get; init; }
}

/// <summary>What a case must look like. An empty list or null asks nothing.</summary>
public sealed record CaseScope
{
    public ImmutableArray<RequestCategory> Categories { get; init; } = [];
    /// <summary>Null among the modes is "not chosen yet".</summary>
    public ImmutableArray<ServiceMode?> Modes { get; init; } = [];
    /// <summary>A case whose channel is not known fits any.</summary>
    public ImmutableArray<Channel> Channels { get; init; } = [];
    public ImmutableArray<Zone> Zones { get; init; } = [];
    /// <summary>Names of the charter's regions.</summary>
    public ImmutableArray<string> Regions { get; init; } = [];
    public ImmutableArray<Priority> Priorities { get; init; } = [];
    /// <summary>A special case was declared by the service manager.</summary>
    public bool? Special { get; init; }
    /// <summary>The report came within a span after an event (S11: within 7 working days of delivery). Null: not asked.</summary>
    public ReportedWithin? ReportedWithin { get; init; }
}

/// <summary>
/// The promise ends with the last day of the span after the local day of the first of these events. What starts later is not promised, nor
/// what recurs and falls due later. While none of the events is known, it is owed.
/// </summary>
public sealed record PromiseEnd(Span Span, ImmutableArray<EventKind> After)
{
    public bool Equals(PromiseEnd? other) => other is not null && Span == other.Span && After.SequenceEqual(other.After);

    public override int GetHashCode() => HashCode.Combine(Span, After.Length);
}

/// <summary>
/// The local day of the report is at most the span after the local day of the first such event, or the mode was chosen as
/// <paramref name="OrMode"/>: either is enough.
/// </summary>
public sealed record ReportedWithin(Span Span, EventKind Of, ServiceMode? OrMode);

/// <summary>One time of a promise, for the cases that fit.</summary>
public sealed record TimeLimit(CaseScope For, Timing Timing);

/// <summary>How the due instant is found.</summary>
public abstract record Timing
{
    private Timing() { }

    /// <summary>An amount after the event; before it when <paramref name="Before"/> (S9: seven days' notice).</summary>
    public sealed record After(Amount Amount, ImmutableArray<EventKind> Of, bool Last, bool Before) : Timing
    {
        /// <summary>The event is itself the last moment (S1: documents by a deadline).</summary>
        public bool IsBy => Before && Amount is { Count: 0, Unit: AmountUnit.Minutes, FromContract: null };
    }

    /// <summary>Every so many months on a fixed grid from the first such event: due at the end of the k-th day (S9).</summary>
    public sealed record EveryMonths(int Months, ImmutableArray<EventKind> From) : Timing;

    /// <summary>Every year by these days (month, day), from the first such event (S2: yearly survey).</summary>
    public sealed record EveryYear(ImmutableArray<MonthDay> By, ImmutableArray<EventKind> From) : Timing;

    /// <summary>Every month by this day, from the month after the first such event (S5: feedback by the 15th).</summary>
    public sealed record EveryMonth(int Day, ImmutableArray<EventKind> From) : Timing;

    /// <summary>At the instant another promise of the charter is missed (S9: loaner).</summary>
    public sealed record WhenMissed(PromiseCode Promise) : Timing;
}

/// <summary>A day of the year. A day that a month does not have is its last.</summary>
public readonly record struct MonthDay(int Month, int Day);

/// <summary>In what an amount of time is counted.</summary>
public enum AmountUnit
{
    /// <summary>Around the clock.</summary>
    Minutes,
    /// <summary>Minutes of the charter's working time.</summary>
    WorkingMinutes,
    /// <summary>Due at the end of working time of the N-th working day after.</summary>
    WorkingDays,
    /// <summary>Due at 23:59:59 local of the N-th day after.</summary>
    Days,
    /// <summary>Due at 23:59:59 local of the day N months after.</summary>
    Months,
}

/// <summary>An amount of time. Its count stands in the charter, or in the contract under the name <see cref="FromContract"/>.</summary>
public readonly record struct Amount(int Count, AmountUnit Unit, string? FromContract);
