using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Sanbao.Data;
using Sanbao.Data.Writing;
using Sanbao.Web.Platform.Api;

namespace Sanbao.Web.Platform.Forms;

/// <summary>
/// Work of a form that is done once, however often the form is sent: its answer may be lost on the way, and the device sends it again. The
/// page brings its own mark (<see cref="Field"/>); a form without one is sent as often as it is sent. Whether it is the same form is a
/// question to what was read from it, not to its fields: one that the device kept comes back by way of another page.
/// </summary>
internal sealed class FormOnce(
    Idempotency idempotency, FormState form, Actor actor, TimeProvider time, IOptions<JsonOptions> json)
{
    public const string Field = "once";

    /// <summary>Gives what the work gave, or what it gave the first time.</summary>
    /// <param name="name">Which form it is.</param>
    /// <param name="said">All that was said in it; what the page added for itself is not in it.</param>
    /// <exception cref="RefusedException">The same page was sent before, with something else in it.</exception>
    public Task<string> RunAsync(string name, object said, Func<ServiceDb, Task<string>> work, CancellationToken cancel) =>
        ToldAsync(() => idempotency.RunOnceAsync(KeyOf(name, said), time.Now(), async db => Result(await work(db)), cancel));

    /// <summary>The same for new documents that go through the group commit.</summary>
    /// <param name="prepare">Reads and decides outside; not asked when the form was sent before.</param>
    public Task<string> CreateAsync(string name, object said, Func<Task<Func<Creation, string>>> prepare, CancellationToken cancel) =>
        ToldAsync(() => idempotency.CreateOnceAsync(KeyOf(name, said), time.Now(), () => Task.FromResult<KeyedResult?>(null), async () =>
        {
            var unit = await prepare();
            return creation => Result(unit(creation));
        }, cancel));

    private WriteKey? KeyOf(string name, object said) => Guid.TryParse(form.Typed(Field), out var page)
        ? PostedKey.OfForm(actor, name, page, JsonSerializer.Serialize(said, json.Value.SerializerOptions)) : null;

    private static KeyedResult Result(string gave) => new(StatusCodes.Status303SeeOther, gave);

    private static async Task<string> ToldAsync(Func<Task<KeyedResult>> run)
    {
        try
        {
            return (await run()).Result;
        }
        catch (FieldErrorsException e) when (e.Errors.Any(error => error.Field == Idempotency.Field))
        {
            throw new RefusedException(new("form.already-saved"));
        }
    }
}
