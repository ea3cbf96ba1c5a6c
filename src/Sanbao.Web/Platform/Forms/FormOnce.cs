using Sanbao.Data;
using Sanbao.Data.Writing;
using Sanbao.Web.Platform.Api;

namespace Sanbao.Web.Platform.Forms;

/// <summary>
/// Work of a form that is done once, however often the form is sent: its answer may be lost on the way, and the device sends it again. The
/// page brings its own mark (<see cref="Field"/>); a form without one is sent as often as it is sent.
/// </summary>
internal sealed class FormOnce(Idempotency idempotency, FormState form, Actor actor, TimeProvider time)
{
    public const string Field = "once";

    /// <summary>Gives what the work gave, or what it gave the first time.</summary>
    /// <param name="name">Which form it is.</param>
    /// <exception cref="RefusedException">The same page was sent before, with other words in it.</exception>
    public async Task<string> RunAsync(string name, Func<ServiceDb, Task<string>> work, CancellationToken cancel)
    {
        var key = Guid.TryParse(form.Typed(Field), out var page) ? PostedKey.OfForm(actor, name, page, form.Said()) : null;
        try
        {
            return (await idempotency.RunOnceAsync(key, time.Now(), async db => new(StatusCodes.Status303SeeOther, await work(db)), cancel))
                .Result;
        }
        catch (FieldErrorsException e) when (e.Errors.Any(error => error.Field == Idempotency.Field))
        {
            throw new RefusedException(new("form.already-saved"));
        }
    }
}
