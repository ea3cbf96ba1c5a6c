using Microsoft.EntityFrameworkCore;
using Sanbao.Domain.Entitlement;
using Sanbao.Domain.InstalledBase;
using Sanbao.Domain.Kernel;

namespace Sanbao.Data;

/// <summary>Loads a unit with all that a judgement reads of it: one query for the unit, one for its history.</summary>
public static class UnitLoading
{
    /// <summary>The unit with product, customer, contract and components, tracked; null when there is none or the actor may not see
    /// it.</summary>
    public static Task<Equipment?> FindUnitAsync(this ServiceDb db, Guid id, Actor actor, CancellationToken cancel = default) =>
        WithFacts(db, actor).SingleOrDefaultAsync(u => u.Id == id, cancel);

    /// <summary>The same by serial number, however it was typed.</summary>
    public static Task<Equipment?> FindUnitAsync(this ServiceDb db, string serial, Actor actor, CancellationToken cancel = default)
    {
        var key = TextKey.Serial(serial);
        return WithFacts(db, actor).SingleOrDefaultAsync(u => u.SerialKey == key, cancel);
    }

    /// <summary>
    /// The repairs of covered faults on record before a fault was reported: each that is followed by another fault did not cure.
    /// </summary>
    /// <param name="except">The request that is judged itself; null: none yet.</param>
    public static async Task<RepairHistory> RepairHistoryAsync(
        this ServiceDb db, Guid equipmentId, DateTimeOffset before, Guid? except = null, CancellationToken cancel = default)
    {
        var repairs = await db.Requests
            .Where(r => r.EquipmentId == equipmentId && r.FailedRepairs > 0 && r.ReportedAt < before && r.Id != except)
            .GroupBy(r => r.EquipmentId).Select(g => new { Count = g.Sum(r => r.FailedRepairs), Days = g.Sum(r => r.FailedRepairDays) })
            .SingleOrDefaultAsync(cancel);
        return repairs is null ? RepairHistory.None : new(repairs.Count, null, repairs.Days);
    }

    private static IQueryable<Equipment> WithFacts(ServiceDb db, Actor actor) => db.Equipment.VisibleTo(actor)
        .Include(u => u.Product).Include(u => u.Customer).Include(u => u.Contract).Include(u => u.Components).AsSingleQuery();
}
