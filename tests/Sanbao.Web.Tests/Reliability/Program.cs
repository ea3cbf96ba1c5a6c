using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Sanbao.Web.Tests.Reliability;

/// <summary>The real program in a process of its own, on a free loopback port: what kill -9 can be tried on.</summary>
internal sealed partial class Program : IAsyncDisposable
{
    private readonly Process process;
    private readonly Task<string> errors;

    private Program(Process process, string url)
    {
        this.process = process;
        // Read all the time, or it stops when the pipe is full.
        _ = process.StandardOutput.ReadToEndAsync();
        errors = process.StandardError.ReadToEndAsync();
        Http = new HttpClient { BaseAddress = new Uri(url) };
    }

    public HttpClient Http { get; }

    public static async Task<Program> Serve(string data, string? database)
    {
        var process = Start(Serving(data, database));
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (UrlInLine().Match(line) is { Success: true, Value: var url }) return new Program(process, url);
        }
        throw new InvalidOperationException("The program ended before it was up: " + await process.StandardError.ReadToEndAsync());
    }

    /// <summary>Starts to serve without waiting until it is up; no address is known yet.</summary>
    public static Program Begin(string data, string? database) => new(Start(Serving(data, database)), "http://127.0.0.1:1");

    /// <summary>Runs a verb to its end and gives what it wrote.</summary>
    public static async Task<string> Run(string data, string? database, params string[] verb)
    {
        using var process = Start([.. verb, "--data", data, .. Database(database)]);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(0, await error);
        return (await output).Trim();
    }

    /// <summary>SIGKILL: no word to anybody, nothing flushed.</summary>
    public async Task Kill()
    {
        process.Kill();
        await process.WaitForExitAsync(CancellationToken.None);
    }

    /// <summary>
    /// SIGTERM, as systemd and containers say it: gives the exit code and all it complained about. It must go by itself; its own time-out,
    /// after which it would cut whatever holds it, lies far behind.
    /// </summary>
    public async Task<(int Code, string Errors)> Stop()
    {
        using (var told = Process.Start("kill", ["-TERM", $"{process.Id}"])) await told.WaitForExitAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(5));
        return (process.ExitCode, (await errors).Trim());
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (!process.HasExited) await Kill();
        process.Dispose();
    }

    private static string[] Serving(string data, string? database) =>
        ["serve", "--data", data, "--urls", "http://127.0.0.1:0", "--no-demo", "--charter", "S0", .. Database(database)];

    private static string[] Database(string? database) => database is null ? [] : ["--database", "postgres:" + database];

    private static Process Start(string[] arguments)
    {
        var program = AppContext.BaseDirectory.Replace("Sanbao.Web.Tests", "Sanbao.Web", StringComparison.Ordinal);
        return Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(program, "Sanbao.Web.dll"), .. arguments])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, Environment = { ["DOTNET_shutdownTimeoutSeconds"] = "600" },
        })!;
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex UrlInLine();
}
