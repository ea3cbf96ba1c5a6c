using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Sanbao.Data;
using Sanbao.Data.Writing;

namespace Sanbao.Web.Platform.Api;

/// <summary>Writes of programs: one save, and its answer. The same key with the same body gets the first answer, letter by
/// letter.</summary>
internal sealed class Once(Idempotency idempotency, Actor actor, TimeProvider time, IOptions<JsonOptions> json)
{
    /// <summary>A new document: 201 with its place.</summary>
    /// <param name="place">Path of the collection, e.g. <c>/api/v1/customers</c>.</param>
    /// <param name="make">Reads and decides outside, and gives what makes the document inside the save.</param>
    public Task<IResult> MakeAsync<TDoc>(
        HttpContext http, ReadOnlyMemory<byte> body, string place, Func<Task<Func<ServiceDb, Task<TDoc>>>> make, Func<TDoc, object> answer)
        where TDoc : Document =>
        MakeAsync(http, body, place, make, (_, made) => Task.FromResult(answer(made)));

    /// <summary>The same where nothing is to be read beforehand, and something afterwards.</summary>
    public Task<IResult> MakeAsync<TDoc, TAnswer>(
        HttpContext http, ReadOnlyMemory<byte> body, string place, Func<ServiceDb, Task<TDoc>> make,
        Func<ServiceDb, TDoc, Task<TAnswer>> answer)
        where TDoc : Document where TAnswer : notnull =>
        MakeAsync(http, body, place, () => Task.FromResult(make), async (db, made) => (object)await answer(db, made));

    /// <summary>The same where nothing is to be read beforehand.</summary>
    public Task<IResult> MakeAsync<TDoc>(
        HttpContext http, ReadOnlyMemory<byte> body, string place, Func<ServiceDb, Task<TDoc>> make, Func<TDoc, object> answer)
            where TDoc : Document =>
        MakeAsync(http, body, place, () => Task.FromResult(make), answer);

    /// <summary>A change of what is stored, answered as the save left it.</summary>
    public Task<IResult> ChangeAsync<T>(
        HttpContext http, ReadOnlyMemory<byte> body, Func<Task<Func<ServiceDb, Task<T>>>> prepare,
        Func<ServiceDb, T, Task<object>> answer) =>
        RunAsync(http, body, async () =>
        {
            var work = await prepare();
            return async db =>
            {
                var changed = await work(db);
                await db.SaveChangesAsync(http.RequestAborted);
                return new(StatusCodes.Status200OK, Say(await answer(db, changed)));
            };
        });

    /// <summary>The same where nothing is to be read afterwards.</summary>
    public Task<IResult> ChangeAsync<T>(
        HttpContext http, ReadOnlyMemory<byte> body, Func<Task<Func<ServiceDb, Task<T>>>> prepare, Func<T, object> answer) =>
        ChangeAsync(http, body, prepare, (_, changed) => Task.FromResult(answer(changed)));

    /// <summary>The same where nothing is to be read beforehand either.</summary>
    public Task<IResult> ChangeAsync<T>(HttpContext http, ReadOnlyMemory<byte> body, Func<ServiceDb, Task<T>> work,
        Func<T, object> answer) =>
        ChangeAsync(http, body, () => Task.FromResult(work), answer);

    /// <summary>A new document of the busiest kind, through the group commit.</summary>
    /// <param name="known">Place and answer of what there is already under another mark than the key, as it is now; null: nothing.</param>
    public async Task<IResult> CreateAsync(
        HttpContext http, ReadOnlyMemory<byte> body, Func<Task<(string Place, object Answer)?>> known,
        Func<Task<Func<Creation, (string Place, object Answer)>>> prepare) =>
        Answer(await idempotency.CreateOnceAsync(
            PostedKey.Of(http, actor, body.Span), time.Now(),
            async () => await known() is var (place, answer) ? new(StatusCodes.Status200OK, Say(answer), place, Replayed: true) : null,
            async () =>
            {
                var work = await prepare();
                return creation =>
                {
                    var (place, answer) = work(creation);
                    return new(StatusCodes.Status201Created, Say(answer), place);
                };
            },
            http.RequestAborted));

    private Task<IResult> MakeAsync<TDoc>(
        HttpContext http, ReadOnlyMemory<byte> body, string place, Func<Task<Func<ServiceDb, Task<TDoc>>>> make,
        Func<ServiceDb, TDoc, Task<object>> answer)
        where TDoc : Document =>
        RunAsync(http, body, async () =>
        {
            var work = await make();
            return async db =>
            {
                var made = await work(db);
                await db.SaveChangesAsync(http.RequestAborted);
                return new(StatusCodes.Status201Created, Say(await answer(db, made)), $"{place}/{made.Id}");
            };
        });

    private async Task<IResult> RunAsync(HttpContext http, ReadOnlyMemory<byte> body,
        Func<Task<Func<ServiceDb, Task<KeyedResult>>>> prepare) =>
        Answer(await idempotency.RunOnceAsync(PostedKey.Of(http, actor, body.Span), time.Now(), prepare, http.RequestAborted));

    private string Say(object answer) => JsonSerializer.Serialize(answer, json.Value.SerializerOptions);

    private static JsonAnswer Answer(KeyedResult done) => new(done.Status, done.Result, done.Location, done.Replayed);
}
