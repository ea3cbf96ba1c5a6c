using Sanbao.Domain.Charters;

namespace Sanbao.Domain.Promises;

/// <summary>A timing made ready: finds the deadlines that it has started.</summary>
internal abstract class BoundTiming
{
    /// <summary>None of these events, no deadline.</summary>
    public abstract ulong StartedBy { get; }

    public abstract void Judge(BoundRule rule, in Reading reading, Findings findings);

    public static BoundTiming Of(Timing timing) => timing switch
    {
        Timing.After { Before: true } before => new BeforeTiming(before),
        Timing.After after => new AfterTiming(after),
        Timing.EveryMonths grid => new GridTiming(new MonthsGrid(grid.Months), grid.From),
        Timing.EveryMonth grid => new GridTiming(new MonthDayGrid(grid.Day), grid.From),
        Timing.EveryYear grid => new GridTiming(new YearDaysGrid(grid.By), grid.From),
        Timing.WhenMissed missed => new WhenMissedTiming(missed.Promise),
        _ => throw new ArgumentOutOfRangeException(nameof(timing), timing, "A timing that the engine does not know."),
    };
}
