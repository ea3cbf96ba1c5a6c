using System.Net;
using System.Security.Claims;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Sanbao.Data;
using Sanbao.Data.Writing;
using Sanbao.Domain.Kernel;
using Sanbao.Web.Platform.Access;
using Sanbao.Web.Platform.Hosting;
using Sanbao.Web.Tests.Data;
using HostedSite = Sanbao.Web.Platform.Hosting.Site;
using Sanbao.Web.Tests.Platform;

namespace Sanbao.Web.Tests.InstalledBase;

/// <summary>The whole site on one of the databases, at 23:40 on 2 May 2026, used by whoever the test says.</summary>
internal sealed partial class Depot : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("sanbao-depot-").FullName;
    private readonly WebApplication app;
    private readonly Lazy<HttpMessageInvoker> http;

    private Depot(string? database, Action<IServiceCollection>? add, Action<Routes>? map, Action<DbContextOptionsBuilder>? extend)
    {
        app = HostedSite.Build(new SiteOptions { DataFolder = folder, Database = database, Demo = DemoWish.No, Charter = "S1" }, builder =>
        {
            builder.RunInProcess();
            builder.Services.AddSingleton<TimeProvider>(new StoppedClock(A.Now));
            builder.Services.AddSingleton(this);
            add?.Invoke(builder.Services);
            if (extend is not null) builder.Services.AddSingleton(ServiceDatabase.Of(folder, database, extend: extend));
            builder.Services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, AsSaid>("as-said", null);
            builder.Services.PostConfigure<AuthenticationOptions>(o =>
                o.DefaultScheme = o.DefaultAuthenticateScheme = o.DefaultChallengeScheme = o.DefaultForbidScheme = "as-said");
        }, map);
        http = new(() => new(app.GetTestServer().CreateHandler()));
    }

    /// <summary>Who is at the keyboard from now on.</summary>
    public Actor Actor { get; set; } = A.Clerk;

    /// <param name="add">With <paramref name="map"/> and <paramref name="extend"/>: a kind that the product does not have.</param>
    public static async Task<Depot> OpenAsync(
        Kind kind, PostgresCluster cluster, Action<IServiceCollection>? add = null, Action<Routes>? map = null,
        Action<DbContextOptionsBuilder>? extend = null)
    {
        // A kind that the product does not have wants tables of its own, which are made with all others.
        if (extend is not null) return await StartedAsync(
            new(kind is Kind.Postgres ? "postgres:" + await cluster.NewDatabaseAsync() : null, add, map, extend));
        var depot = new Depot(kind is Kind.Postgres ? await cluster.NewBegunAsync() : null, add, map, extend);
        if (kind is Kind.Sqlite) await BegunTables.PutIntoAsync(depot.folder);
        return await StartedAsync(depot);
    }

    private static async Task<Depot> StartedAsync(Depot depot)
    {
        await depot.app.StartAsync(TestContext.Current.CancellationToken);
        return depot;
    }

    public ServiceDb Read() => app.Services.GetRequiredService<ServiceDatabase>().CreateDbContext();

    public T Get<T>() where T : notnull => app.Services.GetRequiredService<T>();

    public IServiceScope Scope() => app.Services.CreateScope();

    public Task WriteAsync(Action<Creation> work) => app.Services.GetRequiredService<Writer>().CreateAsync(c => { work(c); return true; });

    public Task ChangeAsync(Func<ServiceDb, Task> work) => app.Services.GetRequiredService<Writer>().RunAsync(work);

    public async Task<(HttpStatusCode Status, string Text)> GetAsync(string path) => await SendAsync(new(HttpMethod.Get, path));

    public async Task<(HttpStatusCode Status, JsonElement Answer)> JsonGetAsync(string path)
    {
        var (status, text) = await GetAsync(path);
        return (status, JsonDocument.Parse(text).RootElement);
    }

    public async Task<byte[]> BytesAsync(string path, string language = "zh-CN")
    {
        using var response = await RawAsync(new(HttpMethod.Get, path) { Headers = { { "Accept-Language", language } } });
        return await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Where the address leads; null: it shows a page.</summary>
    public async Task<string?> GoAsync(string path)
    {
        using var response = await RawAsync(new(HttpMethod.Get, path));
        return response.Headers.Location?.ToString();
    }

    public async Task<(HttpStatusCode Status, JsonElement Answer)> JsonAsync(HttpMethod method, string path, object body,
        string? key = null)
    {
        var request = new HttpRequestMessage(method,
            path) { Content = new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json") };
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        var (status, text) = await SendAsync(request);
        return (status, JsonDocument.Parse(text).RootElement);
    }

    /// <summary>Opens the page and sends its form as a browser would.</summary>
    public Task<(HttpStatusCode Status, string Text)> FormAsync(string path, params (string Name, string Value)[] fields) =>
        FormAsync(path, path, fields);

    /// <param name="from">A page with a form, where the browser came from.</param>
    public async Task<(HttpStatusCode Status, string Text)> FormAsync(string path, string from, (string Name, string Value)[] fields)
    {
        using var page = await RawAsync(new(HttpMethod.Get, from));
        var cookies = page.Headers.TryGetValues("Set-Cookie", out var set) ? string.Join("; ", set.Select(c => c.Split(';')[0])) : "";
        var token = TokenField().Match(await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Groups[1].Value;
        var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(
                [new("__RequestVerificationToken", token), .. fields.Select(f => new KeyValuePair<string, string>(f.Name, f.Value))]),
        };
        request.Headers.Add("Cookie", cookies);
        return await SendAsync(request);
    }

    /// <summary>Hands files in.</summary>
    /// <param name="from">The page with the form; null: a program does it.</param>
    public Task<(HttpStatusCode Status, string Text)> FilesAsync(string path, string? from, params (string Name, byte[] Bytes)[] files) =>
        FilesAsync(path, from, null, files);

    /// <param name="key">The Idempotency-Key of a program.</param>
    public async Task<(HttpStatusCode Status, string Text)> FilesAsync(string path, string? from, string? key,
        params (string Name, byte[] Bytes)[] files)
    {
        var content = new MultipartFormDataContent();
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        foreach (var (name, bytes) in files) content.Add(new ByteArrayContent(bytes), "files", name);
        if (from is not null)
        {
            using var page = await RawAsync(new(HttpMethod.Get, from));
            if (page.Headers.TryGetValues("Set-Cookie", out var set))
                request.Headers.Add("Cookie", string.Join("; ", set.Select(c => c.Split(';')[0])));
            content.Add(
                new StringContent(TokenField().Match(await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Groups[1]
                .Value), "__RequestVerificationToken");
        }
        else if (files.Length == 0) content.Add(new StringContent(""), "nothing");
        return await SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        http.Value.Dispose();
        // Disposed alone, what works in the background goes on without its services.
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task<(HttpStatusCode Status, string Text)> SendAsync(HttpRequestMessage request)
    {
        using var response = await RawAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private Task<HttpResponseMessage> RawAsync(HttpRequestMessage request)
    {
        request.RequestUri = new Uri(new Uri("http://localhost"), request.RequestUri!);
        if (!request.Headers.Contains("Accept-Language")) request.Headers.Add("Accept-Language", "zh-CN");
        return http.Value.SendAsync(request, TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex TokenField();

    private sealed class AsSaid(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder,
        Depot depot)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() =>
            Task.FromResult(AuthenticateResult.Success(new(new ClaimsPrincipal(depot.Actor.ToIdentity("as-said")), "as-said")));
    }
}
