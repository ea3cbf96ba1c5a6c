using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Sanbao.Bench;

/// <summary>
/// Two hundred strangers, each from an address of his own, try passwords as fast as they are answered, while somebody who signed in
/// looks at pages: what he waits with and without them, in the same run.
/// </summary>
internal static partial class StrangersBench
{
    private const int Strangers = 200, Times = 200;
    private const string Password = "sanbao-demo";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);
    private static readonly string[] Looked = ["/requests", "/", "/health/live", "/health/ready"];

    public static async Task Run(Options options)
    {
        var folder = Directory.CreateTempSubdirectory("sanbao-bench-").FullName;
        string[] where = ["--data", folder];
        await Served.Verb(options.Web, ["demo", .. where, "--requests", "5000"]);
        await using (var served = await Served.Start(options.Web, where))
        {
            var cookie = await served.SignIn("kefu", Password);
            // Compiled for speed only after a while; what counts is a server that has been up.
            foreach (var path in Looked) await Look(served.Url, path, cookie);
            foreach (var path in Looked) Print($"GET {path}, quiet", await Look(served.Url, path, cookie));
            using var end = new CancellationTokenSource();
            var tries = Enumerable.Range(0, Strangers).Select(n => Try(served.Url, n, end.Token)).ToArray();
            foreach (var path in Looked) Print($"GET {path}, {Strangers} strangers at the sign-in", await Look(served.Url, path, cookie));
            await end.CancelAsync();
            foreach (var answers in (await Task.WhenAll(tries)).SelectMany(t => t).CountBy(status => status).OrderBy(s => s.Key))
                Console.WriteLine($"  answered {(int)answers.Key} {answers.Key}: {answers.Value}");
        }
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<List<double>> Look(Uri url, string path, string cookie)
    {
        using var handler = new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { BaseAddress = url, DefaultRequestHeaders = { { "Cookie", cookie } } };
        var waited = new List<double>();
        for (var i = 0; i < Times; i++)
        {
            var watch = Stopwatch.StartNew();
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
            if (answer.StatusCode != HttpStatusCode.OK) throw new InvalidOperationException($"{path}: {answer.StatusCode}");
            await answer.Content.ReadAsByteArrayAsync();
            waited.Add(watch.Elapsed.TotalMilliseconds);
            await Task.Delay(Pause);
        }
        waited.Sort();
        return waited;
    }

    /// <summary>One stranger: a login that no other has, a wrong password, again and again. Gives how he was answered.</summary>
    private static async Task<List<HttpStatusCode>> Try(Uri url, int number, CancellationToken end)
    {
        using var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false, ConnectCallback = (_, cancel) => From(number, url, cancel),
        };
        using var client = new HttpClient(handler) { BaseAddress = url };
        var answers = new List<HttpStatusCode>();
        try
        {
            var page = await client.GetStringAsync(new Uri("/sign-in", UriKind.Relative), end);
            var token = ForgeryToken().Match(page).Groups[1].Value;
            for (var n = 0; ; n++)
            {
                using var form = new FormUrlEncodedContent(
                    [new("login", $"stranger-{number}-{n}"), new("password", "wrong"), new("__RequestVerificationToken", token)]);
                using var answer = await client.PostAsync(new Uri("/sign-in", UriKind.Relative), form, end);
                answers.Add(answer.StatusCode);
            }
        }
        catch (OperationCanceledException)
        {
            return answers;
        }
    }

    // Each from one of the many addresses of the loopback.
    private static async ValueTask<Stream> From(int number, Uri url, CancellationToken cancel)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Bind(new IPEndPoint(new IPAddress([127, 1, 0, (byte)(number + 1)]), 0));
        await socket.ConnectAsync(url.Host, url.Port, cancel);
        return new NetworkStream(socket, ownsSocket: true);
    }

    private static void Print(string what, List<double> waited) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{what,-50}p50 {waited[waited.Count / 2],7:N1}  p95 {waited[waited.Count * 95 / 100],7:N1}  max {waited[^1],7:N1} ms"));

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex ForgeryToken();
}
