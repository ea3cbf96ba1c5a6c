using Sanbao.Data;
using Sanbao.Data.Writing;
using Sanbao.Web.Features.Requests.Page;
using Sanbao.Web.Platform.Api;
using Sanbao.Web.Shell;

namespace Sanbao.Web.Features.Requests.Handling;

/// <summary>Where both entrances meet: shows a request, and runs a verb on it in one save.</summary>
internal sealed class RequestDesk(
    RequestReader reader, Writer writer, WorkOnce once, RequestCharters charters, Actor actor, TimeProvider time, Words words,
    FormState typed)
{
    public async Task<IResult> Show(HttpContext http, string number, RequestVerb? open = null)
    {
        var view = await reader.ReadAsync(number, http.RequestAborted);
        return View.Of<OneRequest>(new { Of = view, Open = open });
    }

    /// <summary>The form of a verb: alone when htmx asks, else in its page.</summary>
    public async Task<IResult> ShowForm(HttpContext http, string number, RequestVerb verb)
    {
        Require(verb);
        return http.Request.Headers.ContainsKey("HX-Request")
            ? View.Of<ActionPanel>(new { Of = await reader.ReadAsync(number, http.RequestAborted), Verb = verb })
            : await Show(http, number, verb);
    }

    public Task<IResult> Post<TCommand>(HttpContext http, string number, RequestVerb<TCommand> verb) where TCommand : class
    {
        Require(verb);
        return PostForm.Handle(
            http,
            form => verb.Read(form, words.Zone),
            async command =>
            {
                var seen = long.TryParse(typed.Typed("version"), out var version) ? version : (long?)null;
                await writer.RunAsync(db => WorkAsync(db, number, seen, verb, command, http.RequestAborted), http.RequestAborted);
                return Done.To($"/requests/{number}", $"request.done.{verb.Name}");
            },
            () => Show(http, number, verb));
    }

    public async Task<IResult> PostJson<TCommand>(HttpContext http, string key, RequestVerb<TCommand> verb, PostedBody<TCommand> body) where TCommand : class
    {
        Require(verb);
        return await once.RunAsync(http, body.Bytes, async db => HandledAnswer.Of(await WorkAsync(db, key, SeenIn(http), verb, body.Value, http.RequestAborted)));
    }

    private async Task<RequestWork> WorkAsync<TCommand>(
        ServiceDb db, string key, long? seen, RequestVerb<TCommand> verb, TCommand command, CancellationToken cancel) where TCommand : class
    {
        var request = (Guid.TryParse(key, out var id)
            ? await db.FindRequestAsync(id, actor, cancel)
            : await db.FindRequestAsync(key, actor, cancel)) ?? throw new NotFoundException();
        if (seen is { } version) request.RequireVersion(version);
        var work = new RequestWork(db, request, charters.Of(request), actor, time.Now(), cancel);
        await verb.Run(work, command);
        return work;
    }

    private void Require(RequestVerb verb)
    {
        if (!verb.IsFor(actor)) throw new NotFoundException();
    }

    /// <summary>The version a program looked at, from <c>If-Match: "7"</c>; null: it does not care. Never taken for less care than was asked.</summary>
    private static long? SeenIn(HttpContext http) => http.Request.Headers.IfMatch.ToString().Trim() switch
    {
        "" or "*" => null,
        var said when long.TryParse(said.Trim('"'), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var version) => version,
        _ => throw new FieldErrorsException([new("If-Match", "version.malformed")]),
    };
}
