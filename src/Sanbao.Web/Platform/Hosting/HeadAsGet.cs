namespace Sanbao.Web.Platform.Hosting;

/// <summary>HEAD is answered like GET without the body, on every page: what watches a site asks so (RFC 9110, 9.3.2).</summary>
internal sealed class HeadAsGet(RequestDelegate next)
{
    public async Task Invoke(HttpContext http)
    {
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await next(http);
            return;
        }
        var body = http.Response.Body;
        (http.Request.Method, http.Response.Body) = (HttpMethods.Get, Stream.Null);
        try
        {
            await next(http);
        }
        finally
        {
            (http.Request.Method, http.Response.Body) = (HttpMethods.Head, body);
        }
    }
}
