using Sanbao.Web.Shell;

namespace Sanbao.Web.Features.Home;

/// <summary>The page one arrives at.</summary>
internal sealed class HomeFeature : Feature
{
    public override void Map(Routes routes) =>
        routes.Pages.MapGet("/", () => View.Of<HomePage>()).RequirePermission(Permission.ReadCharters);

    public override IReadOnlyList<MenuItem> Menu => [new(MenuGroup.Daily, "home.menu", "/", "home", null, "g h", OnPhone: true)];
}
