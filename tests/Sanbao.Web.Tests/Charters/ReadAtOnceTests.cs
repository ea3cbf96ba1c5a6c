using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sanbao.Charters;
using Sanbao.Data;
using Sanbao.Data.Writing;
using Sanbao.Web.Platform.Store;
using Sanbao.Web.Tests.Data;
using Sanbao.Web.Tests.Platform;
using StoredVersion = Sanbao.Data.CharterVersion;

namespace Sanbao.Web.Tests.Charters;

/// <summary>What a company approved, declared or set is known from its answer on, however many read its charters and settings just then.</summary>
public class ReadAtOnceTests(PostgresCluster cluster)
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    public static TheoryData<Kind> Kinds => TestDatabase.Kinds;

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_day_that_was_declared_while_an_older_reading_was_under_way_is_not_forgotten_when_that_one_ends(Kind kind)
    {
        using var held = new HeldReading();
        await using var site = await Shop.OpenAsync(kind, cluster);
        var shelf = site.App.Services.GetRequiredService<CharterShelf>();
        var older = await held.BeginAsync("com_settings", () => shelf.ReadAsync(Cancel));

        using var leader = await site.Program("service-manager");
        var days = new { from = "2036-12-28", worked = false, note = "盘点" };
        using var declared = await leader.PostAsJsonAsync("/api/v1/company-days", days, Cancel);
        declared.StatusCode.ShouldBe(HttpStatusCode.Created);
        shelf.Days.Off.ShouldBe([new DateOnly(2036, 12, 28)]);
        held.GoOn();
        await older;
        shelf.Days.Off.ShouldBe([new DateOnly(2036, 12, 28)]);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_setting_that_was_saved_while_an_older_reading_was_under_way_is_not_forgotten_when_that_one_ends(Kind kind)
    {
        using var held = new HeldReading();
        await using var site = await Shop.OpenAsync(kind, cluster);
        var company = site.App.Services.GetRequiredService<CompanyBook>();
        var older = await held.BeginAsync("com_settings", () => company.ReadAsync(Cancel));

        await site.App.Services.GetRequiredService<Writer>().RunAsync(
            async db => (await db.Settings.SingleAsync(Cancel)).DefaultCharter = "S9", Cancel);
        await company.ReadAsync(Cancel);
        company.Now.UsualCharter.ShouldBe("S9");
        held.GoOn();
        await older;
        company.Now.UsualCharter.ShouldBe("S9");
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Charters_that_are_approved_at_the_same_moment_are_all_known(Kind kind)
    {
        await using var site = await Shop.OpenAsync(kind, cluster);
        var services = site.App.Services;
        var (shelf, writer) = (services.GetRequiredService<CharterShelf>(), services.GetRequiredService<Writer>());
        for (var round = 0; round < 12; round++)
        {
            var approved = Enumerable.Range(0, 4).Select(caller => Version($"N{round}-{caller}")).ToList();
            await Task.WhenAll(approved.Select(version => Task.Run(async () =>
            {
                await writer.RunAsync(db => { db.Add(version); return Task.CompletedTask; }, Cancel);
                await shelf.ReadAsync(Cancel);
                shelf.Library.Find(version.Code, 1).ShouldNotBeNull(version.Code);
            }, Cancel)));
            foreach (var version in approved) shelf.Library.Find(version.Code, 1).ShouldNotBeNull(version.Code);
        }
    }

    /// <summary>A charter that takes its time to be read: a region of two thousand codes.</summary>
    private static StoredVersion Version(string code)
    {
        var text = Shop.Next(version: 1).Replace("charter: S7", $"charter: {code}", StringComparison.Ordinal)
            + $"regions: {{city: [{string.Join(", ", Enumerable.Range(320000, 2000).Select(n => $"\"{n}\""))}]}}\n";
        var charter = CharterLibrary.Shipped.Propose(new(code, text)).Charter.ShouldNotBeNull();
        return new(charter.Code, charter.Version, charter.Hash, text, charter.InForce, "李建国", new(2036, 5, 2, 15, 40, 0, TimeSpan.Zero));
    }
}
