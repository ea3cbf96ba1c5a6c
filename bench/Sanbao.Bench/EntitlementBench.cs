using System.Diagnostics;
using System.Globalization;
using Sanbao.Charters;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Entitlement;

namespace Sanbao.Bench;

/// <summary>Entitlement decisions a second on one core, without and with explanation, beside the rate of the bare date
/// arithmetic.</summary>
internal static class EntitlementBench
{
    private const int Rounds = 3;
    private const int Count = 1_000_000;

    public static Task Run(Options _)
    {
        var raw = Best(() => Arithmetic());
        Print("raw: two dates plus months, compared", raw, raw);
        foreach (var code in new[] { "S1", "S8", "S10" })
        {
            var charter = CharterLibrary.Shipped.InForce(code, new DateOnly(2025, 1, 1))!;
            var facts = Facts();
            Print($"{code}: decisions", Best(() => Judge(charter, facts)), raw);
            Print($"{code}: decisions explained", Best(() => Explain(charter, facts)), raw);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{code + ": bytes a decision, explained",-42} "
                    + $"{Bytes(() => Judge(charter, facts)),7:N0}, {Bytes(() => Explain(charter, facts)):N0}"));
        }
        return Task.CompletedTask;
    }

    /// <summary>A thousand units of different ages, so that no branch is always the same.</summary>
    private static Facts[] Facts() =>
        [.. Enumerable.Range(0, 1000).Select(i => new Facts
        {
            On = new DateOnly(2025, 1, 1).AddDays(i % 700),
            Dates = new UnitDates
            {
                ExFactory = new DateOnly(2023, 6, 1).AddDays(i), Delivered = new DateOnly(2023, 6, 20).AddDays(i),
                Invoiced = new DateOnly(2023, 7, 1).AddDays(i), Commissioned = i % 3 == 0 ? null : new DateOnly(2023, 8, 1).AddDays(i),
            },
            Evidence = i % 2 == 0 ? ["commissioning", "invoice"] : [],
            Sector = i % 5 == 0 ? "metro" : null, Party = ContractParty.Company, Member = i % 4 == 0,
            Cause = i % 7 == 0 ? Cause.Misuse : Cause.Quality, FailedRepairs = i % 3, RepairDays = i % 9,
        })];

    private static long Judge(Charter charter, Facts[] facts)
    {
        long covered = 0;
        for (var i = 0; i < Count; i++) if (EntitlementEngine.Judge(charter, facts[i % facts.Length]).Covered) covered++;
        return covered;
    }

    private static long Explain(Charter charter, Facts[] facts)
    {
        long steps = 0;
        for (var i = 0; i < Count; i++) steps += EntitlementEngine.Explain(charter, facts[i % facts.Length]).Explanation.Children.Length;
        return steps;
    }

    private static long Arithmetic()
    {
        long covered = 0;
        var day = new DateOnly(2023, 6, 1);
        for (var i = 0; i < Count; i++)
        {
            var (a, b) = (day.AddDays(i % 1000).AddMonths(12), day.AddDays(i % 900).AddMonths(18));
            if ((a < b ? a : b) > day) covered++;
        }
        return covered;
    }

    private static long Bytes(Func<long> work)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        GC.KeepAlive(work());
        return (GC.GetAllocatedBytesForCurrentThread() - before) / Count;
    }

    private static double Best(Func<long> work)
    {
        work();
        var best = TimeSpan.MaxValue;
        for (var i = 0; i < Rounds; i++)
        {
            var watch = Stopwatch.StartNew();
            GC.KeepAlive(work());
            if (watch.Elapsed < best) best = watch.Elapsed;
        }
        return Count / best.TotalSeconds;
    }

    private static void Print(string what, double perSecond, double raw) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-42} {perSecond,14:N0}/s   {perSecond / raw,6:P1} of raw"));
}
