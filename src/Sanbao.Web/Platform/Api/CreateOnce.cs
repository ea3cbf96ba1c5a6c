using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Sanbao.Data.Writing;

namespace Sanbao.Web.Platform.Api;

/// <summary>What a program asked to create, ready to be written: what the writer adds, and what is answered.</summary>
internal sealed record Made(Guid Id, Action<Creation> Write, object Answer);

/// <summary>POST of a new document: 201 with its place. The same key with the same body gets the first answer, letter by letter.</summary>
internal sealed class CreateOnce(Writer writer, Idempotency idempotency, Actor actor, TimeProvider time, IOptions<JsonOptions> json)
{
    /// <param name="place">Path of the collection, e.g. <c>/api/v1/customers</c>.</param>
    public async Task<IResult> RunAsync<T>(HttpContext http, PostedBody<T> body, string place, Func<T, Task<Made>> make) where T : class
    {
        var (cancel, key) = (http.RequestAborted, WriteKey.Of(http, actor, body.Bytes));
        if (key is not null && await idempotency.FindAsync(key.Key, key.BodyHash, cancel) is { } first) return Answer(first, place);
        var made = await make(body.Value);
        var said = JsonSerializer.Serialize(made.Answer, json.Value.SerializerOptions);
        if (key is not null) return Answer(await idempotency.CreateOnceAsync(key.Key, key.BodyHash, time.Now(), Written, cancel), place);
        await writer.CreateAsync(Written, cancel);
        return new JsonAnswer(StatusCodes.Status201Created, said, $"{place}/{made.Id}");

        (int, string) Written(Creation creation)
        {
            made.Write(creation);
            return (StatusCodes.Status201Created, said);
        }
    }

    private static JsonAnswer Answer(KeyedResult result, string place)
    {
        using var parsed = JsonDocument.Parse(result.Result);
        return new(result.Status, result.Result, $"{place}/{parsed.RootElement.GetProperty("id").GetGuid()}", result.Replayed);
    }
}
