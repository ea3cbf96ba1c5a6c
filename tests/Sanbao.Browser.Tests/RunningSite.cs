using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Sanbao.Data;
using Sanbao.Data.Writing;
using Sanbao.Domain.Kernel;
using Sanbao.Web.Features.Accounts;
using Sanbao.Browser.Tests;

[assembly: AssemblyFixture(typeof(RunningSite))]

namespace Sanbao.Browser.Tests;

/// <summary>The real program in its own process on a free port, with its own data folder, and one Chromium for all tests.</summary>
public sealed partial class RunningSite : IAsyncLifetime
{
    private static readonly string[] ChromiumArguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update",
        "--disable-sync", "--no-first-run", "--disable-extensions", "--hide-scrollbars",
    ];

    private readonly bool demo;
    private readonly string data = Directory.CreateTempSubdirectory("sanbao-browser-").FullName;
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> sessions = new(), tokens = new();
    private Process server = null!;
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;

    public RunningSite() : this(demo: true) { }

    private RunningSite(bool demo) => this.demo = demo;

    public string Url { get; private set; } = "";

    /// <summary>Where its records are; a test may write beside it, as the command line does.</summary>
    public string DataFolder => data;

    /// <summary>A company of its own with the people of the demo company and nothing else.</summary>
    public static async Task<RunningSite> Empty()
    {
        var site = new RunningSite(demo: false);
        await site.InitializeAsync();
        await using var database = ServiceDatabase.Of(site.data, null);
        await using var writer = new Writer(database);
        await DemoAccounts.LoadAsync(writer, AccountVerbs.Passwords, DateTimeOffset.UtcNow.ToMilliseconds(), asked: true);
        return site;
    }

    public async ValueTask InitializeAsync()
    {
        // A busy machine answers late, and that is nothing of ours.
        Assertions.SetDefaultExpectTimeout(60_000);
        server = Start();
        Url = await FirstUrl(server.StandardOutput, demo);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = ChromiumArguments });
    }

    /// <summary>A new visitor: own cookies, own window.</summary>
    public Task<Visit> Visit(Window? window = null) => Visit(window, null);

    private async Task<Visit> Visit(Window? window, string? cookies)
    {
        window ??= new();
        var context = await browser.NewContextAsync(new()
        {
            StorageState = cookies,
            BaseURL = Url,
            ViewportSize = new() { Width = window.Width, Height = window.Width < 600 ? 844 : 900 },
            DeviceScaleFactor = window.Width < 600 ? 2 : 1,
            HasTouch = window.Width < 600,
            Locale = window.English ? "en-GB" : "zh-CN",
            TimezoneId = "Asia/Shanghai",
            ColorScheme = window.Dark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = window.Script,
        });
        context.SetDefaultTimeout(60_000);
        return new Visit(context, await context.NewPageAsync(), window);
    }

    /// <summary>
    /// A visitor who signed in through the page, as one of the demo accounts: kefu (liaison), jingli (service manager) ... All that visit
    /// under a login share one session; who signs out needs his own.
    /// </summary>
    public async Task<Visit> VisitAs(string login, Window? window = null) =>
        await Visit(window, await sessions.GetOrAdd(login, _ => new(() => SignedIn(login))).Value);

    private async Task<string> SignedIn(string login)
    {
        await using var visit = await Visit();
        await visit.SignIn(login);
        return await visit.Page.Context.StorageStateAsync();
    }

    /// <summary>A program that acts under a role, by a token made on the command line; all of a role share one.</summary>
    public async Task<HttpClient> Program(string role)
    {
        var token = await tokens.GetOrAdd(role, _ => new(() => Token(role))).Value;
        return new HttpClient { BaseAddress = new Uri(Url), DefaultRequestHeaders = { Authorization = new("Bearer", token) } };
    }

    private async Task<string> Token(string role)
    {
        using var making = Run("token", "create", "--data", data, "--name", $"test {role}", "--role", role);
        var said = await making.StandardOutput.ReadToEndAsync();
        await making.WaitForExitAsync();
        return said.Trim();
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        if (server is { HasExited: false })
        {
            server.Kill(entireProcessTree: true);
            await server.WaitForExitAsync();
        }
        server?.Dispose();
        Directory.Delete(data, recursive: true);
    }

    private Process Start() =>
        Run(["serve", "--data", data, "--urls", "http://127.0.0.1:0", .. demo ? Array.Empty<string>() : ["--no-demo"]]);

    private Process Run(params string[] arguments)
    {
        // artifacts/bin/Sanbao.Browser.Tests/debug -> artifacts/bin/Sanbao.Web/debug
        var program = AppContext.BaseDirectory.Replace("Sanbao.Browser.Tests", "Sanbao.Web", StringComparison.Ordinal);
        var start = new ProcessStartInfo("dotnet", [Path.Combine(program, "Sanbao.Web.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = data,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Development" },
        };
        return Process.Start(start)!;
    }

    /// <summary>The address; of a demo company not before its records are there.</summary>
    private static async Task<string> FirstUrl(StreamReader output, bool demo)
    {
        var url = "";
        while (await output.ReadLineAsync() is { } line)
        {
            if (url.Length == 0) url = UrlInLine().Match(line).Value;
            if (url.Length == 0 || demo && !line.Contains("Demo data is loaded", StringComparison.Ordinal)) continue;
            // Whatever it says from now on must be read, or it stops when the pipe is full.
            _ = output.ReadToEndAsync();
            return url;
        }
        throw new InvalidOperationException("The site ended before it was up.");
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex UrlInLine();
}

/// <summary>How a visitor looks at the site.</summary>
public sealed record Window(int Width = 1440, bool English = false, bool Dark = false, bool Script = true)
{
    public static Window Wide { get; } = new();

    public static Window Phone { get; } = new(390);
}
