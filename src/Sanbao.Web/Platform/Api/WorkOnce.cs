using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Sanbao.Data;
using Sanbao.Data.Writing;

namespace Sanbao.Web.Platform.Api;

/// <summary>A write to what is stored, by a program: one save. The same key with the same body gets the first answer, letter by letter.</summary>
internal sealed class WorkOnce(Writer writer, Idempotency idempotency, Actor actor, TimeProvider time, IOptions<JsonOptions> json)
{
    /// <summary>A change of one document: prepared outside, done and answered inside.</summary>
    /// <param name="prepare">Not asked when the key is known: what was possible then need not be so any more.</param>
    /// <param name="answer">Reads what the save made of it, its version among it.</param>
    public async Task<IResult> ChangeAsync(
        HttpContext http, ReadOnlyMemory<byte> body, Func<Task<Func<ServiceDb, Task>>> prepare, Func<ServiceDb, Task<object>> answer)
    {
        if (WriteKey.Of(http, actor, body.Span) is { } key && await idempotency.FindAsync(key.Key, key.BodyHash, http.RequestAborted) is { } first)
            return new JsonAnswer(first.Status, first.Result, replayed: true);
        var work = await prepare();
        return await RunAsync(http, body, async db =>
        {
            await work(db);
            await db.SaveChangesAsync(http.RequestAborted);
            return await answer(db);
        });
    }

    /// <param name="body">As it came; empty for a write that says everything by its path.</param>
    /// <param name="work">Gives the answer.</param>
    /// <param name="place">Where what was made is, by the answer's JSON, for 201; null: nothing was made, 200.</param>
    public async Task<IResult> RunAsync(HttpContext http, ReadOnlyMemory<byte> body, Func<ServiceDb, Task<object>> work, Func<string, string>? place = null)
    {
        var status = place is null ? StatusCodes.Status200OK : StatusCodes.Status201Created;
        if (WriteKey.Of(http, actor, body.Span) is not { } key)
        {
            var said = await writer.RunAsync(SaidAsync, http.RequestAborted);
            return new JsonAnswer(status, said, place?.Invoke(said));
        }
        var done = await idempotency.RunOnceAsync(key.Key, key.BodyHash, time.Now(), async db => (status, await SaidAsync(db)), http.RequestAborted);
        return new JsonAnswer(done.Status, done.Result, place?.Invoke(done.Result), done.Replayed);

        async Task<string> SaidAsync(ServiceDb db) => JsonSerializer.Serialize(await work(db), json.Value.SerializerOptions);
    }
}
