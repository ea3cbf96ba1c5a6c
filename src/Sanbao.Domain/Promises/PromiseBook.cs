using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.Promises;

/// <summary>
/// A charter's promises made ready: lists as bit masks, region names resolved, the zone's clock and the calendar's working time.
/// Built once for each charter object and forgotten with it; it holds nothing that the charter does not say.
/// </summary>
internal sealed class PromiseBook
{
    private static readonly ConditionalWeakTable<Charter, PromiseBook> Books = [];

    private readonly Region? city;
    private readonly Region? county;

    private PromiseBook(Charter charter)
    {
        Charter = charter;
        Clock = new(charter.Zone);
        WorkingClock = new(charter.Calendar, Clock);
        city = charter.Regions.FirstOrDefault(r => r.Code == "city");
        county = charter.Regions.FirstOrDefault(r => r.Code == "county");
        Rules = Ordered([.. charter.Promises.Select(p => new BoundRule(p, this))]);
    }

    public static PromiseBook Of(Charter charter) => Books.GetValue(charter, static c => new(c));

    public Charter Charter { get; }
    public LocalClock Clock { get; }
    public WorkingClock WorkingClock { get; }

    /// <summary>Those started by another's miss stand behind it. Rules that wait for each other in a ring never start: left out.</summary>
    public BoundRule[] Rules { get; }

    /// <summary>The zone that was said, else that of the region; a place that is not known is elsewhere (S5).</summary>
    public Zone ZoneOf(Case @case)
    {
        if (@case.Zone is { } said) return said;
        if (@case.RegionCode is not { } code) return Zone.Other;
        if (city is not null && city.Contains(code)) return Zone.City;
        return county is not null && county.Contains(code) ? Zone.County : Zone.Other;
    }

    private static BoundRule[] Ordered(ImmutableArray<BoundRule> rules)
    {
        var ordered = new List<BoundRule>();
        var waiting = rules.ToList();
        while (waiting.Count > 0)
        {
            var ready = waiting.FindAll(r => !r.AwaitedPromises.Any(p => waiting.Exists(w => w.Rule.Code == p)));
            if (ready.Count == 0) break;
            ordered.AddRange(ready);
            waiting.RemoveAll(ready.Contains);
        }
        return [.. ordered];
    }
}
