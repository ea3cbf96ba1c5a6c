using Microsoft.Extensions.DependencyInjection;
using Sanbao.Web.Platform;
using Sanbao.Web.Tests.Platform;

namespace Sanbao.Web.Tests.Demo;

public class LoadingNoticeTests
{
    [Fact]
    public async Task While_demo_data_comes_in_every_page_says_how_far_it_is_and_then_that_it_is_there()
    {
        await using var site = await TestSite.Start();
        var loading = site.App.Services.GetRequiredService<Loading>();
        using var browser = await site.SignIn("service-manager");
        (await browser.Page("/")).QuerySelector("#loading").ShouldBeNull();

        loading.Tell("demo.loading", 40);
        using var stranger = site.Browse();
        foreach (var (who, path) in new[] { (browser, "/"), (browser, "/customers"), (stranger, "/sign-in") })
            (await who.Page(path)).QuerySelector("#loading")!.TextContent.ShouldContain("40%");
        loading.End();

        (await browser.Page("/loading")).QuerySelector("#loading")!.TextContent.ShouldContain("演示数据已装入");
        (await browser.Page("/")).QuerySelector("#loading").ShouldBeNull();
    }
}
