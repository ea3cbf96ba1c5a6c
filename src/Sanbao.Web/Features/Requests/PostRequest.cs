using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Sanbao.Data;
using Sanbao.Data.Writing;
using Sanbao.Domain.Requests;
using Sanbao.Web.Features.Charters;
using Sanbao.Web.Features.Entitlement;
using Sanbao.Web.Features.Promises;
using Sanbao.Web.Platform.Api;
using Sanbao.Web.Platform.Store;

namespace Sanbao.Web.Features.Requests;

/// <summary>
/// POST /requests. The same key with the same body gets the first answer, letter by letter; a known external reference gets the request
/// that has it, as it is now, with 200 (D8).
/// </summary>
internal sealed class PostRequest(
    ServiceDatabase database, Writer writer, Idempotency idempotency, GoverningCharters governing, CharterShelf charters, Actor actor, TimeProvider time, IOptions<JsonOptions> json)
{
    public static async Task<IResult> Post(PostedBody<RequestToOpen> body, PostRequest post, HttpContext http, Actor actor, CancellationToken cancel)
    {
        var key = WriteKey.Of(http, actor, body.Bytes);
        return await post.FirstAsync(body.Value, key, cancel) ?? await post.OpenAsync(body.Value, key, cancel);
    }

    private async Task<IResult?> FirstAsync(RequestToOpen said, WriteKey? key, CancellationToken cancel)
    {
        if (key is not null && await idempotency.FindAsync(key.Key, key.BodyHash, cancel) is { } first) return Of(first);
        if (said.ExternalReference?.Trim() is not { Length: > 0 } reference) return null;
        await using var db = database.CreateDbContext();
        if (await RequestQueries.FindByReferenceAsync(db, reference, actor, cancel) is not { } id) return null;
        var known = await RequestQueries.FindAsync(db, charters, id.ToString(), actor, time.Now(), cancel);
        return new JsonAnswer(StatusCodes.Status200OK, Say(known!), RequestsApi.PathOf(id), replayed: true);
    }

    private async Task<IResult> OpenAsync(RequestToOpen said, WriteKey? key, CancellationToken cancel)
    {
        var now = time.Now();
        var prepared = await PrepareAsync(said, now, cancel);
        var request = OpenRequest.Of(prepared, actor, now);
        try
        {
            if (key is not null) return Of(await idempotency.CreateOnceAsync(key.Key, key.BodyHash, now, c => (StatusCodes.Status201Created, Written(c)), cancel));
            await writer.CreateAsync(c => OpenRequest.Write(c, request, prepared), cancel);
            return new JsonAnswer(StatusCodes.Status201Created, Say(Answer(request, prepared, now)), RequestsApi.PathOf(request.Id));
        }
        catch (FieldErrorsException taken) when (taken.Errors.Any(e => e.Code == "external-reference.taken"))
        {
            // Somebody else was faster with the same reference: what they made is the answer.
            if (await FirstAsync(said, null, cancel) is { } first) return first;
            throw;
        }

        string Written(Creation creation) => Say(Answer(OpenRequest.Write(creation, request, prepared), prepared, now));
    }

    /// <summary>With a context that is given back before the wait for the disk: many calls at once wait there, and none needs to read any more.</summary>
    private async Task<PreparedRequest> PrepareAsync(RequestToOpen said, DateTimeOffset now, CancellationToken cancel)
    {
        await using var db = database.CreateDbContext();
        return await PrepareRequest.RunAsync(db, governing, said, actor, now, cancel);
    }

    private static JsonAnswer Of(KeyedResult result) => new(result.Status, result.Result, LocationIn(result.Result), result.Replayed);

    private static RequestAnswer Answer(ServiceRequest request, PreparedRequest prepared, DateTimeOffset now) => RequestAnswer.Of(request) with
    {
        Version = 1,
        Entitlement = prepared.Judged is { } judged ? DecisionAnswer.Of(judged) : null,
        Deadlines = [.. request.DeadlinesAt(prepared.Charter, now).Select(DeadlineAnswer.Of)],
        Similar = prepared.Similar,
        OpenOnSameEquipment = prepared.Unit?.OpenRequests ?? 0,
    };

    private string Say<T>(T answer) => JsonSerializer.Serialize(answer, json.Value.SerializerOptions);

    private static string LocationIn(string answer)
    {
        using var parsed = JsonDocument.Parse(answer);
        return RequestsApi.PathOf(parsed.RootElement.GetProperty("id").GetGuid());
    }
}
