namespace Sanbao.Web.Features.InstalledBase;

/// <summary>What was sold: units with their life and cover, components, products.</summary>
internal sealed class InstalledBaseFeature : Feature
{
    public override void Add(IServiceCollection services, SiteOptions options)
    {
        services.AddScoped<UnitReferences>();
        services.AddScoped<SaveUnit>();
        services.AddScoped<SaveProduct>();
        services.AddScoped<SaveBill>();
        services.AddScoped<BeginWithBill>();
        services.AddScoped<UnitList>();
        services.AddScoped<ProductList>();
        services.AddScoped<UnitPages>();
        services.AddScoped<UnitApi>();
    }

    public override void Map(Routes routes)
    {
        UnitPages.Map(routes.Pages.MapGroup("/equipment").RequirePermission(Permission.ReadEquipment));
        ProductRoutes.Map(routes.Pages.MapGroup("/products").RequirePermission(Permission.ReadEquipment));
        UnitApi.Map(routes.Api);
        ProductRoutes.MapApi(routes.Api);
    }

    public override IReadOnlyList<MenuItem> Menu => [new(MenuGroup.Records, "units.menu", "/equipment", "engine", Permission.ReadEquipment, "g u")];
}
