namespace Sanbao.Web.Platform.Api;

/// <summary>An answer whose JSON is already written: what a repeated write gets is, letter by letter, what the first one got.</summary>
internal sealed class JsonAnswer(int status, string json, string? location = null, bool replayed = false) : IResult
{
    public Task ExecuteAsync(HttpContext http)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json; charset=utf-8";
        if (location is not null) http.Response.Headers.Location = location;
        if (replayed) http.Response.Headers[PostedKey.ReplayedHeader] = "true";
        return http.Response.WriteAsync(json, http.RequestAborted);
    }
}
