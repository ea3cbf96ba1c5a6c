using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Search;
using Sanbao.Domain.Customers;
using Sanbao.Domain.Requests;

namespace Sanbao.Web.Features.Customers;

public sealed record CustomerRow(
    Guid Id, string Name, string Phone, VipClass? Vip, bool Member, string? Sector, string? RegionCode, string? DedicatedEngineer, int Units, int OpenRequests);

internal static class CustomerQueries
{
    private const int ShortestPhone = 4;

    private static readonly Keyset<Customer> ByName = Keyset<Customer>.By(c => c.NameKey, c => c.Id);

    /// <summary>Customers by name. What was typed is looked for in names of customers and contacts and at the beginning of phone numbers.</summary>
    public static Task<Found<CustomerRow>> FindAsync(ServiceDb db, string? typed, ListPlace place, Actor actor, CancellationToken cancel) =>
        ByName.FindAsync(Matching(db, typed).Choosable().VisibleTo(actor).AsNoTracking(), Row(db, actor), place, cancel);

    internal static Expression<Func<Customer, CustomerRow>> Row(ServiceDb db, Actor actor)
    {
        var (units, open) = (db.Equipment.VisibleTo(actor), db.Requests.VisibleTo(actor).Where(r => r.Status == RequestStatus.Open));
        return c => new CustomerRow(
            c.Id, c.Name, c.Phone, c.Vip, c.Member, c.Sector, c.Sites.OrderBy(s => s.Id).Select(s => s.RegionCode).FirstOrDefault(), c.DedicatedEngineer,
            units.Count(u => u.CustomerId == c.Id), open.Count(r => r.CustomerId == c.Id));
    }

    /// <summary>With contacts and sites; not found when there is none or the actor may not see it.</summary>
    public static async Task<Customer> GetAsync(ServiceDb db, Guid id, Actor actor, CancellationToken cancel)
    {
        var customer = await db.Customers.AsNoTracking().VisibleTo(actor)
            .Include(c => c.Contacts.OrderBy(x => x.Id)).Include(c => c.Sites.OrderBy(x => x.Id)).AsSplitQuery()
            .SingleOrDefaultAsync(c => c.Id == id, cancel) ?? throw new NotFoundException();
        return customer.For(actor);
    }

    private static IQueryable<Customer> Matching(ServiceDb db, string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed)) return db.Customers;
        var named = db.SearchCustomers(typed).Select(c => c.Id);
        var phone = TextKey.Phone(typed);
        if (phone.Length < ShortestPhone) return db.Customers.Where(c => named.Contains(c.Id));
        // Keys compare by bytes on both databases: everything that begins with the digits lies below this.
        var end = phone + '\uffff';
        var called = db.CustomersKnownBy(c => string.Compare(c.PhoneKey, phone) >= 0 && string.Compare(c.PhoneKey, end) < 0).Select(c => c.Id);
        return db.Customers.Where(c => named.Contains(c.Id) || called.Contains(c.Id)
            || c.Contacts.Any(x => string.Compare(x.PhoneKey, phone) >= 0 && string.Compare(x.PhoneKey, end) < 0));
    }
}
