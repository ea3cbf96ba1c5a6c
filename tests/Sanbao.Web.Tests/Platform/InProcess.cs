using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Logging;

namespace Sanbao.Web.Tests.Platform;

/// <summary>A site in this process, without a port.</summary>
internal static class InProcess
{
    public static void RunInProcess(this WebApplicationBuilder builder)
    {
        builder.WebHost.UseTestServer();
        // This server limits no bodies, and says so at every upload; other warnings of the site stay.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Routing.EndpointRoutingMiddleware", LogLevel.Error);
    }
}
