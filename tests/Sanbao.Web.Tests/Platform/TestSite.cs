using AngleSharp;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Sanbao.Web.Platform.Hosting;

namespace Sanbao.Web.Tests.Platform;

/// <summary>The whole site in this process, without a port, with an empty data folder; routes may be added.</summary>
public sealed class TestSite : IAsyncDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("sanbao-site-").FullName;
    private readonly WebApplication app;

    private TestSite(Action<Routes>? map, Action<WebApplicationBuilder>? adjust)
    {
        app = Site.Build(new SiteOptions { DataFolder = data, Demo = false }, builder =>
        {
            builder.WebHost.UseTestServer();
            adjust?.Invoke(builder);
        }, map);
    }

    public WebApplication App => app;

    internal static async Task<TestSite> Start(Action<Routes>? map = null, Action<WebApplicationBuilder>? adjust = null)
    {
        var site = new TestSite(map, adjust);
        await site.app.StartAsync(TestContext.Current.CancellationToken);
        return site;
    }

    /// <summary>A bare client, for what no browser does.</summary>
    public HttpClient Client() => app.GetTestClient();

    /// <summary>A browser that keeps cookies and does not follow redirects.</summary>
    public Browser Browse(string language = "zh-CN") => new(app.GetTestServer().CreateHandler(), language);

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
        Directory.Delete(data, recursive: true);
    }
}

/// <summary>A visitor of <see cref="TestSite"/>: sends forms as a browser would, with what the page holds.</summary>
public sealed class Browser(HttpMessageHandler handler, string language) : IDisposable
{
    private readonly HttpMessageInvoker http = new(new Cookies(handler));

    public async Task<HttpResponseMessage> Get(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        return await Send(request);
    }

    public async Task<HttpResponseMessage> Send(HttpRequestMessage request)
    {
        request.Headers.TryAddWithoutValidation("Accept-Language", language);
        request.RequestUri = new Uri(new Uri("http://localhost"), request.RequestUri!);
        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public Task<HttpResponseMessage> PostJson(string path, string json) =>
        Send(new(HttpMethod.Post, path) { Content = new StringContent(json, System.Text.Encoding.UTF8, "application/json") });

    public async Task<IHtmlDocument> Page(string path) => await Document(await Get(path));

    /// <summary>Fills in fields of the form that posts to the path, and sends it with all its hidden fields.</summary>
    public async Task<HttpResponseMessage> Submit(IHtmlDocument page, string action, params (string Name, string Value)[] typed)
    {
        var form = page.Forms.First(f => f.GetAttribute("action") == action);
        var fields = form.Elements.OfType<IHtmlInputElement>().Where(i => i.Type == "hidden").ToDictionary(i => i.Name!, i => i.Value);
        foreach (var (name, value) in typed) fields[name] = value;
        return await Send(new(HttpMethod.Post, action) { Content = new FormUrlEncodedContent(fields) });
    }

    public static async Task<IHtmlDocument> Document(HttpResponseMessage response)
    {
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (IHtmlDocument)await BrowsingContext.New(AngleSharp.Configuration.Default).OpenAsync(page => page.Content(html));
    }

    public void Dispose() => http.Dispose();

    private sealed class Cookies(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        private readonly System.Net.CookieContainer jar = new();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (jar.GetCookieHeader(request.RequestUri!) is { Length: > 0 } cookies) request.Headers.Add("Cookie", cookies);
            var response = await base.SendAsync(request, cancellationToken);
            if (response.Headers.TryGetValues("Set-Cookie", out var set))
                foreach (var cookie in set) jar.SetCookies(request.RequestUri!, cookie);
            return response;
        }
    }
}
