namespace Sanbao.Web.Features.Demo;

/// <summary>A call that is to be told.</summary>
/// <param name="Fault">What it is about; null: any fault, or a question.</param>
/// <param name="Until">The story stops before this step; null: it runs to its end or to the present.</param>
/// <param name="Engineer">Who goes; null: whoever knows the customer.</param>
/// <param name="Appointment">For when; null: the next time that is free.</param>
internal sealed record DemoCall(
    DemoUnit Unit, DemoFault? Fault, DateTimeOffset ReportedAt, int? Until = null, Actor? Engineer = null,
    DateTimeOffset? Appointment = null);

/// <summary>
/// The calls of the last hours, placed by hand: whoever starts the demo at any hour sees clocks that run, some that are due soon and some
/// that are overdue, and each engineer visits that wait for him.
/// </summary>
internal sealed class DemoPresent(DemoStage stage, DemoUnit[] units, Func<DateTimeOffset, DateOnly> dayOf)
{
    private const int Unanswered = 0, Guided = 1, Assigned = 2, Planned = 4, Underway = 5, Arrived = 6;

    // Charter, minutes ago, and how far it is.
    private static readonly (string Charter, int Ago, int Until)[] Placed =
    [
        ("S0", 4320, Planned), ("S9", 1500, Planned), ("S0", 2760, Planned), ("S6", 4200, Planned), ("JC", 3000, Assigned),
        ("S0", 1380, Planned), ("JC", 1700, Planned), ("S9", 660, Planned), ("JC", 900, Planned), ("S9", 240, Planned),
        ("S0", 200, Unanswered), ("S0", 135, Unanswered), ("S6", 150, Guided), ("S0", 95, Unanswered), ("S9", 75, Assigned),
        ("S0", 60, Unanswered), ("S9", 40, Unanswered), ("JC", 30, Unanswered), ("S0", 15, Unanswered), ("S9", 8, Unanswered),
    ];

    // What an engineer is doing right now, while people work.
    private static readonly (int Engineer, int Until, int BegunMinutesAgo)[] Doing = [(0, Arrived, 35), (1, Underway, -15)];

    private readonly Dictionary<string, int> used = [];

    public IEnumerable<DemoCall> Calls() =>
        [.. Visits(), .. Placed.Select((p, i) => Call(p.Charter, p.Ago, p.Until, i)).OfType<DemoCall>()];

    private IEnumerable<DemoCall> Visits()
    {
        foreach (var (index, until, begun) in Doing)
        {
            var engineer = stage.People.Engineers[index];
            if (stage.Diary.BookNow(engineer, stage.Now, TimeSpan.FromMinutes(begun)) is { } appointment
                && Call(DemoCharter.Own, 1300, until, index) is { } call)
                yield return call with { Appointment = appointment };
        }
    }

    /// <summary>Null: nobody has such a unit.</summary>
    private DemoCall? Call(string charter, int ago, int until, int index)
    {
        var at = stage.Now.AddMinutes(-ago);
        var own = units.Where(u => DemoCharter.Of(u.Product.Line) == charter && u.InUse < dayOf(at)).ToArray();
        if (own.Length == 0) return null;
        var unit = own[used[charter] = (used.GetValueOrDefault(charter, -3) + 3) % own.Length];
        var engineers = stage.People.Engineers;
        // What a telephone does not cure, so that it stays open.
        var fault = stage.Dice.Of(DemoFaults.Of(unit.Product.Line));
        return new(unit, fault, at, until, engineers[index % engineers.Length]);
    }
}
