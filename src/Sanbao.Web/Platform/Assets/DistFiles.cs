using System.Collections.Frozen;
using Microsoft.AspNetCore.StaticFiles;

namespace Sanbao.Web.Platform.Assets;

/// <summary>
/// Sends what the build put into wwwroot/dist, in the best encoding it left there. The names carry a hash of the content, so a browser
/// keeps them for a year.
/// </summary>
internal sealed class DistFiles(RequestDelegate next, Dist dist)
{
    private static readonly FileExtensionContentTypeProvider Types = new();

    private readonly FrozenSet<string> files = Directory.Exists(dist.Folder)
        ? Directory.EnumerateFiles(dist.Folder).Select(f => Path.GetFileName(f)!).ToFrozenSet()
        : [];

    public Task Invoke(HttpContext http)
    {
        if (!http.Request.Path.StartsWithSegments("/dist", out var rest)
            || !(HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)))
            return next(http);
        var name = rest.Value!.TrimStart('/');
        return files.Contains(name) && Types.TryGetContentType(name, out var type) ? Send(http, name, type) : next(http);
    }

    private async Task Send(HttpContext http, string name, string type)
    {
        var (file, encoding) = Best(name, http.Request.Headers.AcceptEncoding.ToString());
        http.Response.ContentType = type.StartsWith("text/", StringComparison.Ordinal) ? $"{type}; charset=utf-8" : type;
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        http.Response.Headers.Vary = "Accept-Encoding";
        // Naming an encoding also keeps the compression of dynamic answers off.
        http.Response.Headers.ContentEncoding = encoding;
        http.Response.ContentLength = new FileInfo(Path.Combine(dist.Folder, file)).Length;
        if (HttpMethods.IsGet(http.Request.Method)) await http.Response.SendFileAsync(Path.Combine(dist.Folder, file), http.RequestAborted);
    }

    private (string File, string Encoding) Best(string name, string accepted) =>
        accepted.Contains("br", StringComparison.Ordinal) && files.Contains($"{name}.br") ? ($"{name}.br", "br")
        : accepted.Contains("gzip", StringComparison.Ordinal) && files.Contains($"{name}.gz") ? ($"{name}.gz", "gzip")
        : (name, "identity");
}
