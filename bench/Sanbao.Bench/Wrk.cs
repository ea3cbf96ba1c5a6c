using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Sanbao.Bench;

/// <summary>What one load gave. Times in milliseconds.</summary>
internal sealed record Figures(double PerSecond, double Median, double P95, double P99, int Errors);

/// <summary>Loads a page with wrk (Debian package of that name), which costs far less of the two cores than a client of our own.</summary>
internal static partial class Wrk
{
    public static bool Installed { get; } =
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, "wrk")));

    /// <param name="body">Null: GET. Else POST; <c>{n}</c> in it becomes a number that no other body has, <c>{serial}</c> one serial after
    /// the other.</param>
    /// <param name="pause">Milliseconds that each connection waits before its next request.</param>
    public static async Task<Figures> Load(Uri url, int connections, int seconds, IEnumerable<string> headers, string? body = null,
        int pause = 0, params string[] serials)
    {
        var script = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(script, Script(body, pause, serials));
            using var wrk = Process.Start(new ProcessStartInfo("wrk",
            [
                "-t1", $"-c{connections}", $"-d{seconds}s", "--timeout", "30s", "-s", script, .. headers.SelectMany(h => new[] { "-H", h }),
                    url.AbsoluteUri,
            ])
            { RedirectStandardOutput = true })!;
            var output = await wrk.StandardOutput.ReadToEndAsync();
            await wrk.WaitForExitAsync();
            return Read(output);
        }
        finally
        {
            File.Delete(script);
        }
    }

    private static string Script(string? body, int pause, string[] serials) => (body is null ? "" : $$"""
        local n = os.time() * 1000000
        local serials = { {{string.Join(", ", serials.Select(s => $"[==[{s}]==]"))}} }
        function request()
          n = n + 1
          return wrk.format("POST", nil, { ["Content-Type"] = "application/json", ["Authorization"] = wrk.headers["Authorization"] },
            (string.gsub(string.gsub([==[{{body}}]==], "{n}", tostring(n)), "{serial}", serials[n % #serials + 1] or "")))
        end

        """) + (pause == 0 ? "" : $"function delay() return {pause} end\n") + """
        function done(summary, latency, requests)
          local e = summary.errors
          print(string.format("FIGURES %.1f %.3f %.3f %.3f %d", summary.requests / summary.duration * 1e6,
            latency:percentile(50) / 1e3, latency:percentile(95) / 1e3, latency:percentile(99) / 1e3,
            e.connect + e.read + e.write + e.status + e.timeout))
        end
        """;

    private static Figures Read(string output)
    {
        var figures = Line().Match(output);
        if (!figures.Success) throw new InvalidOperationException(output);
        double At(int group) => double.Parse(figures.Groups[group].Value, CultureInfo.InvariantCulture);
        return new(At(1), At(2), At(3), At(4), (int)At(5));
    }

    [GeneratedRegex(@"FIGURES (\S+) (\S+) (\S+) (\S+) (\S+)")]
    private static partial Regex Line();
}
