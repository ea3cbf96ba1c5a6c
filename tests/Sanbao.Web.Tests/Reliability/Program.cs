using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Sanbao.Web.Tests.Reliability;

/// <summary>The real program in a process of its own, on a free loopback port: what kill -9 can be tried on.</summary>
internal sealed partial class Program : IAsyncDisposable
{
    private readonly Process process;

    private Program(Process process, string url) => (this.process, Http) = (process, new HttpClient { BaseAddress = new Uri(url) });

    public HttpClient Http { get; }

    public static async Task<Program> Serve(string data, string? database)
    {
        var process = Start(["serve", "--data", data, "--urls", "http://127.0.0.1:0", "--no-demo", "--charter", "S0", .. Database(database)]);
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (UrlInLine().Match(line) is not { Success: true, Value: var url }) continue;
            _ = process.StandardOutput.ReadToEndAsync();
            return new Program(process, url);
        }
        throw new InvalidOperationException("The program ended before it was up: " + await process.StandardError.ReadToEndAsync());
    }

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

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (!process.HasExited) await Kill();
        process.Dispose();
    }

    private static string[] Database(string? database) => database is null ? [] : ["--database", "postgres:" + database];

    private static Process Start(string[] arguments)
    {
        var program = AppContext.BaseDirectory.Replace("Sanbao.Web.Tests", "Sanbao.Web", StringComparison.Ordinal);
        return Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(program, "Sanbao.Web.dll"), .. arguments])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex UrlInLine();
}
