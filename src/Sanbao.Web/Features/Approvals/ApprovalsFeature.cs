using Sanbao.Web.Features.Documents;
using Sanbao.Web.Shell.Documents;

namespace Sanbao.Web.Features.Approvals;

/// <summary>What waits for somebody's decision, whatever its kind, and who decides in whose place.</summary>
internal sealed class ApprovalsFeature : Feature
{
    public override void Add(IServiceCollection services, SiteOptions options)
    {
        services.AddEditable((db, _) => db.Deputies.AsQueryable());
        services.AddScoped<NameDeputies>().AddScoped<ApprovalRoutes>();
        services.AddTellings(DeputyTellings.All);
    }

    public override void Map(Routes routes) => ApprovalRoutes.Map(routes);

    public override IReadOnlyList<DocumentPlace> Places => [new("deputy", (_, _) => "/approvals")];

    public override IReadOnlyList<MenuItem> Menu =>
        [new(MenuGroup.Daily, "approvals.menu", "/approvals", "circle-check", Permission.ReadRequests, "g w") { OwnPeople = true }];
}
