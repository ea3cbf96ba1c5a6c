using Microsoft.EntityFrameworkCore;
using Sanbao.Web.Features.Documents;
using Sanbao.Web.Shell.Documents;

namespace Sanbao.Web.Features.InstalledBase;

/// <summary>What was sold: units with their life and cover, components, products.</summary>
internal sealed class InstalledBaseFeature : Feature
{
    public override void Add(IServiceCollection services, SiteOptions options)
    {
        services.AddTellings(UnitTellings.All);
        services.AddSingleton(CustomerUnits.Part);
        services.AddScoped<UnitReferences>();
        services.AddScoped<SettleRequests>();
        services.AddScoped<SaveUnit>();
        services.AddScoped<SaveProduct>();
        services.AddEditable((db, actor) => db.Equipment.VisibleTo(actor).Include(u => u.Components));
        services.AddEditable((db, _) => db.Products.Include(p => p.Bill));
        services.AddScoped<UnitList>();
        services.AddScoped<GapList>();
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

    public override IReadOnlyList<DocumentPlace> Places =>
        [new("equipment", (_, id) => $"/equipment/{id}"), new("product", (_, id) => $"/products/{id}")];

    public override IReadOnlyList<MenuItem> Menu =>
        [new(MenuGroup.Records, "units.menu", "/equipment", "engine", Permission.ReadEquipment, "g u")];
}
