using Sanbao.Web.Features.Requests.Handling;
using Sanbao.Web.Features.Requests.Page;
using Sanbao.Web.Shell.Documents;

namespace Sanbao.Web.Features.Requests;

/// <summary>One request: its page, and everything that can be done to it.</summary>
internal sealed class RequestPageFeature : Feature
{
    public override void Add(IServiceCollection services, SiteOptions options)
    {
        services.AddSingleton<RequestCharters>();
        services.AddScoped<RequestReader>();
        services.AddScoped<AttachFiles>();
        services.AddSingleton(RequestKind.Of);
        services.AddTellings(RequestTellings.All);
    }

    public override void Map(Routes routes) => RequestKind.Of.Map(routes);
}
