using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Domain.Customers;

namespace Sanbao.Web.Features.Customers.Merging;

/// <summary>One of two customers as they are compared, and what hangs on it.</summary>
public sealed record MergeSide(Customer Customer, string? Salesperson, CappedCount Contracts, CappedCount Units, CappedCount Requests);

/// <summary>Two customers side by side.</summary>
/// <param name="WhyNot">What stands against merging them, whichever stays; null: nothing.</param>
/// <param name="Once">The page is the key: sent again it leads to what it did.</param>
public sealed record MergeView(MergeSide One, MergeSide Other, Refusal? WhyNot, Guid Once)
{
    public MergeSide[] Sides => [One, Other];

    public MergeSide Opposite(MergeSide side) => side == One ? Other : One;

    internal static async Task<MergeView> LoadAsync(ServiceDb db, Guid one, Guid other, Actor actor, DateTimeOffset now,
        CancellationToken cancel)
    {
        var (first, second) = (await SideAsync(db, one, actor, cancel), await SideAsync(db, other, actor, cancel));
        var whyNot = first.Customer.WhyNotTakeOver(second.Customer, await db.EntanglementAsync(one, other, cancel), actor);
        return new(first, second, whyNot, Guid.CreateVersion7(now));
    }

    private static async Task<MergeSide> SideAsync(ServiceDb db, Guid id, Actor actor, CancellationToken cancel)
    {
        var customer = await CustomerQueries.GetAsync(db, id, actor, cancel);
        return new(
            customer,
            customer.SalespersonId is { } sales
                ? await db.Accounts.AsNoTracking().Where(a => a.Id == sales).Select(a => a.DisplayName).FirstOrDefaultAsync(cancel) : null,
            await CappedCount.OfAsync(db.Contracts.Where(c => c.CustomerId == id), cancel),
            await CappedCount.OfAsync(db.Equipment.Where(u => u.CustomerId == id), cancel),
            await CappedCount.OfAsync(db.Requests.Where(r => r.CustomerId == id), cancel));
    }
}
