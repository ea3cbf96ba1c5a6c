using System.Globalization;
using Sanbao.Data;
using Sanbao.Data.Journal;

namespace Sanbao.Web.Platform.Forms;

/// <summary>
/// Every form post goes through here (docs/decisions/0008): read, run, then go to another page (303). Wrong fields (422) and refusals (409)
/// show the same page again with what was typed.
/// </summary>
internal static class PostForm
{
    /// <summary>The hidden field that says which form of a page was posted.</summary>
    public const string NameField = "_form";

    /// <summary>The hidden fields that say which version was looked at, and how many lines of its journal there were.</summary>
    public const string VersionField = "version", SeenField = "seen";

    /// <param name="read">Fields to command; notes what does not fit.</param>
    /// <param name="run">The work. May throw <see cref="RefusedException"/> or <see cref="FieldErrorsException"/>.</param>
    /// <param name="again">The page that holds the form, usually the handler of the GET.</param>
    public static async Task<IResult> Handle<TForm>(
        HttpContext http, Func<FormReader, TForm> read, Func<TForm, Task<IResult>> run, Func<Task<IResult>> again)
    {
        var state = http.RequestServices.GetRequiredService<FormState>();
        state.Take(await http.Request.ReadFormAsync(http.RequestAborted));
        try
        {
            var form = read(new FormReader(state));
            return state.Errors.Count > 0 ? await Invalid() : await run(form);
        }
        catch (FieldErrorsException e)
        {
            state.Errors.AddRange(e.Errors);
            return await Invalid();
        }
        catch (RefusedException e)
        {
            state.Refusal = e.Refusal;
            if (e.Changed is { } document) state.Meanwhile = await MeanwhileAsync(http, document, state);
            return new Again(await again(), StatusCodes.Status409Conflict);
        }

        async Task<IResult> Invalid() => new Again(await again(), StatusCodes.Status422UnprocessableEntity);
    }

    public static Task<IResult> Handle<TForm>(
        HttpContext http, Func<FormReader, TForm> read, Func<TForm, Task<IResult>> run, Func<IResult> again) =>
        Handle(http, read, run, () => Task.FromResult(again()));

    /// <summary>The lines of the journal after those that the person had seen (<c>SeenVersion</c>).</summary>
    private static async Task<List<TimelineLine>> MeanwhileAsync(HttpContext http, Guid document, FormState state)
    {
        if (!int.TryParse(state.Typed(SeenField), NumberStyles.None, CultureInfo.InvariantCulture, out var seen)) return [];
        var services = http.RequestServices;
        var lines = await services.GetRequiredService<ServiceDb>()
            .TimelineAsync(document, services.GetRequiredService<Actor>(), http.RequestAborted);
        return lines.FindAll(line => line.Index >= seen);
    }

    private sealed class Again(IResult page, int status) : IResult
    {
        public Task ExecuteAsync(HttpContext http)
        {
            http.Response.StatusCode = status;
            return page.ExecuteAsync(http);
        }
    }
}
