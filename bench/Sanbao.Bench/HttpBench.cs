using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Sanbao.Bench.Raw;

namespace Sanbao.Bench;

/// <summary>The published product over HTTP: cold start, reading a big ledger, taking requests in, memory.</summary>
internal static class HttpBench
{
    private static readonly int[] Connections = [16, 64];

    public static async Task Run(Options options)
    {
        if (!Wrk.Installed)
        {
            Console.WriteLine("Not measured: wrk is missing (apt-get install wrk).");
            return;
        }
        await Measure(options, Ledger.Sqlite(options));
        if (options.Postgres is not null) await Measure(options, Ledger.Postgres(options));
    }

    private static async Task Measure(Options options, Ledger ledger)
    {
        Console.WriteLine($"{ledger.Name}, {options.Requests:N0} requests");
        await ledger.Fill(options);
        var token = await Served.Verb(options.Web, ["token", "create", .. ledger.Where, "--name", "bench", "--role", "liaison"]);
        await using var served = await Served.Start(options.Web, ledger.Where);
        Print("cold start to the first page", $"{served.ColdStart.TotalMilliseconds,10:N0} ms");
        Print("resident after the first page", $"{served.Memory(),10:N0} MB");
        await Reads(options, ledger, served, [$"Authorization: Bearer {token}"]);
        await Pages(options, ledger, served);
        await Meanwhile(options, served, token);
        await Creates(options, ledger, served, token);
        Print("most resident memory under load", $"{served.Memory(peak: true),10:N0} MB");
    }

    private static Task Reads(Options options, Ledger ledger, Served served, string[] headers) =>
        Reads(options, ledger, served, headers, Read.Lists);

    /// <summary>As somebody has them who signed in: a page of the ledger costs its rows, their words in Chinese and the layout.</summary>
    private static async Task Pages(Options options, Ledger ledger, Served served) =>
        await Reads(options, ledger, served, [$"Cookie: {await served.SignIn("kefu", "sanbao-demo")}"], Read.Pages);

    private static async Task Reads(Options options, Ledger ledger, Served served, string[] headers, IEnumerable<Read> reads)
    {
        foreach (var read in reads)
        {
            var raw = await ledger.Raw.Reads(read.Sql(ledger), options.Seconds);
            Print($"raw: {read.What}, {ledger.Raw.Name}", $"{raw,10:N0}/s");
            // Compiled for speed only after a while; what counts is a server that has been up.
            await Wrk.Load(new Uri(served.Url, read.Path), Connections[0], options.Seconds, headers);
            foreach (var connections in Connections)
                Print($"GET {read.What}, {connections} connections",
                    await Wrk.Load(new Uri(served.Url, read.Path), connections, options.Seconds, headers), raw);
        }
    }

    /// <summary>The same while twenty calls a second come in: after each of them, what was read once for many is read again.</summary>
    private static async Task Meanwhile(Options options, Served served, string token)
    {
        string[] signedIn = [$"Cookie: {await served.SignIn("kefu", "sanbao-demo")}"];
        using var client = Client(served, token);
        var serials = await Serials(client);
        foreach (var (read, headers) in Read.Lists.Select(r => (r, Headers(token))).Concat(Read.Pages.Select(r => (r, signedIn))))
        {
            var calls = Wrk.Load(new Uri(served.Url, "/api/v1/requests"), 1, options.Seconds + 1, Headers(token), Body, pause: 50, serials);
            var figures = await Wrk.Load(new Uri(served.Url, read.Path), Connections[0], options.Seconds, headers);
            Print($"GET {read.What}, {Connections[0]} connections, {(await calls).PerSecond:0} calls/s come in", Text(figures));
        }
    }

