using Sanbao.Web.Features.Requests.Handling;
using Sanbao.Web.Features.Requests.Page;

namespace Sanbao.Web.Features.Requests;

/// <summary>One request: its page, and everything that can be done to it.</summary>
internal sealed class RequestPageFeature : Feature
{
    public override void Add(IServiceCollection services, SiteOptions options)
    {
        services.AddSingleton<RequestCharters>();
        services.AddScoped<RequestReader>();
        RequestKind.Of.Add(services);
    }

    public override IReadOnlyList<DocumentPlace> Places => [RequestKind.Of.Place];

    public override void Map(Routes routes)
    {
        RequestKind.Of.Map(routes);
        routes.Pages.MapGet("/requests/{key}/cause/preview", PreviewCause.Show).RequirePermission(Permission.WorkRequests);
        routes.Pages.MapGet("/requests/{key}/equipment/preview", PreviewRelink.Show).RequirePermission(Permission.WorkRequests);
        routes.Pages.MapGet("/requests/{key}/equipment/find", FindToLink.Units).RequirePermission(Permission.WorkRequests);
        routes.Pages.MapGet("/requests/{key}/duplicate/find", FindToLink.Originals).RequirePermission(Permission.WorkRequests);
    }
}
