namespace Sanbao.Domain.Charters;

/// <summary>The dates in a unit's life that are known.</summary>
public sealed record UnitDates
{
    public static UnitDates None { get; } = new();

    /// <summary>Left the factory: the cap of many terms counts from it (S1).</summary>
    public DateOnly? ExFactory { get; init; }
    /// <summary>Sent to the customer or dealer.</summary>
    public DateOnly? Shipped { get; init; }
    public DateOnly? Delivered { get; init; }
    /// <summary>Sold to the user, where no invoice is at hand.</summary>
    public DateOnly? Sold { get; init; }
    /// <summary>Of the invoice: the purchase of consumer goods (S10, the law).</summary>
    public DateOnly? Invoiced { get; init; }
    /// <summary>Taken in by the customer.</summary>
    public DateOnly? Received { get; init; }
    public DateOnly? Commissioned { get; init; }
    /// <summary>Accepted with a signature (S7, S9).</summary>
    public DateOnly? Accepted { get; init; }
    /// <summary>Collected by the dealer: his own period towards the maker counts from it (S10).</summary>
    public DateOnly? PickedUp { get; init; }
    /// <summary>The component in question was replaced.</summary>
    public DateOnly? Replaced { get; init; }
    /// <summary>The unit came in exchange for another one; its period begins anew where the law or charter says so.</summary>
    public DateOnly? Exchanged { get; init; }
    /// <summary>The last repair that somebody paid for.</summary>
    public DateOnly? PaidRepair { get; init; }
}
