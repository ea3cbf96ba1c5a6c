using Microsoft.EntityFrameworkCore;
using Sanbao.Data.Accounts;
using Sanbao.Domain.Requests;
using Sanbao.Web.Features.Documents;

namespace Sanbao.Web.Features.Requests.Handling;

/// <summary>
/// Whom a request can be given: the company's own people who may work on requests. A dealer's or customer's people give it to nobody.
/// </summary>
internal static class OwnPeople
{
    /// <summary>His name; an error of the field for anybody else.</summary>
    public static async Task<string> NameAsync(Work<ServiceRequest> work, Guid id, string field)
    {
        if (id == work.By.Id) return work.By.Name;
        var account = work.By.SeesCompany ? await Active(work).SingleOrDefaultAsync(a => a.Id == id, work.Cancel) : null;
        if (account is null || !MayWork(account)) throw new FieldErrorsException([new(field, "request.assignee-unknown")]);
        return account.DisplayName;
    }

    /// <summary>The one who has this name; null: nobody, or more than one.</summary>
    public static async Task<Guid?> OfNameAsync(Work<ServiceRequest> work, string name)
    {
        if (!work.By.SeesCompany) return null;
        var known = await Active(work).Where(a => a.DisplayName == name).Take(2).ToListAsync(work.Cancel);
        return known is [var one] && MayWork(one) ? one.Id : null;
    }

    public static IQueryable<Account> Active(Work<ServiceRequest> work) =>
        work.Db.Accounts.AsNoTracking().Where(a => !a.Disabled && a.DealerId == null && a.CustomerId == null);

    private static bool MayWork(Account account) => account.ToActor() is { SeesCompany: true } actor && actor.May(Permission.WorkRequests);
}
