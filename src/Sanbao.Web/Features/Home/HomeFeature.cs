using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Web.Features.Due;
using Sanbao.Web.Features.Requests.Ledger;
using Sanbao.Web.Shell;

namespace Sanbao.Web.Features.Home;

/// <summary>The page one arrives at: what waits for this person, in the order of his role's day.</summary>
internal sealed class HomeFeature : Feature
{
    private const int Nearest = 8;

    public override void Add(IServiceCollection services, SiteOptions options) => services.AddSingleton<Attainment>();

    public override void Map(Routes routes) => routes.Pages.MapGet("/", ShowAsync).RequireSignIn();

    public override IReadOnlyList<MenuItem> Menu => [new(MenuGroup.Daily, "home.menu", "/", "home", null, "g h", OnPhone: true)];

    private static async Task<IResult> ShowAsync(ServiceDb db, LedgerList ledger, Actor actor, Attainment attainment, TimeProvider time,
        Company company, CancellationToken cancel)
    {
        if (!actor.May(Permission.ReadRequests)) return View.Of<HomePage>();
        var (now, parts) = (time.Now(), HomeParts.For(actor));
        return View.Of<HomePage>(new
        {
            Of = new HomeView
            {
                Parts = parts, Now = now,
                Figures = await HomeFigures.ReadAsync(ledger, actor, Days.LocalDay(now, company.Zone), cancel),
                Due = parts.Contains(HomePart.Due) ? await NearestAsync(db, actor, now, company, cancel) : default,
                MyVisits = await VisitsAsync(HomePart.MyVisits, actor.Id),
                Visits = await VisitsAsync(HomePart.Visits, null),
                Requests = await RequestsAsync(db, actor, parts, cancel),
                Kept = parts.Contains(HomePart.Kept) ? await attainment.ReadAsync(cancel) : [],
                FirstDay = !await db.Requests.VisibleTo(actor).AnyAsync(cancel),
            },
        });

        async Task<HomeVisits?> VisitsAsync(HomePart part, Guid? of) =>
            parts.Contains(part) ? await HomeVisits.ReadAsync(db, actor, of, now, company.Zone, cancel) : null;
    }

    private static async Task<ImmutableDictionary<HomePart, ImmutableArray<HomeRequest>>> RequestsAsync(
        ServiceDb db, Actor actor, ImmutableArray<HomePart> parts, CancellationToken cancel)
    {
        var requests = ImmutableDictionary.CreateBuilder<HomePart, ImmutableArray<HomeRequest>>();
        foreach (var part in parts.Where(p => p is HomePart.MyRequests or HomePart.Unanswered or HomePart.Unassigned or HomePart.Open))
            requests[part] = await HomeRequests.OfAsync(db, part, actor, cancel);
        return requests.ToImmutable();
    }

    /// <summary>One's own; whoever leads and has none looks at the company's.</summary>
    private static async Task<HomeDue> NearestAsync(
        ServiceDb db, Actor actor, DateTimeOffset now, Company company, CancellationToken cancel)
    {
        var leads = actor.SeesCompany && actor.May(Permission.AssignRequests);
        var mine = await ItemsAsync(DueScope.Mine);
        return mine.IsEmpty && leads ? new(DueScope.Company, await ItemsAsync(DueScope.Company)) : new(DueScope.Mine, mine);

        async Task<ImmutableArray<DueItem>> ItemsAsync(DueScope scope) =>
            [.. (await DueBoard.PageAsync(db, scope, null, new(null, Nearest, Counted: false), actor, now, company.Zone, cancel)).Items];
    }
}
