using Sanbao.Web.Platform.Api;

namespace Sanbao.Web.Features.Promises;

/// <summary>What must happen by when.</summary>
internal sealed class PromisesFeature : Feature
{
    private const string Example = """
        {"charter":"S0","mode":"on-site","category":"fault","regionCode":"320505","zone":null,"special":false,"priority":"normal",
         "events":[{"kind":"reported","at":"2026-05-02T23:30:00+08:00"}],"now":"2026-05-02T23:40:00+08:00"}
        """;

    public override void Map(Routes routes) =>
        routes.Api.MapPost("/deadlines/preview", PreviewDeadlines.Post).RequirePermission(Permission.ReadCharters)
            .Takes<CaseRequest>(Example)
            .WithSummary("Compute the deadlines of a case that is not stored");
}
