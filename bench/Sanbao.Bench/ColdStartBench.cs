using System.Globalization;

namespace Sanbao.Bench;

/// <summary>The published product on a database that is there: from the start of the process to the first page, and its memory.</summary>
internal static class ColdStartBench
{
    private const int Starts = 5, Visitors = 16;
    private static readonly Uri Page = new("/sign-in", UriKind.Relative);

    public static async Task Run(Options options)
    {
        var folder = Directory.CreateTempSubdirectory("sanbao-bench-").FullName;
        string[] where = ["--data", folder];
        await Served.Verb(options.Web, ["demo", .. where, "--requests", "5000"]);
        var starts = new List<double>();
        for (var i = 0; i < Starts; i++)
        {
            await using var served = await Served.Start(options.Web, where);
            starts.Add(served.ColdStart.TotalMilliseconds);
            if (i == Starts - 1) await Memory(served, options.Seconds);
        }
        starts.Sort();
        var each = string.Join(", ", starts.Select(s => s.ToString("0", CultureInfo.InvariantCulture)));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"first page after {starts[Starts / 2]:0} ms (median of {Starts}; {each})"));
        Directory.Delete(folder, recursive: true);
    }

    private static async Task Memory(Served served, int seconds)
    {
        var before = served.Memory();
        using var client = new HttpClient { BaseAddress = served.Url };
        var until = DateTime.UtcNow.AddSeconds(seconds);
        var pages = await Task.WhenAll(Enumerable.Range(0, Visitors).Select(async _ =>
        {
            var count = 0;
            for (; DateTime.UtcNow < until; count++) await client.GetStringAsync(Page);
            return count;
        }));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"resident {before:0} MB after the first page, at most {served.Memory(peak: true):0} MB "
                + $"while {Visitors} visitors fetched {pages.Sum()} pages"));
    }
}
