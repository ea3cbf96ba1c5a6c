using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Sanbao.Web.Platform.Access;

namespace Sanbao.Web.Tests.Platform;

public class EndpointTests
{
    [Fact]
    public async Task Every_route_names_a_permission_or_says_for_whom_else_it_is()
    {
        await using var site = await TestSite.Start();
        Unguarded(site).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_route_without_a_permission_would_be_found()
    {
        await using var site = await TestSite.Start(routes => routes.Pages.MapGet("/planted", () => "open"));
        Unguarded(site).ShouldHaveSingleItem().ShouldContain("/planted");
    }

    private static IEnumerable<string> Unguarded(TestSite site) =>
        site.App.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is null && e.Metadata.GetMetadata<RequiredPermission>() is null
                && e.Metadata.GetMetadata<SignInIsEnough>() is null)
            .Select(e => e.DisplayName!);
}
