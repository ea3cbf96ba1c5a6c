using Microsoft.EntityFrameworkCore;
using Sanbao.Data.Search;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Customers;
using Sanbao.Domain.Kernel;

namespace Sanbao.Data;

/// <summary>
/// What the store does when two customers become one: one statement for each kind of document, however many there are. To whom a
/// document belongs is not edited by it, so neither its version nor its journal moves on; both customers' journals say how many (docs/decisions/0018).
/// </summary>
public static class Merging
{
    public static async Task<Entanglement> EntanglementAsync(this ServiceDb db, Guid one, Guid other, CancellationToken cancel = default)
    {
        string[] keys = [one.ToString(), other.ToString()];
        var charters = await db.AttachedCharters.Where(a => a.Level == AttachmentLevel.Customer && !a.Withdrawn && keys.Contains(a.Key))
            .Select(a => a.Key).Distinct().CountAsync(cancel);
        var signIns = await db.Accounts.AnyAsync(a => a.CustomerId == one || a.CustomerId == other, cancel)
            || await db.ApiTokens.AnyAsync(t => t.CustomerId == one || t.CustomerId == other, cancel);
        return new(charters == 2, signIns);
    }

    /// <summary>Moves contracts, units with their history, requests, sign-ins and earlier merges. Runs in the transaction of the merge.</summary>
    /// <returns>Without contacts and sites, which the customers move themselves.</returns>
    public static async Task<Moved> MoveAsync(this ServiceDb db, Customer from, Customer into, CancellationToken cancel = default)
    {
        var (old, id, name) = (from.Id, into.Id, into.Name);
        await RequestNames.AddAsync(db, from, name, cancel);
        var requests = await db.Requests.Where(r => r.CustomerId == old).ExecuteUpdateAsync(
            set => set.SetProperty(r => r.CustomerId, id).SetProperty(r => r.CustomerNow, r => r.CustomerName == name ? null : name), cancel);
        var contracts = await db.Contracts.Where(c => c.CustomerId == old).ExecuteUpdateAsync(set => set.SetProperty(c => c.CustomerId, id), cancel);
        var units = await db.Equipment.Where(u => u.CustomerId == old).ExecuteUpdateAsync(set => set.SetProperty(u => u.CustomerId, id), cancel);
        await db.Set<Domain.InstalledBase.EquipmentMove>().Where(m => m.CustomerId == old).ExecuteUpdateAsync(set => set.SetProperty(m => m.CustomerId, id), cancel);
        await db.Customers.Where(c => c.MergedIntoId == old).ExecuteUpdateAsync(set => set.SetProperty(c => c.MergedIntoId, id), cancel);
        var signIns = await db.Accounts.Where(a => a.CustomerId == old).ExecuteUpdateAsync(set => set.SetProperty(a => a.CustomerId, id), cancel)
            + await db.ApiTokens.Where(t => t.CustomerId == old).ExecuteUpdateAsync(set => set.SetProperty(t => t.CustomerId, id), cancel);
        return new(0, 0, contracts, units, requests, signIns);
    }

    /// <summary>The charters attached to the one that goes hold for the one that stays.</summary>
    public static async Task PassChartersAsync(this ServiceDb db, Customer from, Customer into, Actor by, DateTimeOffset now, CancellationToken cancel = default)
    {
        var key = from.Id.ToString();
        foreach (var attached in await db.AttachedCharters.Where(a => a.Level == AttachmentLevel.Customer && !a.Withdrawn && a.Key == key).ToListAsync(cancel))
            attached.PassTo(into, by, now);
    }
}
