using System.Collections.Immutable;
using Sanbao.Domain.Charters;

namespace Sanbao.Domain.Promises;

/// <summary>A scope made ready: each list a mask of bits, zero asking nothing.</summary>
internal sealed class BoundScope
{
    private const ulong Reported = 1UL << (int)EventKind.Reported;

    private readonly bool asksNothing;
    private readonly int categories, modes, channels, zones, priorities;
    private readonly bool? special;
    private readonly Region[]? regions;
    private readonly ReportedWithin? within;

    public BoundScope(CaseScope scope, PromiseBook book)
    {
        categories = Mask(scope.Categories, c => (int)c);
        modes = Mask(scope.Modes, ModeBit);
        channels = Mask(scope.Channels, c => (int)c);
        zones = Mask(scope.Zones, z => (int)z);
        priorities = Mask(scope.Priorities, p => (int)p);
        special = scope.Special;
        regions = scope.Regions.IsEmpty ? null : [.. book.Charter.Regions.Where(r => scope.Regions.Contains(r.Code))];
        within = scope.ReportedWithin;
        asksNothing = (categories | modes | channels | zones | priorities) == 0 && special is null && regions is null && within is null;
    }

    public bool Fits(in Reading reading) => asksNothing || FitsCase(reading) && FitsRegion(reading.Case.RegionCode) && FitsReport(reading);

    private bool FitsCase(in Reading reading)
    {
        var c = reading.Case;
        return (categories == 0 || c.Category is { } category && Has(categories, (int)category))
            && (modes == 0 || Has(modes, ModeBit(c.Mode)))
            && (channels == 0 || c.Channel is not { } channel || Has(channels, (int)channel))
            && (zones == 0 || Has(zones, (int)reading.Zone))
            && (priorities == 0 || Has(priorities, (int)c.Priority))
            && (special is null || special == c.Special);
    }

    private bool FitsRegion(string? code)
    {
        if (regions is null) return true;
        if (code is null) return false;
        foreach (var region in regions)
            if (region.Contains(code)) return true;
        return false;
    }

    // The days are those of the wall clock; the day of the first event counts as day 0, so that a report before it does not fit.
    private bool FitsReport(in Reading reading)
    {
        if (within is null) return true;
        if (within.OrMode is { } mode && reading.Case.Mode == mode) return true;
        var since = reading.Events.EarliestOfUnitToo(1UL << (int)within.Of);
        var report = reading.Events.Earliest(Reported);
        if (!since.Exists || !report.Exists) return false;
        DateOnly day = reading.Clock.DayOf(report.At), first = reading.Clock.DayOf(since.At);
        return day >= first && day <= within.Span.LastDayFrom(first, reading.Book.Charter.Calendar);
    }

    private static int ModeBit(ServiceMode? mode) => mode is { } chosen ? 1 + (int)chosen : 0;

    private static bool Has(int mask, int bit) => (mask & 1 << bit) != 0;

    private static int Mask<T>(ImmutableArray<T> list, Func<T, int> bit) => list.Aggregate(0, (mask, item) => mask | 1 << bit(item));
}
