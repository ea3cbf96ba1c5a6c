using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Search;
using Sanbao.Web.Platform.Store;
using Sanbao.Web.Shell;
using Sanbao.Web.Shell.Components;

namespace Sanbao.Web.Features.Requests.Ledger;

/// <summary>台账: every contact that needs an answer, and where it stands.</summary>
internal sealed class LedgerFeature : Feature
{
    private const int MostAssignees = 300;

    public override void Add(IServiceCollection services, SiteOptions options) => services.AddScoped<LedgerList>();

    public override void Map(Routes routes)
    {
        var pages = routes.Pages.MapGroup("/requests").RequirePermission(Permission.ReadRequests);
        pages.MapGet("", ShowAsync);
        pages.MapGet("/export", (HttpContext http, LedgerList list) => list.SendAsync(http));
    }

    public override IReadOnlyList<MenuItem> Menu =>
        [new(MenuGroup.Daily, "ledger.menu", "/requests", "clipboard-list", Permission.ReadRequests, "g r", OnPhone: true)];

    private static async Task<IResult> ShowAsync(HttpContext http, LedgerList list, ServiceDb db, Actor actor, CharterShelf charters, KnownAccounts accounts)
    {
        var cancel = http.RequestAborted;
        var found = await list.ShowAsync(http);
        var customer = await CustomerAsync(db, list.Asked.Filter.Customer, actor, cancel);
        // A link to the lines of a merged customer leads to those of the one that stands for it.
        if (customer is not null && customer.Value.Id != list.Asked.Filter.Customer) return Done.To(found.Address.With(("customer", customer.Value.Id.ToString())));
        return View.Of<LedgerPage>(new
        {
            List = found, list.View, list.Asked.Sort,
            Assignees = (await accounts.OwnPeopleAsync(cancel)).Take(MostAssignees).Select(p => new Choice(p.Id.ToString(), p.Name)).ToImmutableArray(),
            Charters = ChartersOf(charters),
            Customer = customer?.Name,
        });
    }

    private static ImmutableArray<string> ChartersOf(CharterShelf charters) =>
        [.. charters.Library.Versions.Select(v => v.Charter.Code).Distinct().Order(StringComparer.Ordinal)];

    private static async Task<(Guid Id, string Name)?> CustomerAsync(ServiceDb db, Guid? id, Actor actor, CancellationToken cancel)
    {
        if (id is null) return null;
        var found = await db.CustomersKnownBy(c => c.Id == id).AsNoTracking().VisibleTo(actor).Select(c => new { c.Id, c.Name }).FirstOrDefaultAsync(cancel);
        return found is null ? null : (found.Id, found.Name);
    }
}
