using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Search;
using Sanbao.Domain.Customers;
using Sanbao.Domain.Requests;

namespace Sanbao.Web.Features.Customers;

public sealed record CustomerRow(
    Guid Id, string Name, string NameKey, string Phone, VipClass? Vip, bool Member, string? Sector, string? RegionCode, string? DedicatedEngineer, int Units, int OpenRequests);

public sealed record CustomerPageOf(IReadOnlyList<CustomerRow> Items, ListCursor? Next, CappedCount Count)
{
    internal ListCursor? Previous { get; init; }
}

internal static class CustomerQueries
{
    public const int PageSize = 50;
    private const int ShortestPhone = 4;

    /// <summary>Customers by name, from the cursor on. What was typed is looked for in names of customers and contacts and at the beginning of phone numbers.</summary>
    public static async Task<CustomerPageOf> FindAsync(ServiceDb db, string? typed, ListCursor? from, Actor actor, CancellationToken cancel)
    {
        var all = Matching(db, typed).Choosable().VisibleTo(actor).AsNoTracking();
        var count = await CappedCount.OfAsync(all, cancel);
        var rows = await Rows(db, From(all, from).Take(PageSize + 1)).ToListAsync(cancel);
        var page = ListStretch<CustomerRow>.Of(rows, PageSize, from, c => new(c.NameKey, c.Id));
        return new(page.Items, page.Next, count) { Previous = page.Previous };
    }

    internal static IQueryable<CustomerRow> Rows(ServiceDb db, IQueryable<Customer> customers) => customers.Select(c => new CustomerRow(
        c.Id, c.Name, c.NameKey, c.Phone, c.Vip, c.Member, c.Sector, c.Sites.OrderBy(s => s.Id).Select(s => s.RegionCode).FirstOrDefault(), c.DedicatedEngineer,
        db.Equipment.Count(u => u.CustomerId == c.Id), db.Requests.Count(r => r.CustomerId == c.Id && r.Status == RequestStatus.Open)));

    /// <summary>With contacts and sites; not found when there is none or the actor may not see it.</summary>
    public static async Task<Customer> GetAsync(ServiceDb db, Guid id, Actor actor, CancellationToken cancel) =>
        await db.Customers.AsNoTracking().VisibleTo(actor).Include(c => c.Contacts.OrderBy(x => x.Id)).Include(c => c.Sites.OrderBy(x => x.Id)).AsSplitQuery()
            .SingleOrDefaultAsync(c => c.Id == id, cancel) ?? throw new NotFoundException();

    private static IQueryable<Customer> From(IQueryable<Customer> all, ListCursor? from) => from switch
    {
        null => all.OrderBy(c => c.NameKey).ThenBy(c => c.Id),
        { Backward: false } => all.Where(c => string.Compare(c.NameKey, from.Key) > 0 || (c.NameKey == from.Key && c.Id.CompareTo(from.Id) > 0))
            .OrderBy(c => c.NameKey).ThenBy(c => c.Id),
        { Backward: true } => all.Where(c => string.Compare(c.NameKey, from.Key) < 0 || (c.NameKey == from.Key && c.Id.CompareTo(from.Id) < 0))
            .OrderByDescending(c => c.NameKey).ThenByDescending(c => c.Id),
    };

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
