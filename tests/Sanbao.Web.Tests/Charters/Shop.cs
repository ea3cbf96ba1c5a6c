using Microsoft.Extensions.DependencyInjection;
using Sanbao.Charters;
using Sanbao.Web.Tests.Data;
using Sanbao.Web.Tests.Platform;

namespace Sanbao.Web.Tests.Charters;

/// <summary>A company at 23:40 on Friday 2 May 2036, a year without announced holidays, that writes its own charters, on one of the
/// databases.</summary>
internal static class Shop
{
    public static Task<TestSite> OpenAsync(Kind kind, PostgresCluster cluster) =>
        TestSite.Start(kind, cluster, b =>
            b.Services.AddSingleton<TimeProvider>(new StoppedClock(new(2036, 5, 2, 23, 40, 0, TimeSpan.FromHours(8)))));

    /// <summary>S7 in its next version: 36 months instead of 24, from 1 June 2036.</summary>
    public static string Next(string inForce = "2036-06-01", int version = 2, string months = "36 months from accepted") =>
        CharterLibrary.Shipped.Find("S7", 1)!.Text.Replace("version: 1", $"version: {version}", StringComparison.Ordinal)
            .Replace("24 months from accepted", months, StringComparison.Ordinal)
            .Replace(InForceLine(), $"in-force: {inForce}", StringComparison.Ordinal);

    private static string InForceLine() =>
        CharterLibrary.Shipped.Find("S7", 1)!.Text.Split('\n').Single(l => l.StartsWith("in-force:", StringComparison.Ordinal)).TrimEnd();
}
