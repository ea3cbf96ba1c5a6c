using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Web.Features.Due;
using Sanbao.Web.Features.Requests.Ledger;
using Sanbao.Web.Shell;

namespace Sanbao.Web.Features.Home;

/// <summary>The page one arrives at: what waits for this person, and for those who lead, how the company keeps its word.</summary>
internal sealed class HomeFeature : Feature
{
    private const int Nearest = 8;

    public override void Add(IServiceCollection services, SiteOptions options) => services.AddSingleton<Attainment>();

    public override void Map(Routes routes) => routes.Pages.MapGet("/", ShowAsync).RequirePermission(Permission.ReadCharters);

    public override IReadOnlyList<MenuItem> Menu => [new(MenuGroup.Daily, "home.menu", "/", "home", null, "g h", OnPhone: true)];

    private static async Task<IResult> ShowAsync(ServiceDb db, LedgerList ledger, Actor actor, Attainment attainment, TimeProvider time, Company company, CancellationToken cancel)
    {
        var now = time.Now();
        if (!actor.May(Permission.ReadRequests)) return View.Of<HomePage>();
        var leads = actor.SeesCompany && (actor.May(Permission.AssignRequests) || !actor.May(Permission.WorkRequests));
        var (whose, nearest) = actor.May(Permission.WorkRequests) ? await NearestAsync(db, actor, leads, now, company, cancel) : (DueScope.Mine, []);
        return View.Of<HomePage>(new
        {
            Figures = await HomeFigures.ReadAsync(ledger, actor, Days.LocalDay(now, company.Zone), cancel),
            Whose = whose,
            Mine = nearest,
            Visits = actor.May(Permission.WorkRequests) ? await VisitsAhead.ReadAsync(db, actor, leads, Days.StartOfDay(now, company.Zone), cancel) : [],
            Today = Days.LocalDay(now, company.Zone),
            Kept = leads ? await attainment.ReadAsync(cancel) : default(ImmutableArray<PromiseKept>?),
            FirstDay = !await db.Requests.VisibleTo(actor).AnyAsync(cancel),
        });
    }

    /// <summary>One's own; whoever leads and has none looks at the company's.</summary>
    private static async Task<(DueScope Whose, ImmutableArray<DueItem> Nearest)> NearestAsync(
        ServiceDb db, Actor actor, bool leads, DateTimeOffset now, Company company, CancellationToken cancel)
    {
        var mine = await ItemsAsync(DueScope.Mine);
        return mine.IsEmpty && leads ? (DueScope.Company, await ItemsAsync(DueScope.Company)) : (DueScope.Mine, mine);

        async Task<ImmutableArray<DueItem>> ItemsAsync(DueScope scope) =>
            [.. (await DueBoard.ReadAsync(db, scope, actor, now, company.Zone, cancel)).SelectMany(s => s.Items).Take(Nearest)];
    }
}
