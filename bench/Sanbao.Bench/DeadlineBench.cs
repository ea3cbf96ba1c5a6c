using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Sanbao.Charters;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Promises;

namespace Sanbao.Bench;

/// <summary>
/// The promise engine on one core: calls for a case and the deadlines they yield, without and with reasoning. Beside it the least
/// that any such computation must do: one addition and one conversion into the zone, by the framework.
/// </summary>
internal static class DeadlineBench
{
    private static readonly DateTimeOffset Report = new(2026, 5, 2, 23, 30, 0, TimeSpan.FromHours(8));
    private static readonly TimeSpan Spell = TimeSpan.FromSeconds(1);

    public static Task Run(Options options)
    {
        var raw = Rate(i => TimeZoneInfo.ConvertTime(Report.AddMinutes(i % 10_000), China).Day);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"raw: addition and zone conversion {raw,14:N0}/s"));
        foreach (var row in Rows()) Print(row, raw);
        return Task.CompletedTask;
    }

    private static TimeZoneInfo China { get; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    private static void Print(Row row, double raw)
    {
        var charter = CharterLibrary.Shipped.InForce(row.Charter, new(2026, 1, 1))!;
        var each = PromiseEngine.DeadlinesOf(charter, row.Case, row.Events[0], Report).Length;
        var plain = Rate(i =>
            PromiseEngine.DeadlinesOf(charter, row.Case, row.Events[i % row.Events.Length], Report.AddMinutes(i % 4_000)).Length);
        var told = Rate(i =>
            PromiseEngine.Explain(charter, row.Case, row.Events[i % row.Events.Length], Report.AddMinutes(i % 4_000)).Length);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{row.Name,-44} {plain * each,12:N0} deadlines/s in {plain,11:N0} calls/s "
                + $"({plain * each / raw:P0} of raw); explained {told * each,11:N0} deadlines/s"));
    }

    private static Row[] Rows()
    {
        var visit = new Case { Category = RequestCategory.Fault, Mode = ServiceMode.OnSite, Zone = Zone.City };
        var contract = visit with { Contract = ImmutableDictionary<string, int>.Empty.Add("responseDays", 3) };
        return
        [
            new("S0 visit: reported", "S0", visit, Many(EventKind.Reported)),
            new("S0 visit: reported, replied, arrived", "S0", visit, Many(EventKind.Reported, EventKind.Replied, EventKind.Arrived)),
            new("S4 visit near: reported, arrived", "S4", visit with { RegionCode = "330106" },
                Many(EventKind.Reported, EventKind.Arrived)),
            new("S6 visit in 3 working days", "S6", contract, Many(EventKind.Reported)),
            new("S9 visit: reported", "S9", visit, Many(EventKind.Reported)),
        ];
    }

    // Different instants, so that nothing can be learnt by heart.
    private static CaseEvent[][] Many(params EventKind[] kinds) =>
        [.. Enumerable.Range(0, 1024).Select(i => kinds.Select((k, n) => new CaseEvent(k, Report.AddMinutes(7 * i + 45 * n))).ToArray())];

    private static double Rate(Func<int, int> once)
    {
        Spend(once, Spell / 4);
        return Spend(once, Spell);
    }

    private static double Spend(Func<int, int> once, TimeSpan spell)
    {
        var clock = Stopwatch.StartNew();
        var (done, sum) = (0, 0L);
        for (; clock.Elapsed < spell; done += 1000)
            for (var i = 0; i < 1000; i++) sum += once(done + i);
        return sum == 0 ? 0 : done / clock.Elapsed.TotalSeconds;
    }

    private sealed record Row(string Name, string Charter, Case Case, CaseEvent[][] Events);
}
