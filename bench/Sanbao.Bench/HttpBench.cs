using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;

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
        string[] headers = [$"Authorization: Bearer {token}"];
        await using var served = await Served.Start(options.Web, ledger.Where);
        Print("cold start to the first page", $"{served.ColdStart.TotalMilliseconds,10:N0} ms");
        Print("resident after the first page", $"{served.Memory(),10:N0} MB");
        foreach (var (what, path) in Reads)
        {
            foreach (var connections in Connections)
            {
                var url = new Uri(served.Url, path);
                Print($"GET {what}, {connections} connections", await Wrk.Load(url, connections, options.Seconds, headers));
            }
        }
        var body = await Body(served.Url, token);
        foreach (var connections in Connections)
        {
            var url = new Uri(served.Url, "/api/v1/requests");
            Print($"POST request, {connections} connections", await Wrk.Load(url, connections, options.Seconds, headers, body));
        }
        Print("most resident memory under load", $"{served.Memory(peak: true),10:N0} MB");
    }

    private static (string What, string Path)[] Reads =>
    [
        ("50 by due date", "/api/v1/requests?status=open&sort=due&limit=50"),
        ("two-character word", "/api/v1/requests?status=all&sort=due&limit=50&q=" + Uri.EscapeDataString("轴承")),
    ];

    /// <summary>A request on a unit that the ledger knows, so that it is judged and its clocks are computed.</summary>
    private static async Task<string> Body(Uri url, string token)
    {
        using var client = new HttpClient { BaseAddress = url };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var page = JsonDocument.Parse(await client.GetStringAsync(new Uri("/api/v1/requests?limit=500", UriKind.Relative)));
        var serial = page.RootElement.GetProperty("items").EnumerateArray()
            .Select(item => item.TryGetProperty("equipment", out var unit) && unit.ValueKind == JsonValueKind.Object ? unit.GetProperty("serial").GetString() : null)
            .First(found => found is not null);
        return $$"""
            {"channel":"phone","category":"fault","serial":"{{serial}}","regionCode":"320505","description":"轴承异响，停机 {n}",
             "reporter":{"name":"王工","phone":"13800000000"} }
            """;
    }

    private static void Print(string what, Figures f) =>
        Print(what, string.Create(CultureInfo.InvariantCulture,
            $"{f.PerSecond,10:N0}/s  p50 {f.Median,7:N1} ms  p95 {f.P95,7:N1} ms  p99 {f.P99,7:N1} ms{(f.Errors > 0 ? $"  {f.Errors} errors" : "")}"));

    private static void Print(string what, string figure) => Console.WriteLine($"{what,-44}{figure}");
}
