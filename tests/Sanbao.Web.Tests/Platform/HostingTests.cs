using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Sanbao.Web.Tests.Platform;

public class HostingTests
{
    [Fact]
    public async Task Assets_have_lasting_addresses_and_come_compressed()
    {
        await using var site = await TestSite.Start();
        var browser = await site.SignIn();
        var address = (await browser.Page("/")).QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
        using var response = await browser.Send(request);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentEncoding.ShouldBe(["br"]);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/css");
        response.Headers.CacheControl!.ToString().ShouldContain("max-age=31536000");
        (await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length.ShouldBeGreaterThan(10_000);
    }

    [Theory]
    [InlineData("/", HttpStatusCode.SeeOther)]
    [InlineData("/health/live", HttpStatusCode.OK)]
    [InlineData("/api/v1/no-such", HttpStatusCode.Unauthorized)]
    public async Task What_watches_a_site_may_ask_for_the_head_alone(string path, HttpStatusCode status)
    {
        await using var site = await TestSite.Start();
        using var request = new HttpRequestMessage(HttpMethod.Head, path);
        using var response = await site.Client().SendAsync(request, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(status);
        (await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/dist/manifest.txt")]
    [InlineData("/dist/../appsettings.json")]
    [InlineData("/dist/%2e%2e/Sanbao.Web.dll")]
    public async Task Nothing_else_of_the_disk_is_served(string path)
    {
        await using var site = await TestSite.Start();
        using var response = await (await site.SignIn()).Get(path);
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_page_lets_no_foreign_script_run_and_nobody_frame_it()
    {
        await using var site = await TestSite.Start();
        using var response = await (await site.SignIn()).Get("/");
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("script-src 'self';");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldNotContain("'unsafe-eval'");
        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
    }

    [Fact]
    public async Task The_page_speaks_the_language_that_was_asked_for_and_the_switch_stays()
    {
        await using var site = await TestSite.Start();
        var browser = await site.SignIn(language: "en-GB");
        var page = await browser.Page("/");
        page.DocumentElement.GetAttribute("lang").ShouldBe("en");
        using var response = await browser.Submit(page, "/language", ("language", "zh"), ("back", "/?a=1"));
        response.Headers.Location!.ToString().ShouldBe("/?a=1");
        (await browser.Page("/")).DocumentElement.GetAttribute("lang").ShouldBe("zh-Hans");
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/favicon.svg")]
    [InlineData("/api")]
    public async Task What_everybody_may_ask_answers(string path)
    {
        await using var site = await TestSite.Start();
        using var response = await site.Browse().Get(path);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    // The limit only keeps a stream that does not end from holding the whole suite.
    [Fact(Timeout = 300_000)]
    public async Task An_open_event_stream_ends_when_the_site_stops()
    {
        var ended = new TaskCompletionSource();
        await using var site = await TestSite.Start(routes => routes.Pages.MapGet("/try/stream", (RequestDelegate)(async http =>
        {
            try
            {
                http.Response.ContentType = "text/event-stream";
                await http.Response.WriteAsync(": open\n\n");
                await http.Response.Body.FlushAsync();
                await Task.Delay(Timeout.Infinite, http.RequestAborted);
            }
            finally
            {
                // It may be cut while it is still sending its first words.
                ended.SetResult();
            }
        })).AllowAnonymous());
        using var client = site.Client();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/try/stream");
        request.Headers.Accept.Add(new("text/event-stream"));
        using var response =
            await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        site.App.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        await ended.Task.WaitAsync(TestContext.Current.CancellationToken);
    }
}