    private static HttpClient Client(Served served, string token)
    {
        var client = new HttpClient { BaseAddress = served.Url };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    private static async Task Creates(Options options, Ledger ledger, Served served, string token)
    {
        using var client = Client(served, token);
        var serials = await Serials(client);
        var url = new Uri(served.Url, "/api/v1/requests");
        await Wrk.Load(url, Connections[0], options.Seconds, Headers(token), Body, serials: serials);
        var loads = new List<(int Connections, Figures Figures)>();
        foreach (var connections in Connections)
            loads.Add((connections, await Wrk.Load(url, connections, options.Seconds, Headers(token), Body, serials: serials)));
        var raw = await ledger.Raw.Writes(await Sample(ledger, client, url, serials[0]), options.Seconds);
        Print($"raw: the rows of one request, {ledger.Raw.Name}", $"{raw,10:N0}/s");
        foreach (var (connections, figures) in loads) Print($"POST request, {connections} connections", figures, raw);
    }

    /// <summary>Lets the product write one request more and copies down what it wrote.</summary>
    private static async Task<Blueprint> Sample(Ledger ledger, HttpClient client, Uri url, string serial)
    {
        using var content = new StringContent(Body.Replace("{n}", "0", StringComparison.Ordinal)
            .Replace("{serial}", serial, StringComparison.Ordinal), Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync(url, content);
        using var created = JsonDocument.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsStreamAsync());
        await using var db = ledger.Database.CreateDbContext();
        return Blueprint.Of(await WrittenRows.Of(db, created.RootElement.GetProperty("id").GetGuid()));
    }

    /// <summary>A request on a unit that the ledger knows, so that it is judged and its clocks are computed.</summary>
    private const string Body = """
        {"channel":"phone","category":"fault","serial":"{serial}","regionCode":"320505","description":"轴承异响，停机 {n}",
         "reporter":{"name":"王工","phone":"13800000000"} }
        """;

    /// <summary>Calls come for many units: of one alone the history would grow with every call of the bench.</summary>
    private static async Task<string[]> Serials(HttpClient client)
    {
        using var page = JsonDocument.Parse(
            await client.GetStringAsync(new Uri("/api/v1/requests?status=closed&sort=reported&limit=500", UriKind.Relative)));
        return [.. page.RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("serial").GetString() ?? "")
            .Where(s => s.Length > 0).Distinct()];
    }

    private static string[] Headers(string token) => [$"Authorization: Bearer {token}"];

    private static void Print(string what, Figures f, double raw) =>
        Print(what, Text(f, string.Create(CultureInfo.InvariantCulture, $"{f.PerSecond / raw,6:P0} of raw  ")));

    private static string Text(Figures f, string ratio = "") => string.Create(CultureInfo.InvariantCulture,
        $"{f.PerSecond,10:N0}/s {ratio}p50 {f.Median,7:N1}  p95 {f.P95,7:N1}  p99 {f.P99,7:N1} ms"
            + $"{(f.Errors > 0 ? $"  {f.Errors} errors" : "")}");

    private static void Print(string what, string figure) => Console.WriteLine($"{what,-72}{figure}");
}

/// <summary>A page of the ledger, and the plain query that finds the same fifty rows.</summary>
internal sealed record Read(string What, string Path, Func<Ledger, string> Sql)
{
    private const string FiftyByDue = "SELECT * FROM req_requests WHERE status = 'Open' ORDER BY next_due, seq LIMIT 50";

    public static readonly Read[] Pages =
    [
        new("ledger page", "/requests", _ => FiftyByDue),
        new("ledger page, two-character word", "/requests?q=" + Uri.EscapeDataString("轴承"), ledger =>
            $"SELECT * FROM req_requests WHERE seq IN ({ledger.Matching("轴承")}) LIMIT 50"),
    ];

    public static readonly Read[] Lists =
    [
        new("50 by due date", "/api/v1/requests?status=open&sort=due&limit=50",
            _ => FiftyByDue),
        new("two-character word", "/api/v1/requests?status=all&sort=due&limit=50&q=" + Uri.EscapeDataString("轴承"),
            ledger => $"SELECT * FROM req_requests WHERE seq IN ({ledger.Matching("轴承")}) LIMIT 50"),
    ];
}
