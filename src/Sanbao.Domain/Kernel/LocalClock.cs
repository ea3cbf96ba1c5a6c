namespace Sanbao.Domain.Kernel;

/// <summary>
/// Converts between instants and the wall clock of one zone. Instants are UTC ticks, wall times are ticks of the local date and
/// time. A wall time that the zone skips stands for the instant of the jump; one that occurs twice for its first or its second
/// occurrence, as asked. Instants within two days of the ends of the calendar are moved inside, so that nothing overflows.
/// </summary>
public sealed class LocalClock
{
    /// <summary>The last instant that is told apart; what would lie later is due then.</summary>
    public static readonly long EndOfTime = DateTime.MaxValue.Ticks - 2 * TimeSpan.TicksPerDay;
    private static readonly long BeginningOfTime = 2 * TimeSpan.TicksPerDay;

    private readonly TimeZoneInfo zone;
    private readonly long constantFrom;     // UTC ticks from which the offset never changes again (China: since 1991)
    private readonly long constantOffset;

    public LocalClock(TimeZoneInfo zone)
    {
        this.zone = zone;
        constantFrom = LastChange(zone);
        constantOffset = zone.BaseUtcOffset.Ticks;
    }

    /// <summary>The offset never changes on or after this instant.</summary>
    internal bool IsConstantFrom(long utc) => utc >= constantFrom;

    /// <summary>The offset is the same at the beginnings of two local days. Near enough in time, it did not change between.</summary>
    internal bool SameOffset(int day, int other) =>
        OffsetAt(Clamp(day * TimeSpan.TicksPerDay - constantOffset)) == OffsetAt(Clamp(other * TimeSpan.TicksPerDay - constantOffset));

    public long LocalOf(long utc)
    {
        utc = Clamp(utc);
        return utc + OffsetAt(utc);
    }

    public DateOnly DayOf(long utc) => DateOnly.FromDayNumber((int)(LocalOf(utc) / TimeSpan.TicksPerDay));

    /// <param name="second">Of a wall time that occurs twice the second occurrence is meant: right for ends, wrong for beginnings.</param>
    public long UtcOf(long local, bool second)
    {
        var fast = local - constantOffset;
        if (fast >= constantFrom + TimeSpan.TicksPerDay) return Clamp(fast);
        return Resolve(local, second);
    }

    /// <summary>The instant up to which the wall clock reads less than this: the end, exclusive, of what ends at a wall time.</summary>
    public long UtcBefore(long local)
    {
        var fast = local - constantOffset;
        if (fast >= constantFrom + TimeSpan.TicksPerDay) return Clamp(fast);
        return Math.Min(Resolve(local, second: true), Resolve(local - 1, second: true) + 1);
    }

    /// <summary>23:59:59 of a local day.</summary>
    public long EndOf(DateOnly day) => UtcOf((day.DayNumber + 1L) * TimeSpan.TicksPerDay - TimeSpan.TicksPerSecond, second: true);

    /// <summary>The instant with the zone's offset.</summary>
    public DateTimeOffset At(long utc)
    {
        utc = Clamp(utc);
        var offset = OffsetAt(utc);
        return new(utc + offset, new TimeSpan(offset));
    }

    private static long Clamp(long utc) => utc < BeginningOfTime ? BeginningOfTime : utc > EndOfTime ? EndOfTime : utc;

    private long OffsetAt(long utc) =>
        utc >= constantFrom ? constantOffset : zone.GetUtcOffset(new DateTime(utc, DateTimeKind.Utc)).Ticks;

    // Offsets a day earlier and later bracket any single change near the wall time.
    private long Resolve(long local, bool second)
    {
        var before = local - OffsetAt(Clamp(local - constantOffset - TimeSpan.TicksPerDay));
        var after = local - OffsetAt(Clamp(local - constantOffset + TimeSpan.TicksPerDay));
        bool firstReads = LocalOf(before) == local, secondReads = LocalOf(after) == local;
        return (firstReads, secondReads) switch
        {
            (true, true) => second ? Math.Max(before, after) : Math.Min(before, after),
            (true, false) => before,
            (false, true) => after,
            (false, false) => Clamp(before) == before && Clamp(after) == after ? Jump(after, before) : Clamp(before),
        };
    }

    // The instant of the change between an instant with the old offset and a later one with the new: the first with the new one.
    private long Jump(long old, long changed)
    {
        var offset = OffsetAt(changed);
        while (changed - old > 1)
        {
            var middle = old + (changed - old) / 2;
            if (OffsetAt(middle) == offset) changed = middle; else old = middle;
        }
        return changed;
    }

    private static long LastChange(TimeZoneInfo zone)
    {
        var last = DateTime.MinValue;
        foreach (var rule in zone.GetAdjustmentRules())
            if ((rule.DaylightDelta != TimeSpan.Zero || rule.BaseUtcOffsetDelta != TimeSpan.Zero) && rule.DateEnd > last)
                last = rule.DateEnd;
        return last == DateTime.MinValue
            ? 0 : last.Year > 9000 ? long.MaxValue - 2 * TimeSpan.TicksPerDay : last.Ticks + 2 * TimeSpan.TicksPerDay;
    }
}
