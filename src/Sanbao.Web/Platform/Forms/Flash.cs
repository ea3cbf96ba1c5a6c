namespace Sanbao.Web.Platform.Forms;

/// <summary>The colour of a message or a state: calm is grey.</summary>
public enum Tone { Calm, Accent, Good, Warn, Bad, Violet }

/// <summary>A sentence that the next page shows once. It travels in a cookie, so that any node can show it.</summary>
internal sealed record Flash(Tone Tone, string Text)
{
    private const string Cookie = "flash";

    public static void Set(HttpContext http, Tone tone, string text)
    {
        var shown = text.Length > 500 ? text[..500] : text;
        http.Response.Cookies.Append(Cookie, $"{tone}:{shown}",
            new() { HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromMinutes(1) });
    }

    /// <summary>Takes it off the request, so that it is shown once; by a page, not by a part that fetches itself again just then.</summary>
    public static Flash? Take(HttpContext http)
    {
        if (Done.IsFragment(http) || http.Request.Cookies[Cookie] is not { } value) return null;
        if (!http.Response.HasStarted) http.Response.Cookies.Delete(Cookie);
        return value.Split(':', 2) is [var tone, var text] && Enum.TryParse<Tone>(tone, out var known) ? new(known, text) : null;
    }
}
