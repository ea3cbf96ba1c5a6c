using Microsoft.Extensions.Primitives;

namespace Sanbao.Web.Platform.Hosting;

/// <summary>
/// Addresses hold nothing that is no text (<see cref="UnfitCharacters"/>): there is no such path; a program is told at the name in its
/// query, and for people it is left away.
/// </summary>
internal sealed class FitAddresses(RequestDelegate next)
{
    public Task Invoke(HttpContext http)
    {
        if (UnfitCharacters.In(http.Request.Path.Value ?? "") is not null)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }
        if (http.Request.QueryString.HasValue && http.Request.Query.Any(IsUnfit)) Mend(http);
        return next(http);
    }

    private static bool IsUnfit(KeyValuePair<string, StringValues> asked) =>
        UnfitCharacters.In(asked.Key) is not null || asked.Value.Any(v => v is not null && UnfitCharacters.In(v) is not null);

    private static void Mend(HttpContext http)
    {
        var asked = http.Request.Query;
        if (ProblemAnswer.IsForPrograms(http)) throw new FieldErrorsException([.. asked.Where(IsUnfit).Select(Error)]);
        http.Request.Query = new QueryCollection(asked.Where(a => UnfitCharacters.In(a.Key) is null).ToDictionary(a => a.Key, Mended));
    }

    private static FieldError Error(KeyValuePair<string, StringValues> asked) => new(UnfitCharacters.Without(asked.Key), "json.text-unfit");

    private static StringValues Mended(KeyValuePair<string, StringValues> asked) =>
        new([.. asked.Value.Select(v => UnfitCharacters.Without(v ?? ""))]);
}
