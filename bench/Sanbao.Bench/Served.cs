using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Sanbao.Bench;

/// <summary>The published product in a process of its own, so that nothing of the measuring is in its memory.</summary>
internal sealed partial class Served : IAsyncDisposable
{
    private readonly Process process;

    private Served(Process process, Uri url, TimeSpan coldStart) => (this.process, Url, ColdStart) = (process, url, coldStart);

    public Uri Url { get; }

    /// <summary>From the start of the process to the last byte of the first page.</summary>
    public TimeSpan ColdStart { get; }

    public static async Task<Served> Start(string web, string[] where)
    {
        var url = new Uri($"http://127.0.0.1:{FreePort()}");
        var watch = Stopwatch.StartNew();
        var process = Begin(web, ["serve", .. where, "--no-demo", "--urls", url.ToString()]);
        using var client = new HttpClient { BaseAddress = url, Timeout = TimeSpan.FromSeconds(30) };
        while (!await Answers(client))
        {
            if (process.HasExited) throw new InvalidOperationException($"The server ended with {process.ExitCode}.");
            if (watch.Elapsed > TimeSpan.FromMinutes(2)) throw new TimeoutException("The server did not answer within two minutes.");
            await Task.Delay(5);
        }
        return new Served(process, url, watch.Elapsed);
    }

    /// <summary>Runs a verb of the command line to its end and returns what it printed.</summary>
    public static async Task<string> Verb(string web, params string[] arguments)
    {
        using var process = Begin(web, arguments, read: true);
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? output.Trim() : throw new InvalidOperationException($"{string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }

    /// <summary>The cookie of somebody who signed in through the page.</summary>
    public async Task<string> SignIn(string login, string password)
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { BaseAddress = Url };
        var page = await client.GetStringAsync(new Uri("/sign-in", UriKind.Relative));
        var token = ForgeryToken().Match(page).Groups[1].Value;
        using var form =
            new FormUrlEncodedContent([new("login", login), new("password", password), new("__RequestVerificationToken", token)]);
        using var answer = await client.PostAsync(new Uri("/sign-in", UriKind.Relative), form);
        if (answer.StatusCode != HttpStatusCode.SeeOther) throw new InvalidOperationException($"Nobody signed in: {answer.StatusCode}.");
        return string.Join("; ", handler.CookieContainer.GetCookies(Url).Select(c => $"{c.Name}={c.Value}"));
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex ForgeryToken();

    /// <summary>Resident memory in megabytes: now, or the most there has been.</summary>
    public double Memory(bool peak = false)
    {
        var name = peak ? "VmHWM:" : "VmRSS:";
        var line = File.ReadLines($"/proc/{process.Id}/status").First(l => l.StartsWith(name, StringComparison.Ordinal));
        return double.Parse(line[name.Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) / 1024;
    }

    public async ValueTask DisposeAsync()
    {
        // A polite end, as systemd does it; killing would leave the write-ahead log to the next start.
        using (var kill = Process.Start("kill", process.Id.ToString(CultureInfo.InvariantCulture))) await kill.WaitForExitAsync();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static async Task<bool> Answers(HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri("/", UriKind.Relative));
            return answer.StatusCode < HttpStatusCode.InternalServerError;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static Process Begin(string web, string[] arguments, bool read = false) =>
        Process.Start(new ProcessStartInfo(Path.GetFullPath(Path.Combine(web, "Sanbao.Web")), arguments)
        {
            RedirectStandardOutput = read,
            Environment = { ["Logging__LogLevel__Default"] = "Warning", ["ASPNETCORE_ENVIRONMENT"] = "Production" },
        }) ?? throw new InvalidOperationException("The program did not start.");

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
