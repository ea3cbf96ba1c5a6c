using Sanbao.Web.Shell.Documents;

namespace Sanbao.Web.Features.Settings;

/// <summary>What the company decides about itself, and the first start, at which it decides it first.</summary>
internal sealed class SettingsFeature : Feature
{
    public override void Add(IServiceCollection services, SiteOptions options) => services.AddTellings(SettingsTellings.All);

    public override void Map(Routes routes)
    {
        var first = routes.Pages.MapGroup("/setup").AllowAnonymous();
        first.MapGet("", SetupRoutes.Page);
        first.MapPost("", SetupRoutes.Post);
        var settings = routes.Pages.MapGroup("/settings").RequirePermission(Permission.Administer);
        settings.MapGet("", SettingsRoutes.Page);
        settings.MapPost("", SettingsRoutes.Post);
    }

    public override IReadOnlyList<MenuItem> Menu =>
        [new(MenuGroup.Company, "settings.menu", "/settings", "settings", Permission.Administer, "g s")];
}
