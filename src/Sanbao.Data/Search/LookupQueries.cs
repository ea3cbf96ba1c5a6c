using Microsoft.EntityFrameworkCore;
using Sanbao.Domain.Kernel;

namespace Sanbao.Data.Search;

/// <summary>By what a hit was found.</summary>
public enum LookupKind { Equipment, Customer, Contract, Product }

/// <summary>A unit, customer, contract or product that fits what was typed so far; a product's name stands for the customer's.</summary>
public sealed record LookupHit(
    LookupKind Kind, Guid Id, string Serial, string Model, Guid? CustomerId, string CustomerName, string Phone, string ContractNumber);

/// <summary>Finds unit, customer, contract or product while a clerk types a serial, phone, name, contract number or model (D2).</summary>
public static class LookupQueries
{
    private const int ShortestKey = 2;

    /// <summary>Units first, then contracts, customers and products; at most <paramref name="limit"/> of each.</summary>
    public static async Task<List<LookupHit>> LookUpAsync(this ServiceDb db, string typed, Actor actor, int limit = 8,
        CancellationToken cancel = default)
    {
        var hits = new List<LookupHit>();
        var key = TextKey.Serial(typed);
        if (key.Length >= ShortestKey)
        {
            hits.AddRange(await UnitsAsync(db, typed, actor, limit, cancel));
            hits.AddRange(await ContractsAsync(db, key, actor, limit, cancel));
            hits.AddRange(await CustomersAsync(db, typed, actor, limit, cancel));
            hits.AddRange(await ProductsAsync(db, typed, limit, cancel));
        }
        return [.. hits.DistinctBy(h => (h.Kind, h.Id))];
    }

    private static Task<List<LookupHit>> UnitsAsync(ServiceDb db, string typed, Actor actor, int limit, CancellationToken cancel) =>
        db.SearchSerials(typed).AsNoTracking().VisibleTo(actor).OrderBy(u => u.SerialKey).Take(limit)
            .Select(u => new LookupHit(LookupKind.Equipment, u.Id, u.Serial, u.Product!.Model, u.CustomerId,
                u.Customer == null
                    ? "" : u.Customer.Name, u.Customer == null ? "" : u.Customer.Phone, u.Contract == null ? "" : u.Contract.Number))
            .ToListAsync(cancel);

    private static Task<List<LookupHit>> ProductsAsync(ServiceDb db, string typed, int limit, CancellationToken cancel) =>
        db.SearchProducts(typed).AsNoTracking().OrderBy(p => p.ModelKey).Take(limit)
            .Select(p => new LookupHit(LookupKind.Product, p.Id, "", p.Model, null, p.Name, "", "")).ToListAsync(cancel);

    private static Task<List<LookupHit>> ContractsAsync(ServiceDb db, string key, Actor actor, int limit, CancellationToken cancel)
    {
        var end = EndOf(key);
        return db.Set<Domain.Customers.Contract>().AsNoTracking().VisibleTo(actor)
            .Where(c => string.Compare(c.NumberKey, key) >= 0 && string.Compare(c.NumberKey, end) < 0)
            .OrderBy(c => c.NumberKey).Take(limit)
            .Select(c => new LookupHit(LookupKind.Contract, c.Id, "", "", c.CustomerId, c.Customer!.Name, c.Customer.Phone, c.Number))
            .ToListAsync(cancel);
    }

    /// <summary>By name or telephone, their own or a contact's. The number that was typed is shown, where it is one of theirs.</summary>
    private static async Task<List<LookupHit>> CustomersAsync(ServiceDb db, string typed, Actor actor, int limit, CancellationToken cancel)
    {
        var found = await db.SearchCustomers(typed).AsNoTracking().VisibleTo(actor).OrderByDescending(c => c.Seq).Take(limit)
            .Select(c => new { c.Id, c.Name, c.Phone, Contacts = c.Contacts.Select(x => x.Phone) }).ToListAsync(cancel);
        var called = Telephones.Keys(typed);
        return found.ConvertAll(c => new LookupHit(LookupKind.Customer, c.Id, "", "", c.Id, c.Name,
            c.Contacts.Prepend(c.Phone).FirstOrDefault(phone => Telephones.Keys(phone).Intersect(called).Any()) ?? c.Phone, ""));
    }

    // Keys compare by bytes on both databases: everything that begins with the key lies below this.
    private static string EndOf(string key) => key + '\uffff';
}
