namespace Sanbao.Web.Platform.Forms;

/// <summary>
/// Every form post goes through here (docs/decisions/0008): read, run, then go to another page (303). Wrong fields (422) and refusals (409)
/// show the same page again with what was typed.
/// </summary>
internal static class PostForm
{
    /// <summary>The hidden field that says which form of a page was posted.</summary>
    public const string NameField = "_form";

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
            return new Again(await again(), StatusCodes.Status409Conflict);
        }

        async Task<IResult> Invalid() => new Again(await again(), StatusCodes.Status422UnprocessableEntity);
    }

    public static Task<IResult> Handle<TForm>(
        HttpContext http, Func<FormReader, TForm> read, Func<TForm, Task<IResult>> run, Func<IResult> again) =>
        Handle(http, read, run, () => Task.FromResult(again()));

    private sealed class Again(IResult page, int status) : IResult
    {
        public Task ExecuteAsync(HttpContext http)
        {
            http.Response.StatusCode = status;
            return page.ExecuteAsync(http);
        }
    }
}
