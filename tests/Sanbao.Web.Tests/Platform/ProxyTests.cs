using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;

namespace Sanbao.Web.Tests.Platform;

/// <summary>Behind a proxy that ends TLS, as nginx does it: what the browser got over TLS it keeps for TLS.</summary>
public class ProxyTests
{
    [Fact]
    public async Task Every_cookie_is_sealed_for_https_when_the_proxy_on_this_machine_says_the_caller_came_by_it()
    {
        await using var site = await TestSite.Start();
        await site.AddAccount("wangfang", "liaison");
        var browser = new Browser(new Nginx(site), "zh-CN", origin: "https://localhost");
        var page = await browser.Page("/sign-in");
        using var chosen = await browser.Submit(page, "/language", ("language", "en"), ("back", "/"));
        using var done = await browser.Submit(page, "/sign-in", ("login", "wangfang"), ("password", TestSite.Password));
        var cookies = done.Headers.GetValues("Set-Cookie").Concat(chosen.Headers.GetValues("Set-Cookie")).ToArray();
        cookies.ShouldContain(c => c.StartsWith("sanbao=", StringComparison.Ordinal));
        cookies.ShouldAllBe(c => c.Contains("; secure", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("127.0.0.1", "https", "203.0.113.7")]
    [InlineData("::1", "https", "203.0.113.7")]
    [InlineData("203.0.113.9", "http", "203.0.113.9")]
    public async Task Only_a_proxy_of_this_machine_is_believed_who_asks_and_how(string sender, string scheme, string address)
    {
        string? seen = null;
        string Who(HttpContext http) => seen = $"{http.Request.Scheme} {http.Connection.RemoteIpAddress}";
        await using var site = await TestSite.Start(routes => routes.Pages.MapGet("/try/who", Who).AllowAnonymous());
        await site.App.GetTestServer().SendAsync(http => As(http, sender));
        seen.ShouldBe($"{scheme} {address}");
    }

    private static void As(HttpContext http, string sender)
    {
        (http.Request.Method, http.Request.Path, http.Connection.RemoteIpAddress) = ("GET", "/try/who", IPAddress.Parse(sender));
        http.Request.Headers["X-Forwarded-For"] = "203.0.113.7";
        http.Request.Headers["X-Forwarded-Proto"] = "https";
    }

    /// <summary>What nginx adds by the lines that the guide names.</summary>
    private sealed class Nginx(TestSite site) : DelegatingHandler(site.App.GetTestServer().CreateHandler())
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var asked = request.RequestUri!;
            request.Headers.Add("X-Forwarded-For", "203.0.113.7");
            request.Headers.Add("X-Forwarded-Proto", asked.Scheme);
            // The proxy itself speaks plain HTTP to the program.
            request.RequestUri = new UriBuilder(asked) { Scheme = "http", Port = 80 }.Uri;
            var answer = await base.SendAsync(request, cancellationToken);
            request.RequestUri = asked;
            return answer;
        }
    }
}
