using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Sanbao.Web.Tests.Reliability;

/// <summary>The real program in a process of its own, on a free loopback port: what kill -9 can be tried on.</summary>
internal sealed partial class Program : IAsyncDisposable
{
    private readonly Process process;
    private readonly Task<string> output, errors;

    private Program(Process process, string url)
    {
        this.process = process;
        // Read all the time, or it stops when the pipe is full.
        output = process.StandardOutput.ReadToEndAsync();
        errors = process.StandardError.ReadToEndAsync();
        Http = new HttpClient { BaseAddress = new Uri(url) };
    }

    public HttpClient Http { get; }

    public static Task<Program> Serve(string data, string? database) => Serve(Start(Serving(data, database)));

    /// <summary>
    /// With a disk of its own of so many megabytes below the data folder, in a namespace of mounts that ends with it: what is on it, verbs
    /// see that are run by <see cref="RunBeside"/>.
    /// </summary>
    public static Task<Program> ServeOnSmallDisk(string data, string? database, int megabytes)
    {
        var mounting = $"mount -t tmpfs -o size={megabytes}m tmpfs \"$0\" && exec \"$@\"";
        return Serve(Start("unshare", ["--map-root-user", "--mount", "sh", "-c", mounting, data, .. Ours(Serving(data, database))]));
    }

    private static async Task<Program> Serve(Process process)
    {
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (UrlInLine().Match(line) is { Success: true, Value: var url }) return new Program(process, url);
        }
        throw new InvalidOperationException("The program ended before it was up: " + await process.StandardError.ReadToEndAsync());
    }

    /// <summary>Starts to serve without waiting until it is up; no address is known yet.</summary>
    public static Program Begin(string data, string? database) => new(Start(Serving(data, database)), "http://127.0.0.1:1");

    /// <summary>Runs a verb to its end and gives what it wrote.</summary>
    public static Task<string> Run(string data, string? database, params string[] verb) =>
        Run(Start([.. verb, "--data", data, .. Database(database)]));

    /// <summary>The same as one line for a shell.</summary>
    public static string ShellLine(string data, string? database, params string[] verb) =>
        string.Join(' ', Ours([.. verb, "--data", data, .. Database(database)]).Select(word => $"'{word}'"));

    /// <summary>The same beside a program on a disk of its own.</summary>
    public Task<string> RunBeside(string data, string? database, params string[] verb) =>
        Run(Start("nsenter", Within(Ours([.. verb, "--data", data, .. Database(database)]))));

    /// <summary>From now on nothing can be written to its disk.</summary>
    public Task MakeReadOnly(string data) => Run(Start("nsenter", Within(["mount", "-o", "remount,ro", data])));

    private string[] Within(string[] command) => ["--target", $"{process.Id}", "--user", "--mount", "--preserve-credentials", .. command];

    private static async Task<string> Run(Process started)
    {
        using var process = started;
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
        using (var told = Process.Start("kill", ["-TERM", $"{process.Id}"]))
            await told.WaitForExitAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(5));
        return (process.ExitCode, (await errors).Trim());
    }

    /// <summary>Kills it and gives all that it said since it was up.</summary>
    public async Task<string> SaidUntilKilled()
    {
        await Kill();
        return await output;
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

    private static string[] Ours(string[] arguments)
    {
        var folder = AppContext.BaseDirectory.Replace("Sanbao.Web.Tests", "Sanbao.Web", StringComparison.Ordinal);
        return ["dotnet", Path.Combine(folder, "Sanbao.Web.dll"), .. arguments];
    }

    private static Process Start(string[] arguments) => Start("dotnet", Ours(arguments)[1..]);

    private static Process Start(string file, string[] arguments) => Process.Start(new ProcessStartInfo(file, arguments)
    {
        RedirectStandardOutput = true, RedirectStandardError = true, Environment = { ["DOTNET_shutdownTimeoutSeconds"] = "600" },
    })!;

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex UrlInLine();
}
