using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Promises;
using static Sanbao.Domain.Tests.Promises.ByHand;

namespace Sanbao.Domain.Tests.Promises;

/// <summary>Random cases for properties: events of some days around one report, and charters with rules of every kind in three
/// zones.</summary>
internal static class Cases
{
    private static readonly PauseParty[] Everybody = Enum.GetValues<PauseParty>();

    private static readonly TimeZoneInfo[] Zones =
        [Shared.China, TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"), TimeZoneInfo.FindSystemTimeZoneById("America/New_York")];

    /// <summary>A rule of every kind of timing, paused by everybody, cancelled by closing.</summary>
    public static ImmutableArray<Charter> Charters { get; } = [.. Zones.Select(zone => Charter(
    [
        .. Enum.GetValues<AmountUnit>().Select(unit =>
            Paused(PromiseCode.Solution, After(Count(unit), unit, EventKind.Reported), EventKind.Solved)),
        Paused(PromiseCode.Arrival, AfterLast(300, AmountUnit.Minutes, EventKind.Reported, EventKind.Agreed), EventKind.Arrived),
        Paused(PromiseCode.VisitNotice, Before(1, AmountUnit.Days, EventKind.Appointed), EventKind.Noticed),
        Paused(PromiseCode.MonthlyCall, new Timing.EveryMonths(1, [EventKind.Sold]), EventKind.Called),
        Paused(PromiseCode.Loaner, new Timing.WhenMissed(PromiseCode.Arrival), EventKind.LoanerReturned) with { OpenEnded = true },
    ]) with { Zone = zone })];

    public static Gen<Charter> AnyCharter { get; } = Gen.Elements(Charters.AsEnumerable());

    // Half of the events fall on the week before last Sunday of October 2026, when the clocks go back in Berlin.
    public static Gen<DateTimeOffset> AnyInstant { get; } = Gen.OneOf(
        Gen.Choose(0, 10 * 24 * 60).Select(m => Shared.At("2026-10-20 00:00").AddMinutes(m)),
        Gen.Choose(0, 10 * 24).Select(h => Shared.At("2026-10-20 00:00").AddHours(h)),
        Gen.Choose(0, 300).Select(d => Shared.At("2026-03-01 09:00").AddDays(d)));

    public static Gen<CaseEvent[]> AnyEvents { get; } = Event().ArrayOf(Gen.Choose(0, 12));

    /// <summary>Pauses and resumptions alone.</summary>
    public static Gen<CaseEvent[]> AnyPauses { get; } = Pause().ArrayOf(Gen.Choose(0, 8));

    private static Gen<CaseEvent[]> ArrayOf(this Gen<CaseEvent> gen, Gen<int> length) => length.SelectMany(n => Gen.ArrayOf(gen, n));

    private static Gen<CaseEvent> Event() => Gen.Frequency(
        (3, AnyInstant.Select(at => new CaseEvent(EventKind.Reported, at))),
        (6, Gen.Elements(EventKind.Agreed, EventKind.Appointed, EventKind.Sold, EventKind.Solved, EventKind.Arrived, EventKind.Noticed,
            EventKind.Called,
            EventKind.LoanerReturned, EventKind.Closed).Zip(AnyInstant).Select(x => new CaseEvent(x.Item1, x.Item2))),
        (4, Pause()));

    private static Gen<CaseEvent> Pause() =>
        Gen.Elements(EventKind.Paused, EventKind.Resumed).Zip(AnyInstant).Zip(Gen.Elements(Everybody))
            .Select(x => new CaseEvent(x.Item1.Item1, x.Item1.Item2, x.Item2));

    private static PromiseRule Paused(PromiseCode code, Timing timing, params EventKind[] metBy) =>
        Rule(code, timing, metBy).PausedBy(Everybody).CancelledBy(EventKind.Closed) with { Key = $"{code} {timing}" };

    private static int Count(AmountUnit unit) => unit switch
    {
        AmountUnit.Minutes => 36 * 60,
        AmountUnit.WorkingMinutes => 12 * 60,
        AmountUnit.WorkingDays => 3,
        AmountUnit.Days => 4,
        AmountUnit.Months => 1,
    };
}
