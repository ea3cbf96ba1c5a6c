using Microsoft.EntityFrameworkCore;
using Sanbao.Web.Features.Customers.Merging;
using Sanbao.Web.Features.Documents;
using Sanbao.Web.Platform.Duties;
using Sanbao.Web.Platform.Regions;
using Sanbao.Web.Shell.Documents;

namespace Sanbao.Web.Features.Customers;

/// <summary>Who owns or uses the equipment: customers with contacts, sites and contracts.</summary>
internal sealed class CustomersFeature : Feature
{
    public override void Add(IServiceCollection services, SiteOptions options)
    {
        services.AddSingleton<RegionBook>();
        services.AddEditable((db, actor) => db.Customers.VisibleTo(actor).Include(c => c.Contacts).Include(c => c.Sites).AsSplitQuery());
        services.AddEditable((db, actor) => db.Contracts.VisibleTo(actor));
        services.AddScoped<CustomerList>();
        services.AddScoped<SaveCustomer>();
        services.AddScoped<SaveContract>();
        services.AddScoped<ContractShown>();
        services.AddScoped<MergeCustomers>();
        services.AddSingleton<FollowMerges>();
        services.AddTellings(CustomerTellings.All);
        services.AddTellings(ContractTellings.All);
        services.AddDuty<FollowMerges>(FollowMerges.Cron);
    }

    public override void Map(Routes routes)
    {
        CustomerPages.Map(routes.Pages.MapGroup("/customers").RequirePermission(Permission.ReadEquipment));
        ContractPages.Map(routes);
        CustomerApi.Map(routes.Api);
    }

    public override IReadOnlyList<DocumentPlace> Places =>
        [new("customer", (_, id) => $"/customers/{id}"), new("contract", (_, id) => $"/contracts/{id}")];

    public override IReadOnlyList<MenuItem> Menu =>
        [new(MenuGroup.Records, "customers.menu", "/customers", "users", Permission.ReadEquipment, "g k")];
}
