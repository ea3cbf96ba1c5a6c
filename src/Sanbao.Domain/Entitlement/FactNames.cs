using Sanbao.Domain.Charters;

namespace Sanbao.Domain.Entitlement;

/// <summary>Which kind of fact a date or a reading is.</summary>
public static class FactNames
{
    public static Fact AsFact(this UnitDate date) => date switch
    {
        UnitDate.ExFactory => Fact.ExFactory,
        UnitDate.Shipped => Fact.Shipped,
        UnitDate.Delivered => Fact.Delivered,
        UnitDate.Sold => Fact.Sold,
        UnitDate.Invoiced => Fact.Invoiced,
        UnitDate.Received => Fact.Received,
        UnitDate.Commissioned => Fact.Commissioned,
        UnitDate.Accepted => Fact.Accepted,
        UnitDate.PickedUp => Fact.PickedUp,
        UnitDate.Supplied => Fact.Supplied,
        UnitDate.Replaced => Fact.Replaced,
        UnitDate.Exchanged => Fact.Exchanged,
        UnitDate.PaidRepair => Fact.PaidRepair,
    };

    public static Fact AsFact(this UsageKind usage) => usage switch
    {
        UsageKind.Hours => Fact.UsageHours,
        UsageKind.Kilometres => Fact.UsageKilometres,
        UsageKind.Cycles => Fact.UsageCycles,
    };

    /// <summary>
    /// It need not have happened: where such a date is not known there was no exchange, no replacement, no paid repair, and nothing is
    /// missing.
    /// </summary>
    internal static bool MayNeverHappen(this UnitDate date) => date is UnitDate.Replaced or UnitDate.Exchanged or UnitDate.PaidRepair;

    /// <summary>Where it is not said, that is the ordinary case and not worth a word.</summary>
    internal static bool IsUsuallyAbsent(this Fact fact) => fact
        is Fact.ComponentClass or Fact.Sector or Fact.Replaced or Fact.Exchanged or Fact.PaidRepair or Fact.Wanted or Fact.Voided
            or Fact.Goodwill;

    /// <summary>The facts with that date known; null where the fact is no date.</summary>
    internal static Facts? WithDate(this Facts facts, Fact date, DateOnly day) => date switch
    {
        Fact.ExFactory => facts with { Dates = facts.Dates with { ExFactory = day } },
        Fact.Shipped => facts with { Dates = facts.Dates with { Shipped = day } },
        Fact.Delivered => facts with { Dates = facts.Dates with { Delivered = day } },
        Fact.Sold => facts with { Dates = facts.Dates with { Sold = day } },
        Fact.Invoiced => facts with { Dates = facts.Dates with { Invoiced = day } },
        Fact.Received => facts with { Dates = facts.Dates with { Received = day } },
        Fact.Commissioned => facts with { Dates = facts.Dates with { Commissioned = day } },
        Fact.Accepted => facts with { Dates = facts.Dates with { Accepted = day } },
        Fact.PickedUp => facts with { Dates = facts.Dates with { PickedUp = day } },
        Fact.Replaced => facts with { Dates = facts.Dates with { Replaced = day } },
        Fact.Exchanged => facts with { Dates = facts.Dates with { Exchanged = day } },
        Fact.PaidRepair => facts with { Dates = facts.Dates with { PaidRepair = day } },
        Fact.Supplied =>
            facts with { Product = facts.Product with { Supplied = day }, Component = facts.Component with { Supplied = day } },
        _ => null,
    };
}
