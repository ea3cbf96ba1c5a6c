namespace Sanbao.Web.Platform.Hosting;

/// <summary>An open event stream would hold the shutdown until its time-out; it is cut as soon as the site is told to stop.</summary>
internal sealed class EndStreamsOnShutdown(RequestDelegate next, IHostApplicationLifetime lifetime)
{
    public async Task Invoke(HttpContext http)
    {
        if (!http.Request.Headers.Accept.ToString().Contains("text/event-stream", StringComparison.OrdinalIgnoreCase))
        {
            await next(http);
            return;
        }
        var registration = lifetime.ApplicationStopping.Register(http.Abort);
        try
        {
            await next(http);
        }
        finally
        {
            registration.Unregister();
        }
    }
}
