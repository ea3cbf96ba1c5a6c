namespace Sanbao.Web.Features.Demo;

/// <summary>
/// The calls of the last hours, placed by hand: whoever starts the demo at any hour sees clocks that run, some that are due soon and some
/// that are overdue.
/// </summary>
internal sealed class DemoPresent(DemoUnit[] units, DateTimeOffset now)
{
    // Charter, minutes ago, and how many steps were done: 0 not answered, 1 guided, 2 assigned, 3 mode chosen, 4 visit planned.
    private static readonly (string Charter, int Ago, int Until)[] Placed =
    [
        ("S0", 4320, 4), ("S9", 1500, 4), ("S0", 2760, 4), ("S6", 4200, 4), ("S6", 2600, 2), ("S0", 1380, 4), ("S9", 660, 4), ("S9", 240, 4), ("S0", 200, 0),
        ("S0", 135, 0), ("S6", 150, 1), ("S0", 95, 0), ("S9", 75, 2), ("S0", 60, 0), ("S9", 40, 0), ("S6", 25, 0), ("S0", 15, 0), ("S9", 8, 0),
    ];

    public IEnumerable<(DemoUnit Unit, DateTimeOffset ReportedAt, int Until)> Calls()
    {
        var used = new Dictionary<string, int>();
        foreach (var (charter, ago, until) in Placed)
        {
            var own = units.Where(u => u.Owner.Charter == charter && u.Unit.Dates.Delivered is not null).Skip(used.GetValueOrDefault(charter)).FirstOrDefault();
            if (own is null) continue;
            used[charter] = used.GetValueOrDefault(charter) + 3;
            yield return (own, now.AddMinutes(-ago), until);
        }
    }
}
