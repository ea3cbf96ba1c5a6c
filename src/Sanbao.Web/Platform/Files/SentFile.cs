namespace Sanbao.Web.Platform.Files;

/// <summary>A kept file as an answer: a picture is shown, anything else downloaded; neither may run anything or be read as something it is
/// not.</summary>
internal static class SentFile
{
    /// <summary>Not found when its bytes are not there, e.g. after a restore without the files.</summary>
    public static IResult Of(HttpContext http, FileStore store, string name, string mediaType, string hash)
    {
        var path = store.Find(hash) ?? throw new NotFoundException();
        var shown = mediaType is "image/png" or "image/jpeg" or "image/gif" or "image/webp";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "private, max-age=3600";
        return Results.File(path, shown ? mediaType : "application/octet-stream", shown ? null : name, enableRangeProcessing: true);
    }
}
