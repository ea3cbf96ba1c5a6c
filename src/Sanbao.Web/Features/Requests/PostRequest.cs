using Sanbao.Data;
using Sanbao.Data.Writing;
using Sanbao.Domain.Requests;
using Sanbao.Web.Features.Charters;
using Sanbao.Web.Features.Entitlement;
using Sanbao.Web.Features.Promises;
using Sanbao.Web.Platform.Api;
using Sanbao.Web.Platform.Store;

namespace Sanbao.Web.Features.Requests;

/// <summary>POST /requests. A known external reference gets the request that has it, as it is now, with 200 (D8).</summary>
internal sealed class PostRequest(
    ServiceDatabase database, Writer writer, Once once, GoverningCharters governing, CharterShelf charters, Actor actor, TimeProvider time)
{
    public static Task<IResult> Post(PostedBody<RequestToOpen> body, PostRequest post, HttpContext http) => post.RunAsync(body, http);

    private Task<IResult> RunAsync(PostedBody<RequestToOpen> body, HttpContext http) => once.CreateAsync(
        http, body.Bytes, () => KnownAsync(body.Value, http.RequestAborted), () => PrepareAsync(body.Value, http.RequestAborted));

    private async Task<(string Place, object Answer)?> KnownAsync(RequestToOpen said, CancellationToken cancel)
    {
        if (said.ExternalReference.Said() is not { } reference) return null;
        await using var db = database.CreateDbContext();
        if (await RequestQueries.FindByReferenceAsync(db, reference, actor, cancel) is not { } id) return null;
        return (RequestsApi.PathOf(id), (await RequestQueries.FindAsync(db, charters, id.ToString(), actor, time.Now(), cancel))!);
    }

    /// <summary>With a context that is given back before the wait for the disk: many calls at once wait there, and none needs to read any
    /// more.</summary>
    private async Task<Func<Creation, (string Place, object Answer)>> PrepareAsync(RequestToOpen said, CancellationToken cancel)
    {
        var now = time.Now();
        await using var db = database.CreateDbContext();
        var prepared = await PrepareRequest.RunAsync(db, governing, said, actor, now, cancel);
        var request = OpenRequest.Of(prepared, actor, now);
        var ahead = writer.Ahead(request);
        return creation =>
        {
            creation.Add(ahead, prepared);
            return (RequestsApi.PathOf(request.Id), Answer(request, prepared, now));
        };
    }

    private static RequestAnswer Answer(ServiceRequest request, PreparedRequest prepared, DateTimeOffset now) =>
        RequestAnswer.Of(request) with
    {
        Version = 1,
        Entitlement = prepared.Judged is { } judged ? DecisionAnswer.Of(judged) : null,
        Deadlines = [.. request.DeadlinesAt(prepared.Charter, now).Select(DeadlineAnswer.Of)],
        Similar = prepared.Similar,
        OpenOnSameEquipment = prepared.Unit?.OpenRequests ?? 0,
    };
}
