using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Search;
using Sanbao.Web.Platform.Store;
using Sanbao.Web.Shell;
using Sanbao.Web.Shell.Components;

namespace Sanbao.Web.Features.Requests.Ledger;

/// <summary>Shows the ledger.</summary>
internal sealed class LedgerDesk(LedgerList list, ServiceDb db, Actor actor, CharterShelf charters, KnownAccounts accounts)
{
    private const int MostAssignees = 300;

    public async Task<IResult> Show(HttpContext http)
    {
        var cancel = http.RequestAborted;
        var found = await list.ShowAsync(http);
        var filter = list.Asked.Filter;
        var customer = await CustomerAsync(filter.Customer, cancel);
        // A link to the lines of a merged customer leads to those of the one that stands for it.
        if (customer is not null && customer.Value.Id != filter.Customer)
            return Done.To(found.Address.With(("customer", customer.Value.Id.ToString())));
        return View.Of<LedgerPage>(new
        {
            List = found, list.View, list.Asked.Sort,
            Assignees = (await accounts.OwnPeopleAsync(actor, cancel)).Take(MostAssignees)
                .Select(p => new Choice(p.Id.ToString(), p.Name)).ToImmutableArray(),
            Charters = charters.Library.Versions.Select(v => v.Charter.Code).Distinct().Order(StringComparer.Ordinal).ToImmutableArray(),
            Customer = customer?.Name, Unit = await UnitAsync(filter.Unit, cancel),
        });
    }

    private async Task<(Guid Id, string Name)?> CustomerAsync(Guid? id, CancellationToken cancel)
    {
        if (id is null) return null;
        var found = await db.CustomersKnownBy(c => c.Id == id).AsNoTracking().VisibleTo(actor).Select(c => new { c.Id, c.Name })
            .FirstOrDefaultAsync(cancel);
        return found is null ? null : (found.Id, found.Name);
    }

    /// <summary>Its serial number.</summary>
    private Task<string?> UnitAsync(Guid? id, CancellationToken cancel) =>
        id is null ? Task.FromResult<string?>(null)
            : db.Equipment.VisibleTo(actor).Where(u => u.Id == id).Select(u => u.Serial).FirstOrDefaultAsync(cancel);
}
