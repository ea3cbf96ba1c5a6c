using System.Linq.Expressions;
using Sanbao.Domain.Customers;

namespace Sanbao.Data.Search;

/// <summary>Customers that can be chosen. One that was merged into another is none of them, but its name and number lead to the
/// other.</summary>
public static class KnownCustomers
{
    public static IQueryable<Customer> Choosable(this IQueryable<Customer> customers) => customers.Where(c => c.MergedIntoId == null);

    /// <summary>Those whom a key fits, their own or that of a record merged into them.</summary>
    public static IQueryable<Customer> CustomersKnownBy(this ServiceDb db, Expression<Func<Customer, bool>> fits) =>
        db.StandingFor(db.Customers.Where(fits));

    /// <summary>For each record the one that stands for it: itself, or what it was merged into.</summary>
    internal static IQueryable<Customer> StandingFor(this ServiceDb db, IQueryable<Customer> records)
    {
        var ids = records.Select(c => c.MergedIntoId ?? c.Id);
        return db.Customers.Where(c => ids.Contains(c.Id));
    }
}
