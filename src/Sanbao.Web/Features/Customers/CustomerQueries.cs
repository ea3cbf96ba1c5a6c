using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Search;
using Sanbao.Domain.Customers;
using Sanbao.Domain.Requests;
using Site = Sanbao.Domain.Customers.Site;

namespace Sanbao.Web.Features.Customers;

public sealed record CustomerRow(
    Guid Id, string Name, string Phone, VipClass? Vip, bool Member, string? Sector, string? RegionCode, string? DedicatedEngineer,
    int Units, int OpenRequests)
{
    /// <summary>Of files alone: one of its contacts and one of its sites a line.</summary>
    public Contact? Contact { get; init; }

    public Site? Site { get; init; }
    public string? Remark { get; init; }
    /// <summary>A line of the customer after its first one, which says everything else.</summary>
    public bool Further { get; init; }
}

internal static class CustomerQueries
{
    private static readonly Keyset<Customer> ByName = Keyset<Customer>.By(c => c.NameKey, c => c.Id);

    /// <summary>Customers by name. What was typed is looked for in the names and telephones of customers and contacts.</summary>
    public static Task<Found<CustomerRow>> FindAsync(ServiceDb db, string? typed, ListPlace place, Actor actor, CancellationToken cancel) =>
        ByName.FindAsync(Matching(db, typed).Choosable().VisibleTo(actor).AsNoTracking(), Row(db, actor), place, cancel);

    internal static Expression<Func<Customer, CustomerRow>> Row(ServiceDb db, Actor actor)
    {
        var (units, open) = (db.Equipment.VisibleTo(actor), db.Requests.VisibleTo(actor).Where(r => r.Status == RequestStatus.Open));
        return c => new CustomerRow(
            c.Id, c.Name, c.Phone, c.Vip, c.Member, c.Sector, c.Sites.OrderBy(s => s.Id).Select(s => s.RegionCode)
                .FirstOrDefault(), c.DedicatedEngineer,
            units.Count(u => u.CustomerId == c.Id), open.Count(r => r.CustomerId == c.Id));
    }

    /// <summary>A customer is as many lines as it has contacts, or sites where these are more.</summary>
    public static async Task<IReadOnlyList<CustomerRow>> LinesAsync(
        ServiceDb db, IReadOnlyList<CustomerRow> rows, Actor actor, CancellationToken cancel)
    {
        var ids = rows.Select(r => r.Id).ToArray();
        var whole = await db.Customers.AsNoTracking().VisibleTo(actor).Where(c => ids.Contains(c.Id))
            .Include(c => c.Contacts.OrderBy(x => x.Id)).Include(c => c.Sites.OrderBy(x => x.Id)).AsSplitQuery()
            .ToDictionaryAsync(c => c.Id, cancel);
        return [.. rows.SelectMany(r => Lines(r, whole[r.Id].For(actor)))];
    }

    private static IEnumerable<CustomerRow> Lines(CustomerRow row, Customer customer) =>
        Enumerable.Range(0, Math.Max(1, Math.Max(customer.Contacts.Count, customer.Sites.Count))).Select(n => row with
        {
            Contact = customer.Contacts.ElementAtOrDefault(n), Site = customer.Sites.ElementAtOrDefault(n), Remark = customer.Remark,
            Further = n > 0,
        });

    /// <summary>With contacts and sites; not found when there is none or the actor may not see it.</summary>
    public static async Task<Customer> GetAsync(ServiceDb db, Guid id, Actor actor, CancellationToken cancel)
    {
        var customer = await db.Customers.AsNoTracking().VisibleTo(actor)
            .Include(c => c.Contacts.OrderBy(x => x.Id)).Include(c => c.Sites.OrderBy(x => x.Id)).AsSplitQuery()
            .SingleOrDefaultAsync(c => c.Id == id, cancel) ?? throw new NotFoundException();
        return customer.For(actor);
    }

    private static IQueryable<Customer> Matching(ServiceDb db, string? typed) =>
        string.IsNullOrWhiteSpace(typed) ? db.Customers : db.SearchCustomers(typed);
}
