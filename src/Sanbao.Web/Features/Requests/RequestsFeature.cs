using Sanbao.Web.Platform.Duties;

namespace Sanbao.Web.Features.Requests;

/// <summary>The ledger's lines: contacts that need an answer.</summary>
internal sealed class RequestsFeature : Feature
{
    public override void Add(IServiceCollection services, SiteOptions options)
    {
        services.AddScoped<PostRequest>();
        services.AddSingleton<RecomputeClocks>();
        services.AddDuty<RecomputeClocks>(RecomputeClocks.Cron);
    }

    public override void Map(Routes routes) => RequestsApi.Map(routes.Api);
}
