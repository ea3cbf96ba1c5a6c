using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Search;
using Sanbao.Domain.Customers;

namespace Sanbao.Web.Features.Customers.Merging;

/// <summary>A customer that may be the same as another one, and by what.</summary>
public sealed record Duplicate(Guid Id, string Name, string Phone, bool SameName, bool SamePhone);

internal static class Duplicates
{
    /// <summary>So many by each key; with more it is no name of anybody.</summary>
    private const int Most = 5;

    /// <summary>Customers of the same name key or the same phone key: two looks into an index, however many customers there are.</summary>
    public static async Task<IReadOnlyList<Duplicate>> OfAsync(ServiceDb db, Customer customer, Actor actor, CancellationToken cancel)
    {
        if (customer.MergedIntoId is not null) return [];
        var (id, name, phone) = (customer.Id, customer.NameKey, customer.PhoneKey);
        var others = db.Customers.AsNoTracking().Choosable().VisibleTo(actor).Where(c => c.Id != id);
        var named = await Rows(others.Where(c => c.NameKey == name).OrderBy(c => c.NameKey).ThenBy(c => c.Id), name, phone).ToListAsync(cancel);
        var called = phone.Length == 0 ? [] : await Rows(others.Where(c => c.PhoneKey == phone).OrderBy(c => c.PhoneKey), name, phone).ToListAsync(cancel);
        return [.. named.Concat(called).DistinctBy(d => d.Id).OrderByDescending(d => d is { SameName: true, SamePhone: true })];
    }

    private static IQueryable<Duplicate> Rows(IQueryable<Customer> customers, string name, string phone) =>
        customers.Take(Most).Select(c => new Duplicate(c.Id, c.Name, c.Phone, c.NameKey == name, phone != "" && c.PhoneKey == phone));
}
