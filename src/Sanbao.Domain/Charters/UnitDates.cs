namespace Sanbao.Domain.Charters;

/// <summary>The dates in a unit's life that are known.</summary>
public sealed record UnitDates
{
    public static UnitDates None { get; } = new();

    public DateOnly? ExFactory { get; init; }
    public DateOnly? Shipped { get; init; }
    public DateOnly? Delivered { get; init; }
    public DateOnly? Sold { get; init; }
    public DateOnly? Invoiced { get; init; }
    public DateOnly? Received { get; init; }
    public DateOnly? Commissioned { get; init; }
    public DateOnly? Accepted { get; init; }
    public DateOnly? PickedUp { get; init; }
    public DateOnly? Replaced { get; init; }
    public DateOnly? Exchanged { get; init; }
    public DateOnly? PaidRepair { get; init; }
}
