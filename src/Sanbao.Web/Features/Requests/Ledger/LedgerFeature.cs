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

    public override void Add(IServiceCollection services, SiteOptions options) => services.AddSingleton<LedgerRows>();

    public override void Map(Routes routes)
    {
        var pages = routes.Pages.MapGroup("/requests").RequirePermission(Permission.ReadRequests);
        pages.MapGet("", ShowAsync);
        pages.MapGet("/export", LedgerExport.Get);
    }

    public override IReadOnlyList<MenuItem> Menu =>
        [new(MenuGroup.Daily, "ledger.menu", "/requests", "clipboard-list", Permission.ReadRequests, "g r", OnPhone: true)];

    private static async Task<IResult> ShowAsync(
        HttpContext http, FormState state, ServiceDatabase database, Actor actor, CharterShelf charters, KnownAccounts accounts, SharedLists lists, LedgerRows rows, Words words,
        TimeProvider time, Company company)
    {
        var (now, cancel) = (time.Now(), http.RequestAborted);
        var question = LedgerQuestion.Read(http, state, actor, now, company.Zone);
        var customer = await CustomerAsync(database, question.Asked.Filter.Customer, actor, cancel);
        // A link to the lines of a merged customer leads to those of the one that stands for it.
        if (customer is not null && customer.Value.Id != question.Asked.Filter.Customer) return Done.To(question.With(("customer", customer.Value.Id.ToString())));
        var found = await lists.FindAsync(question.Asked, actor, cancel);
        return View.Of<LedgerPage>(new
        {
            Question = question, Found = found, Rows = await rows.OfAsync(found.Items, words, http.RequestServices),
            Assignees = (await accounts.OwnPeopleAsync(cancel)).Take(MostAssignees).Select(p => new Choice(p.Id.ToString(), p.Name)).ToImmutableArray(),
            Charters = ChartersOf(charters),
            Customer = customer?.Name,
        });
    }

    private static ImmutableArray<string> ChartersOf(CharterShelf charters) =>
        [.. charters.Library.Versions.Select(v => v.Charter.Code).Distinct().Order(StringComparer.Ordinal)];

    private static async Task<(Guid Id, string Name)?> CustomerAsync(ServiceDatabase database, Guid? id, Actor actor, CancellationToken cancel)
    {
        if (id is null) return null;
        await using var db = database.CreateDbContext();
        var found = await db.CustomersKnownBy(c => c.Id == id).AsNoTracking().VisibleTo(actor).Select(c => new { c.Id, c.Name }).FirstOrDefaultAsync(cancel);
        return found is null ? null : (found.Id, found.Name);
    }
}
