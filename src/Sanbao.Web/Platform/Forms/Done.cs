using Sanbao.Web.Platform.Files;

namespace Sanbao.Web.Platform.Forms;

/// <summary>Where to go after a form was done: 303, or htmx's own header when it asked.</summary>
internal static class Done
{
    public static IResult To(string path) => new Redirect(path, null);

    /// <summary>The next page says the phrase once.</summary>
    public static IResult To(string path, string code, params ReadOnlySpan<object> arguments) =>
        new Redirect(path, Phrase.Of(code, arguments));

    /// <summary>The same after files were handed in: what was not taken is said instead, with the reason of each.</summary>
    public static IResult Received(Reception reception, string path, string code) =>
        reception.Refused.Count == 0 ? To(path, code)
        : new Redirect(path, Phrase.Of("file.partly", reception.Kept.Count), reception.Refused);

    /// <summary>To the page the post came from, when it is one of ours; else to the start.</summary>
    public static IResult Back(HttpContext http) => To(PageOf(http));

    /// <summary>The page from which the browser sent this, when it is one of ours; else the start.</summary>
    public static string PageOf(HttpContext http) =>
        Uri.TryCreate(http.Request.Headers.Referer, UriKind.Absolute, out var from) && from.Authority == http.Request.Host.Value
            ? Local(from.PathAndQuery)
            : "/";

    /// <summary>A script asks for a part of a page; a redirect must reach the page itself.</summary>
    public static bool IsFragment(HttpContext http) => http.Request.Headers.ContainsKey("HX-Request");

    /// <summary>The path if it stays on this site, else the start. Browsers read a backslash as a slash.</summary>
    public static string Local(string? path) =>
        path is ['/', ..] and not ['/', '/' or '\\', ..] && UnfitCharacters.In(path) is null && !path.Any(char.IsControl) ? path : "/";

    /// <summary>As headers carry it: letters that are not ASCII stand there by their numbers.</summary>
    private static string InHeader(string path) =>
        string.Concat(path.EnumerateRunes().Select(r => r.IsAscii ? r.ToString() : Uri.EscapeDataString(r.ToString())));

    private sealed class Redirect(string path, Phrase? says, IReadOnlyList<FieldError>? but = null) : IResult
    {
        public Task ExecuteAsync(HttpContext http)
        {
            var words = http.RequestServices.GetRequiredService<Words>();
            if (says is { } phrase)
                Flash.Set(
                    http, but is null ? Tone.Good : Tone.Warn, string.Join(' ', [words.Say(phrase), .. (but ?? []).Select(words.Say)]));
            if (IsFragment(http))
            {
                http.Response.Headers["HX-Redirect"] = InHeader(path);
                return Task.CompletedTask;
            }
            http.Response.StatusCode = StatusCodes.Status303SeeOther;
            http.Response.Headers.Location = InHeader(path);
            return Task.CompletedTask;
        }
    }
}
