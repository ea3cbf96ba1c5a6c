namespace Sanbao.Web.Features.Requests.Ledger;

/// <summary>台账: every contact that needs an answer, and where it stands.</summary>
internal sealed class LedgerFeature : Feature
{
    public override void Add(IServiceCollection services, SiteOptions options)
    {
        services.AddScoped<LedgerList>();
        services.AddScoped<LedgerDesk>();
    }

    public override void Map(Routes routes)
    {
        var pages = routes.Pages.MapGroup("/requests").RequirePermission(Permission.ReadRequests);
        pages.MapGet("", (HttpContext http, LedgerDesk desk) => desk.Show(http));
        pages.MapGet("/export", (HttpContext http, LedgerList list) => list.SendAsync(http));
    }

    public override IReadOnlyList<MenuItem> Menu =>
        [new(MenuGroup.Daily, "ledger.menu", "/requests", "clipboard-list", Permission.ReadRequests, "g r", OnPhone: true)];
}
