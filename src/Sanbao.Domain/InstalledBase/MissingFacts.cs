using System.Collections.Immutable;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.InstalledBase;

/// <summary>What was not known of a unit and is now: only what is given is taken over.</summary>
public sealed record MissingFacts
{
    /// <summary>None of them may be given; a program may say so by null.</summary>
    public UnitDates Dates { get; init => field = value ?? UnitDates.None; } = UnitDates.None;
    /// <summary>Kinds of proof that are at hand besides those known.</summary>
    public ImmutableArray<string> Evidence { get; init; } = [];
    public DateOnly? Supplied { get; init; }
    /// <summary>When the maker of a component of its own origin supplied it, and which of the unit's components it is.</summary>
    public DateOnly? ComponentSupplied { get; init; }
    public Guid? ComponentId { get; init; }
    public int? UsageHours { get; init; }
    public int? UsageKilometres { get; init; }
    public int? UsageCycles { get; init; }

    /// <summary>Nothing is given.</summary>
    public bool IsEmpty => Dates == UnitDates.None && Evidence.IsDefaultOrEmpty && Supplied is null && ComponentSupplied is null
        && UsageHours is null && UsageKilometres is null && UsageCycles is null;

    /// <summary>The dates that are known and those that are given; a known date stays.</summary>
    internal UnitDates With(UnitDates known) => new()
    {
        ExFactory = known.ExFactory ?? Dates.ExFactory, Shipped = known.Shipped ?? Dates.Shipped,
        Delivered = known.Delivered ?? Dates.Delivered, Sold = known.Sold ?? Dates.Sold, Invoiced = known.Invoiced ?? Dates.Invoiced,
        Received = known.Received ?? Dates.Received, Commissioned = known.Commissioned ?? Dates.Commissioned,
        Accepted = known.Accepted ?? Dates.Accepted, PickedUp = known.PickedUp ?? Dates.PickedUp,
        Replaced = known.Replaced ?? Dates.Replaced, Exchanged = known.Exchanged ?? Dates.Exchanged,
        PaidRepair = known.PaidRepair ?? Dates.PaidRepair,
    };

    /// <summary>What is new beside the dates, as the journal keeps it.</summary>
    internal IEnumerable<(string, object?)> NewFor(Equipment unit, Component? component)
    {
        foreach (var kind in Evidence.Except(unit.Evidence)) yield return ("evidence", kind);
        if (unit.Supplied is null && Supplied is { } supplied) yield return ("supplied", supplied);
        if (component?.Supplied is null && ComponentSupplied is { } own) yield return ("componentSupplied", own);
        if (UsageHours is { } hours && hours != unit.UsageHours) yield return ("usageHours", hours);
        if (UsageKilometres is { } kilometres && kilometres != unit.UsageKilometres) yield return ("usageKilometres", kilometres);
        if (UsageCycles is { } cycles && cycles != unit.UsageCycles) yield return ("usageCycles", cycles);
    }

    /// <summary>What somebody else entered meanwhile is not written over: it is told at its field.</summary>
    internal void CheckAgainst(Equipment unit, FieldErrors errors)
    {
        var known = LifeDates.All(unit.Dates).ToDictionary(d => d.Field, d => d.Day);
        foreach (var (field, day) in LifeDates.All(Dates))
            errors.When(known.TryGetValue(field, out var there) && there != day, field, "unit.known-already", there);
        var otherSupply = unit.Supplied is { } supplied && Supplied is not null && supplied != Supplied;
        errors.When(otherSupply, "supplied", "unit.known-already", unit.Supplied ?? default);
        errors.Day(Supplied, "supplied");
        errors.Day(ComponentSupplied, "componentSupplied");
        errors.When(UsageHours < 0, "usageHours", "field.negative");
        errors.When(UsageKilometres < 0, "usageKilometres", "field.negative");
        errors.When(UsageCycles < 0, "usageCycles", "field.negative");
    }
}
