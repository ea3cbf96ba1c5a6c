using Sanbao.Data;
using Sanbao.Web.Platform.Store;

namespace Sanbao.Web.Features.Requests;

/// <summary>Requests for programs (api.md): take one in, look at one, list them.</summary>
internal static class RequestsApi
{
    public static void Map(RouteGroupBuilder api)
    {
        var requests = api.MapGroup("/requests").RequirePermission(Permission.ReadRequests).WithTags("requests");
        requests.MapPost("", PostRequest.Post).RequirePermission(Permission.WorkRequests)
            .Accepts<RequestToOpen>("application/json").Produces<RequestAnswer>(201).Produces<RequestAnswer>(200)
            .WithSummary("Take a contact in")
            .WithDescription("201 with the new request. An externalReference that is known already, or a repeated Idempotency-Key, never makes a second one: the first is answered again (200, or the first answer as it was).");
        requests.MapGet("", ListRequests.Get).WithSummary("List requests");
        requests.MapGet("/{key}", GetAsync).WithName(One).WithSummary("One request by id or number");
    }

    private const string One = "request";

    public static string PathOf(Guid id) => $"/api/v1/requests/{id}";

    private static async Task<RequestDetailAnswer> GetAsync(
        string key, ServiceDb db, CharterShelf charters, Actor actor, TimeProvider time, CancellationToken cancel) =>
        await RequestQueries.FindAsync(db, charters, key, actor, time.Now(), cancel) ?? throw new NotFoundException();
}
