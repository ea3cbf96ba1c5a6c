using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sanbao.Charters;
using Sanbao.Data.Writing;
using Sanbao.Web.Platform.Store;
using Sanbao.Web.Tests.Data;
using Sanbao.Web.Tests.Platform;
using StoredVersion = Sanbao.Data.CharterVersion;

namespace Sanbao.Web.Tests.Charters;

/// <summary>What a company approved, declared or set is known from its answer on, however many read its charters and settings just
/// then.</summary>
public class ReadAtOnceTests(PostgresCluster cluster)
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    public static TheoryData<Kind> Kinds => TestDatabase.Kinds;

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_day_that_was_declared_while_an_older_reading_was_under_way_is_not_forgotten_when_that_one_ends(Kind kind)
    {
        using var held = new HeldReadings();
        await using var site = await Shop.OpenAsync(kind, cluster);
        var shelf = site.App.Services.GetRequiredService<CharterShelf>();
        var older = await held.BeginAsync("com_settings", () => shelf.ReadAsync(Cancel));

        using var leader = await site.Program("service-manager");
        var days = new { from = "2036-12-28", worked = false, note = "盘点" };
        using var declared = await leader.PostAsJsonAsync("/api/v1/company-days", days, Cancel);
        declared.StatusCode.ShouldBe(HttpStatusCode.Created);
        shelf.Days.Off.ShouldBe([new DateOnly(2036, 12, 28)]);
        await older.EndAsync();
        shelf.Days.Off.ShouldBe([new DateOnly(2036, 12, 28)]);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_setting_that_was_saved_while_an_older_reading_was_under_way_is_not_forgotten_when_that_one_ends(Kind kind)
    {
        using var held = new HeldReadings();
        await using var site = await Shop.OpenAsync(kind, cluster);
        var company = site.App.Services.GetRequiredService<CompanyBook>();
        var older = await held.BeginAsync("com_settings", () => company.ReadAsync(Cancel));

        await site.App.Services.GetRequiredService<Writer>().RunAsync(
            async db =>
            {
                (await db.Settings.SingleAsync(Cancel)).DefaultCharter = "S9";
                await db.NotedAsync();
            },
            Cancel);
        await company.ReadAsync(Cancel);
        company.Now.UsualCharter.ShouldBe("S9");
        await older.EndAsync();
        company.Now.UsualCharter.ShouldBe("S9");
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Two_charters_that_are_approved_at_the_same_moment_are_both_known(Kind kind)
    {
        using var held = new HeldReadings();
        await using var site = await Shop.OpenAsync(kind, cluster);
        var services = site.App.Services;
        var (shelf, writer) = (services.GetRequiredService<CharterShelf>(), services.GetRequiredService<Writer>());
        const int rounds = 20;
        for (var round = 0; round < rounds; round++)
        {
            var (one, reads) = Version($"A{round}");
            var (other, _) = Version($"B{round}");
            await writer.RunAsync(db => db.AddNotedAsync(one), Cancel);
            var first = await held.BeginAsync("com_settings", () => shelf.ReadAsync(Cancel));
            await writer.RunAsync(db => db.AddNotedAsync(other), Cancel);
            var second = await held.BeginAsync("com_settings", () => shelf.ReadAsync(Cancel));
            // The first goes on a little later each time, so that in some round it takes what it read while the second does.
            second.GoOn();
            Spin(reads * 3 * round / rounds);
            await Task.WhenAll(first.EndAsync(), second.EndAsync());
            shelf.Library.Find(one.Code, 1).ShouldNotBeNull(one.Code);
            shelf.Library.Find(other.Code, 1).ShouldNotBeNull(other.Code);
        }
    }

    private static void Spin(TimeSpan time)
    {
        var since = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(since) < time) Thread.SpinWait(100);
    }

    /// <summary>A charter of a region with two thousand codes, which takes its time to be read, and how long that is.</summary>
    private static (StoredVersion Version, TimeSpan Reads) Version(string code)
    {
        var text = Shop.Next(version: 1).Replace("charter: S7", $"charter: {code}", StringComparison.Ordinal)
            + $"regions: {{city: [{string.Join(", ", Enumerable.Range(320000, 2000).Select(n => $"\"{n}\""))}]}}\n";
        var since = Stopwatch.GetTimestamp();
        var reading = CharterLibrary.Shipped.With([new(code, text)]);
        var reads = Stopwatch.GetElapsedTime(since);
        var charter = reading.Library.Find(code, 1)!.Charter;
        return (new(code, 1, charter.Hash, text, charter.InForce, "李建国", new(2036, 5, 2, 15, 40, 0, TimeSpan.Zero)), reads);
    }
}
