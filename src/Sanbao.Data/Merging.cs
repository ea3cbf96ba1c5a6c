using Microsoft.EntityFrameworkCore;
using Sanbao.Data.Journal;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Customers;
using Sanbao.Domain.Kernel;

namespace Sanbao.Data;

/// <summary>
/// What the store does when two customers become one. To whom a document belongs is not edited by it, so its version does not move on; its
/// journal says it, as it says every change of what is stored, and both customers' journals say how many (docs/decisions/0018).
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

    /// <summary>Moves contracts, units with their history, requests, sign-ins and earlier merges. Runs in the transaction of the
    /// merge.</summary>
    /// <returns>Without contacts and sites, which the customers move themselves.</returns>
    public static async Task<Moved> MoveAsync(
        this ServiceDb db, Customer from, Customer into, Actor by, DateTimeOffset now, CancellationToken cancel = default)
    {
        var old = from.Id;
        var requests = await db.Requests.Where(r => r.CustomerId == old).OrderBy(r => r.Id).ToListAsync(cancel);
        requests.ForEach(r => r.FollowCustomer(into, by, now));
        var contracts = await db.Contracts.Where(c => c.CustomerId == old).OrderBy(c => c.Id).ToListAsync(cancel);
        contracts.ForEach(c => c.FollowCustomer(into, by, now));
        var units = await db.Equipment.Where(u => u.CustomerId == old || u.Moves.Any(m => m.CustomerId == old))
            .Include(u => u.Moves).OrderBy(u => u.Id).ToListAsync(cancel);
        var owned = units.Count(u => u.CustomerId == old);
        units.ForEach(u => u.FollowCustomer(old, into, by, now));
        var earlier = await db.Customers.Where(c => c.MergedIntoId == old).ToListAsync(cancel);
        earlier.ForEach(c => c.FollowMerge(into, by, now));
        return new(0, 0, contracts.Count, owned, requests.Count, await MoveSignInsAsync(db, from, into, by, now, cancel));
    }

    private static async Task<int> MoveSignInsAsync(
        ServiceDb db, Customer from, Customer into, Actor by, DateTimeOffset now, CancellationToken cancel)
    {
        var accounts = await db.Accounts.Where(a => a.CustomerId == from.Id).ToListAsync(cancel);
        accounts.ForEach(a => a.CustomerId = into.Id);
        var tokens = await db.ApiTokens.Where(t => t.CustomerId == from.Id).ToListAsync(cancel);
        tokens.ForEach(t => t.FollowCustomer(into.Id));
        var moved = accounts.Count + tokens.Count;
        if (moved == 0) return 0;
        await CompanyJournal.NoteAsync(
            db, "customer.sign-ins-moved", by, now, ("customer", from.Name), ("into", into.Name), ("signIns", moved));
        return moved;
    }

    /// <summary>The charters attached to the one that goes hold for the one that stays.</summary>
    public static async Task PassChartersAsync(this ServiceDb db, Customer from, Customer into, Actor by, DateTimeOffset now,
        CancellationToken cancel = default)
    {
        var key = from.Id.ToString();
        foreach (var attached in await db.AttachedCharters.Where(a => a.Level == AttachmentLevel.Customer && !a.Withdrawn && a.Key == key)
            .ToListAsync(cancel))
            attached.PassTo(into, by, now);
    }
}
