using System.Collections.Immutable;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Promises;
using Case = Sanbao.Domain.Promises.Case;

namespace Sanbao.Domain.Tests.Promises.Slow;

/// <summary>What a deadline is said to be, to be compared.</summary>
internal sealed record Told(
    string Rule, int Occurrence, EventKind? StartedBy, PromiseCode? Missed, DateTimeOffset StartedAt, DateTimeOffset Due,
    DeadlineState State, DateTimeOffset? MetAt, DateTimeOffset? CancelledAt, int Overrun, bool OpenEnded)
{
    public static Told Of(Deadline d) => new(
        d.Rule, d.Occurrence, d.StartedBy, d.StartedByMissed, d.StartedAt, d.Due, d.State, d.MetAt, d.CancelledAt, d.OverrunMinutes,
        d.OpenEnded);
}

/// <summary>
/// A second reading of promises, as plain as the handbook says them and as slow as it must be: lists are searched, days and minutes
/// walked. It shares no line with the engine. Cases that were reopened are not among its own.
/// </summary>
internal sealed class SlowReading(
    Charter charter, Case @case, CaseEvent[] events, DateTimeOffset now, DateTimeOffset? until, SlowClock clock)
{
    private readonly List<Told> told = [];

    public List<Told> Read()
    {
        // A promise that waits for another's miss is read behind it; those that wait for each other never begin.
        var waiting = charter.Promises.ToList();
        while (waiting.Find(r => !Awaited(r).Any(code => waiting.Exists(w => w.Code == code))) is { } rule)
        {
            waiting.Remove(rule);
            Read(rule);
        }
        return [.. told.OrderBy(t => t.Due).ThenBy(t => t.Rule, StringComparer.Ordinal).ThenBy(t => t.Occurrence)];
    }

    private static IEnumerable<PromiseCode> Awaited(PromiseRule rule) =>
        rule.Times.Select(t => t.Timing).OfType<Timing.WhenMissed>().Select(w => w.Promise);

    private void Read(PromiseRule rule)
    {
        if (!Fits(rule.For) || rule.Times.FirstOrDefault(t => Fits(t.For)) is not { } time) return;
        switch (time.Timing)
        {
            case Timing.After { Before: true } before: ReadBefore(rule, before); break;
            case Timing.After after: ReadAfter(rule, after); break;
            case Timing.EveryMonths grid: ReadGrid(rule, grid.From, (first, k) => first.AddMonths(k * grid.Months)); break;
            case Timing.EveryMonth grid: ReadGrid(rule, grid.From, (first, k) => DayOf(first.AddMonths(k), grid.Day)); break;
            case Timing.EveryYear grid: ReadGrid(rule, grid.From, (first, k) => Yearly(grid, first, k)); break;
            case Timing.WhenMissed missed: ReadMissed(rule, missed); break;
        }
    }

    private void ReadAfter(PromiseRule rule, Timing.After after)
    {
        var starts = Those(after.Of).OrderBy(e => after.Last ? -e.At.UtcTicks : e.At.UtcTicks).ThenBy(e => e.Kind).ToList();
        if (starts.Count == 0 || CountOf(after.Amount) is not { } count) return;
        var start = starts[0];
        var due = Counted(after.Amount.Unit, start.At, count);
        var recurs = after.Last && rule.MetBy.Any(after.Of.Contains);
        if ((recurs ? due : start.At) > EndOf(rule)) return;
        var (met, cancelled) = (First(rule.MetBy, start.At, after.Of), First(rule.CancelledBy, start.At, after.Of));
        var stop = new[] { met, cancelled }.Min();
        Tell(rule, 1, start, null, Postponed(after.Amount.Unit, start.At, due, stop, rule.PausedBy), met, cancelled,
            Works(after.Amount.Unit), standing: stop is null && Stands(now, rule.PausedBy) && start.At <= now);
    }

    private void ReadBefore(PromiseRule rule, Timing.After before)
    {
        var starts = Those(before.Of).OrderBy(e => before.Last ? -e.At.UtcTicks : e.At.UtcTicks).ThenBy(e => e.Kind).ToList();
        if (starts.Count == 0 || CountOf(before.Amount) is not { } count || starts[0].At > EndOf(rule)) return;
        var (at, day) = (starts[0].At, clock.DayOf(starts[0].At));
        var due = before.Amount.Unit switch
        {
            AmountUnit.Minutes => at.AddMinutes(-count),
            AmountUnit.WorkingMinutes => clock.Before(at, count),
            AmountUnit.WorkingDays => count == 0 ? EndOfDayOrWork(day) : clock.EndOfWork(clock.Days.Worked(day, -count)),
            AmountUnit.Days => EndOf(day.AddDays(-count)),
            AmountUnit.Months => EndOf(day.AddMonths(-count)),
        };
        var (met, cancelled) = (First(rule.MetBy, DateTimeOffset.MinValue, []), First(rule.CancelledBy, DateTimeOffset.MinValue, []));
        Tell(rule, 1, starts[0], null, due, met, cancelled, Works(before.Amount.Unit), standing: false);
    }

    private void ReadGrid(PromiseRule rule, ImmutableArray<EventKind> from, Func<DateOnly, int, DateOnly> dayOf)
    {
        if (Those(from).OrderBy(e => e.At).ThenBy(e => e.Kind).Select(e => (CaseEvent?)e).FirstOrDefault() is not { } start) return;
        var first = clock.DayOf(start.At);
        var cancelled = First(rule.CancelledBy, start.At, from);
        var opens = start.At;
        for (var k = 1; ; k++)
        {
            var (due, next) = (EndOf(dayOf(first, k)), EndOf(dayOf(first, k + 1)));
            if (k > 1 && cancelled < opens || due > EndOf(rule)) return;
            var met = First(rule.MetBy, opens, k == 1 ? from : []);
            var relieved = met is { } m && m < next ? m : next;
            var (inTime, ended) = (met <= due ? met : null, cancelled <= relieved ? cancelled : null);
            Tell(rule, k, start, null, due, inTime, ended, works: false, standing: false, relieved);
            // To the first one after now, and as far ahead as was asked.
            if (due > now && next > (until ?? now)) return;
            opens = due.AddTicks(1);
        }
    }

    private void ReadMissed(PromiseRule rule, Timing.WhenMissed missed)
    {
        var awaited = charter.Promises.Where(p => p.Code == missed.Promise).Select(p => p.Key).ToList();
        var first = told.Where(t => awaited.Contains(t.Rule) && t.State is DeadlineState.Missed)
            .OrderBy(t => t.Due).FirstOrDefault();
        if (first is null || first.Due > EndOf(rule)) return;
        var (met, cancelled) = (First(rule.MetBy, first.Due, []), First(rule.CancelledBy, first.Due, []));
        Tell(rule, 1, null, missed.Promise, first.Due, met, cancelled, false, standing: false);
    }

    private void Tell(
        PromiseRule rule, int k, CaseEvent? start, PromiseCode? missed, DateTimeOffset due, DateTimeOffset? met, DateTimeOffset? cancelled,
        bool works, bool standing, DateTimeOffset? relieved = null)
    {
        if (cancelled < met) met = null; else if (met is not null) cancelled = null;
        var state = met is { } m && (m <= due || rule.OpenEnded) ? DeadlineState.Met
            : cancelled is { } c && (c <= due || rule.OpenEnded) ? DeadlineState.Cancelled
            : !rule.OpenEnded && now > due ? DeadlineState.Missed
            : standing && !rule.OpenEnded ? DeadlineState.Paused
            : DeadlineState.Running;
        var end = new[] { met, cancelled, relieved, now }.OfType<DateTimeOffset>().Min();
        var overrun = state is not DeadlineState.Missed ? 0
            : works ? clock.Between(due, end)
            : (int)Math.Max(0, Math.Floor((end - due).TotalMinutes));
        told.Add(new(rule.Key, k, start?.Kind, missed, start?.At ?? due, due, state, met, cancelled, overrun, rule.OpenEnded));
    }

    private DateTimeOffset Counted(AmountUnit unit, DateTimeOffset from, int count) => unit switch
    {
        AmountUnit.Minutes => from.AddMinutes(count),
        AmountUnit.WorkingMinutes => clock.After(from, count),
        AmountUnit.WorkingDays when count == 0 => EndOfDayOrWork(clock.DayOf(from)),
        AmountUnit.WorkingDays => clock.EndOfWork(clock.Days.Worked(clock.DayOf(from), count)),
        AmountUnit.Days => EndOf(clock.DayOf(from).AddDays(count)),
        AmountUnit.Months => EndOf(clock.DayOf(from).AddMonths(count)),
    };

    // No working day after a day that is off: its end.
    private DateTimeOffset EndOfDayOrWork(DateOnly day) => clock.Days.IsWorked(day) ? clock.EndOfWork(day) : clock.EndOf(day).AddSeconds(1);

    // Due moves by each minute before it for which the clock stood; by worked ones alone where work is counted.
    private DateTimeOffset Postponed(
        AmountUnit unit, DateTimeOffset start, DateTimeOffset due, DateTimeOffset? stop, ImmutableArray<PauseParty> parties)
    {
        if (parties.IsEmpty || !events.Any(e => e.Kind is EventKind.Paused)) return due;
        for (var minute = start; minute < due && minute < (stop ?? now) && minute < now; minute = minute.AddMinutes(1))
            if (Stands(minute, parties) && (!Works(unit) || clock.Works(minute)))
                due = Works(unit) ? clock.After(due, 1) : due.AddMinutes(1);
        return due;
    }

    // What one of these parties did last, up to this minute, was to pause; at one instant the resumption wins.
    private bool Stands(DateTimeOffset minute, ImmutableArray<PauseParty> parties)
    {
        foreach (var party in parties)
        {
            CaseEvent? last = null;
            foreach (var e in events)
                if (IsOf(e, party) && e.At <= minute && e.At <= now && (last is not { } l || (e.At, e.Kind).CompareTo((l.At, l.Kind)) > 0))
                    last = e;
            if (last?.Kind is EventKind.Paused) return true;
        }
        return false;
    }

    private static bool IsOf(CaseEvent e, PauseParty party) =>
        e.Kind is EventKind.Paused && e.Party == party || e.Kind is EventKind.Resumed && (e.Party ?? party) == party;

    private DateTimeOffset? First(ImmutableArray<EventKind> kinds, DateTimeOffset from, ImmutableArray<EventKind> later) => events
        .Where(e => kinds.Contains(e.Kind) && e.At <= now && (later.Contains(e.Kind) ? e.At > from : e.At >= from))
        .Select(e => (DateTimeOffset?)e.At).Min();

    private IEnumerable<CaseEvent> Those(ImmutableArray<EventKind> kinds) => events.Where(e => kinds.Contains(e.Kind));

    private int? CountOf(Amount amount) => amount.FromContract is not { } name ? amount.Count
        : @case.Contract.TryGetValue(name, out var count) ? count : null;

    private static bool Works(AmountUnit unit) => unit is AmountUnit.WorkingMinutes or AmountUnit.WorkingDays;

    private static DateOnly DayOf(DateOnly month, int day) =>
        new(month.Year, month.Month, Math.Min(day, DateTime.DaysInMonth(month.Year, month.Month)));

    private static DateOnly Yearly(Timing.EveryYear grid, DateOnly first, int k) => Enumerable.Range(first.Year, k + 2)
        .SelectMany(year => grid.By.Select(d => DayOf(new(year, d.Month, 1), d.Day))).Order().Where(d => d >= first).ElementAt(k - 1);

    private DateTimeOffset EndOf(PromiseRule rule)
    {
        if (rule.Until is not { } end || !Those(end.After).Any()) return DateTimeOffset.MaxValue;
        return EndOf(clock.Days.After(clock.DayOf(Those(end.After).Min(e => e.At)), end.Span));
    }

    // Far from what happens no minute is written down.
    private DateTimeOffset EndOf(DateOnly day)
    {
        if (clock.Covers(day)) return clock.EndOf(day);
        var evening = day.ToDateTime(new TimeOnly(23, 59, 59));
        return new(evening, charter.Zone.GetUtcOffset(evening));
    }

    private bool Fits(CaseScope scope) =>
        (scope.Categories.IsEmpty || @case.Category is { } category && scope.Categories.Contains(category))
        && (scope.Modes.IsEmpty || scope.Modes.Contains(@case.Mode))
        && (scope.Channels.IsEmpty || @case.Channel is null || scope.Channels.Contains(@case.Channel.Value))
        && (scope.Zones.IsEmpty || scope.Zones.Contains(ZoneOf()))
        && (scope.Regions.IsEmpty || scope.Regions.Any(IsIn))
        && (scope.Priorities.IsEmpty || scope.Priorities.Contains(@case.Priority))
        && (scope.Special is null || scope.Special == @case.Special)
        && (scope.ReportedWithin is not { } within || @case.Mode is { } mode && mode == within.OrMode || IsWithin(within));

    private Zone ZoneOf() => @case.Zone ?? (IsIn("city") ? Zone.City : IsIn("county") ? Zone.County : Zone.Other);

    private bool IsIn(string region) => @case.RegionCode is { } code && charter.Regions.Any(r => r.Code == region
        && r.Prefixes.Any(p => code.StartsWith(p, StringComparison.Ordinal))
        && !r.Except.Any(p => code.StartsWith(p, StringComparison.Ordinal)));

    private bool IsWithin(ReportedWithin within)
    {
        if (!Those([within.Of]).Any() || !Those([EventKind.Reported]).Any()) return false;
        var (first, report) = (clock.DayOf(Those([within.Of]).Min(e => e.At)), clock.DayOf(Those([EventKind.Reported]).Min(e => e.At)));
        return report >= first && report <= clock.Days.After(first, within.Span);
    }
}
