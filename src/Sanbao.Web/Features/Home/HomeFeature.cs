using System.Collections.Immutable;
using Sanbao.Data;
using Sanbao.Web.Features.Due;
using Sanbao.Web.Shell;

namespace Sanbao.Web.Features.Home;

/// <summary>The page one arrives at: what waits for this person, and for those who lead, how the company keeps its word.</summary>
internal sealed class HomeFeature : Feature
{
    private const int Nearest = 8;

    public override void Add(IServiceCollection services, SiteOptions options) => services.AddSingleton<Attainment>();

    public override void Map(Routes routes) => routes.Pages.MapGet("/", ShowAsync).RequirePermission(Permission.ReadCharters);

    public override IReadOnlyList<MenuItem> Menu => [new(MenuGroup.Daily, "home.menu", "/", "home", null, "g h", OnPhone: true)];

    private static async Task<IResult> ShowAsync(ServiceDb db, Actor actor, Attainment attainment, TimeProvider time, Company company, CancellationToken cancel)
    {
        var now = time.Now();
        if (!actor.May(Permission.ReadRequests)) return View.Of<HomePage>();
        var board = actor.May(Permission.WorkRequests)
            ? await DueBoard.ReadAsync(db, DueScope.Mine, actor, now, company.Zone, cancel)
            : [];
        var leads = actor.SeesCompany && (actor.May(Permission.AssignRequests) || !actor.May(Permission.WorkRequests));
        return View.Of<HomePage>(new
        {
            Figures = await HomeFigures.ReadAsync(db, actor, now, company.Zone, cancel),
            Mine = board.SelectMany(s => s.Items).Take(Nearest).ToImmutableArray(),
            Kept = leads ? await attainment.ReadAsync(cancel) : default(ImmutableArray<PromiseKept>?),
        });
    }
}
