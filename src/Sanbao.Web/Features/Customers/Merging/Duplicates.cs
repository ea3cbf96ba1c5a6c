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

    /// <summary>Customers of the same name or telephone: two looks into an index, however many customers there are.</summary>
    public static async Task<IReadOnlyList<Duplicate>> OfAsync(ServiceDb db, Customer customer, Actor actor, CancellationToken cancel)
    {
        if (customer.MergedIntoId is not null) return [];
        var name = customer.NameKey;
        var named = await Others(db.Customers.Where(c => c.NameKey == name))
            .OrderBy(c => c.NameKey).ThenBy(c => c.Id).Take(Most).ToListAsync(cancel);
        var called = await Others(db.CustomersCalled(customer.Phone)).OrderBy(c => c.Seq).Take(Most).ToListAsync(cancel);
        return
        [
            .. named.Concat(called).DistinctBy(c => c.Id)
                .Select(c => new Duplicate(c.Id, c.Name, c.Phone, c.NameKey == name, called.Exists(x => x.Id == c.Id)))
                .OrderByDescending(d => d is { SameName: true, SamePhone: true }),
        ];

        IQueryable<Customer> Others(IQueryable<Customer> customers) =>
            customers.AsNoTracking().Choosable().VisibleTo(actor).Where(c => c.Id != customer.Id);
    }
}
