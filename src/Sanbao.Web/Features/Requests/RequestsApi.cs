using Sanbao.Data;
using Sanbao.Web.Platform.Api;
using Sanbao.Web.Platform.Store;

namespace Sanbao.Web.Features.Requests;

/// <summary>Requests for programs: take one in, look at one, list them.</summary>
internal static class RequestsApi
{
    public static void Map(RouteGroupBuilder api)
    {
        var requests = api.MapGroup("/requests").RequirePermission(Permission.ReadRequests).WithTags("requests");
        requests.MapPost("", PostRequest.Post).RequirePermission(Permission.WorkRequests)
            .Takes<RequestToOpen>(Example).Produces<RequestAnswer>(201).Produces<RequestAnswer>(200)
            .WithSummary("Take a contact in")
            .WithDescription(
                "201 with the new request. An externalReference that is known already, or a repeated Idempotency-Key, never makes a "
                    + "second one: the first is answered again (200, or the first answer as it was).");
        requests.MapGet("", ListRequests.Get).WithSummary("List requests");
        requests.MapGet("/{key}", GetAsync).WithName(One).WithSummary("One request by id or number");
    }

    private const string One = "request";
    private const string Example = """
        {"channel":"phone","category":"fault","serial":"YE3-2024-000123",
         "customer":{"name":"苏州轨道交通","phone":"0512-65880000"},"regionCode":"320505","zone":null,
         "special":false,"priority":"normal","description":"轴承异响，停机",
         "reporter":{"name":"李工","phone":"13800001111"},"occurredOn":"2025-05-02",
         "reportedAt":"2025-05-02T23:30:00+08:00","direct":true,"mode":null,"contract":null,"externalReference":null,"charter":"S1"}
        """;

    public static string PathOf(Guid id) => $"/api/v1/requests/{id}";

    private static async Task<RequestDetailAnswer> GetAsync(
        string key, ServiceDb db, CharterShelf charters, Actor actor, TimeProvider time, CancellationToken cancel) =>
        await RequestQueries.FindAsync(db, charters, key, actor, time.Now(), cancel) ?? throw new NotFoundException();
}
