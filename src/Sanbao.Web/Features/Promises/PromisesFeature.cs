namespace Sanbao.Web.Features.Promises;

/// <summary>What must happen by when.</summary>
internal sealed class PromisesFeature : Feature
{
    public override void Map(Routes routes) =>
        routes.Api.MapPost("/deadlines/preview", PreviewDeadlines.Post).RequirePermission(Permission.ReadCharters)
            .WithSummary("Compute the deadlines of a case that is not stored");
}
