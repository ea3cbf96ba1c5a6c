using System.Net;
using AngleSharp;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Sanbao.Data;
using Sanbao.Data.Accounts;
using Sanbao.Data.Writing;
using Sanbao.Domain.Kernel;
using Sanbao.Web.Features.Accounts;
using Sanbao.Web.Platform.Hosting;
using Sanbao.Web.Tests.Data;

namespace Sanbao.Web.Tests.Platform;

/// <summary>The whole site in this process, without a port, with an empty data folder; routes may be added.</summary>
public sealed class TestSite : IAsyncDisposable
{
    /// <summary>Of everybody who signs in here.</summary>
    public const string Password = "a good password";

    private readonly string data = Directory.CreateTempSubdirectory("sanbao-site-").FullName;
    private readonly WebApplication app;

    private TestSite(Action<Routes>? map, Action<WebApplicationBuilder>? adjust, string? database, bool demo)
    {
        app = Site.Build(new SiteOptions { DataFolder = data, Demo = demo ? DemoWish.Asked : DemoWish.No, Database = database }, builder =>
        {
            builder.RunInProcess();
            // As safe as a test needs it: a hash takes a tenth of a second otherwise.
            builder.Services.Configure<PasswordHasherOptions>(o => o.IterationCount = 1000);
            adjust?.Invoke(builder);
        }, map);
    }

    public WebApplication App => app;

    internal static async Task<TestSite> Start(
        Action<Routes>? map = null, Action<WebApplicationBuilder>? adjust = null, string? database = null, bool demo = false)
    {
        var site = new TestSite(map, adjust, database, demo);
        // Demo records come into a new folder only.
        if (database is null && !demo) await BegunTables.PutIntoAsync(site.data);
        await site.app.StartAsync(TestContext.Current.CancellationToken);
        return site;
    }

    /// <summary>On a new database of that kind.</summary>
    internal static async Task<TestSite> Start(Kind kind, PostgresCluster cluster, Action<WebApplicationBuilder>? adjust = null) =>
        await Start(adjust: adjust, database: kind is Kind.Postgres ? await cluster.NewBegunAsync() : null);

    /// <summary>A bare client, for what no browser does.</summary>
    public HttpClient Client() => app.GetTestClient();

    /// <summary>A browser that keeps cookies and does not follow redirects. Nobody is signed in; a token is shown if there is
    /// one.</summary>
    public Browser Browse(string language = "zh-CN", string? token = null) => new(app.GetTestServer().CreateHandler(), language, token);

    /// <summary>A browser in which somebody of that role signed in through the page.</summary>
    public async Task<Browser> SignIn(string role = "administrator", string language = "zh-CN")
    {
        var login = $"{role}-{Guid.NewGuid():N}"[..40];
        await AddAccount(login, role);
        var browser = Browse(language);
        using var done = await browser.SignIn(login, Password);
        done.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        return browser;
    }

    public async Task<Account> AddAccount(string login, params string[] roles)
    {
        var hash = await app.Services.GetRequiredService<Passwords>().HashAsync(Password);
        return await app.Services.GetRequiredService<Writer>().RunAsync(
            async db => await EditAccounts.CreateAsync(
                db, new(login, "王芳", [.. roles], Customer: roles.Contains(Roles.Customer) ? await CustomerAsync(db) : null), hash,
                temporary: false, Actor.System, Now));
    }

    /// <summary>Whose person somebody in the role of a customer is.</summary>
    private async Task<Guid> CustomerAsync(ServiceDb db)
    {
        var customer = Domain.Customers.Customer.Create(new() { Name = "外部客户" }, Actor.System, Now);
        db.Add(customer);
        await db.SaveChangesAsync();
        return customer.Id;
    }

    /// <summary>A program that shows a token of that role.</summary>
    public async Task<HttpClient> Program(string role = "administrator")
    {
        var client = Client();
        client.DefaultRequestHeaders.Authorization = new("Bearer", await AddToken(role));
        return client;
    }

    public async Task<string> AddToken(string role)
    {
        var (token, secret) = ApiToken.Create("测试 " + role, [role], Now);
        await app.Services.GetRequiredService<Writer>().RunAsync(db => EditTokens.AddAsync(db, token, Actor.System, Now));
        return secret;
    }

    private DateTimeOffset Now => app.Services.GetRequiredService<TimeProvider>().GetUtcNow().ToMilliseconds();

    public async ValueTask DisposeAsync()
    {
        // Disposed alone, what works in the background goes on without its services.
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
        Directory.Delete(data, recursive: true);
    }
}

/// <summary>A visitor of <see cref="TestSite"/>: sends forms as a browser would, with what the page holds.</summary>
public sealed class Browser(HttpMessageHandler handler, string language, string? token = null, string origin = "http://localhost")
    : IDisposable
{
    private readonly HttpMessageInvoker http = new(new Cookies(handler));

    /// <summary>Through the page.</summary>
    public async Task<HttpResponseMessage> SignIn(string login, string password, string back = "/")
    {
        var page = await Page("/sign-in?back=" + Uri.EscapeDataString(back));
        return await Submit(page, "/sign-in", ("login", login), ("password", password), ("back", back));
    }

    public async Task<HttpResponseMessage> Get(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        return await Send(request);
    }

    public async Task<HttpResponseMessage> Send(HttpRequestMessage request)
    {
        request.Headers.TryAddWithoutValidation("Accept-Language", language);
        if (token is not null) request.Headers.Authorization = new("Bearer", token);
        request.RequestUri = new Uri(new Uri(origin), request.RequestUri!);
        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public Task<HttpResponseMessage> PostJson(string path, string json) =>
        Send(new(HttpMethod.Post, path) { Content = new StringContent(json, System.Text.Encoding.UTF8, "application/json") });

    public async Task<IHtmlDocument> Page(string path) => await Document(await Get(path));

    /// <summary>Fills in fields of the form that posts to the path, and sends it with all its hidden fields.</summary>
    public async Task<HttpResponseMessage> Submit(IHtmlDocument page, string action, params (string Name, string Value)[] typed)
    {
        var form = page.Forms.First(f => f.GetAttribute("action") == action && f.Method == "post");
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
