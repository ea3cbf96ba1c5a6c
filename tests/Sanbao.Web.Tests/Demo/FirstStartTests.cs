using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sanbao.Data;
using Sanbao.Domain.Kernel;
using Sanbao.Web.Platform.Hosting;
using Sanbao.Web.Tests.Data;
using Sanbao.Web.Tests.Platform;

namespace Sanbao.Web.Tests.Demo;

/// <summary>The demo company, whose password is published, comes only into a new folder, to other machines only when asked for.</summary>
[Collection(nameof(Terminal))]
public sealed class FirstStartTests(PostgresCluster cluster) : IDisposable
{
    private const string Here = "http://127.0.0.1:5080", ForAll = "http://0.0.0.0:5080";

    private readonly string folder = Directory.CreateTempSubdirectory("sanbao-first-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<Kind> Kinds => TestDatabase.Kinds;

    [Theory]
    [InlineData(Here, true)]
    [InlineData("http://localhost:5080", true)]
    [InlineData("http://[::1]:5080", true)]
    [InlineData("http://127.0.0.1:5080;https://localhost:5443", true)]
    [InlineData(ForAll, false)]
    [InlineData("http://*:5080", false)]
    [InlineData("http://+:5080", false)]
    [InlineData("http://[::]:5080", false)]
    [InlineData("http://192.0.2.7:5080", false)]
    [InlineData("http://127.0.0.1.example:5080", false)]
    [InlineData("http://localhost:5080;http://0.0.0.0:5081", false)]
    public async Task Nobody_asked_for_a_demo_so_it_comes_where_only_this_machine_can_come_in(string urls, bool comes) =>
        (await BecomesDemoAsync(urls, DemoWish.OnThisMachine, await OptionAsync(Kind.Sqlite))).ShouldBe(comes);

    [Fact]
    public async Task An_address_from_the_configuration_counts_as_well()
    {
        void Configure(WebApplicationBuilder builder) => builder.Configuration["Kestrel:Endpoints:Web:Url"] = ForAll;
        (await BecomesDemoAsync(Here, DemoWish.OnThisMachine, null, Configure)).ShouldBeFalse();
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Whoever_asks_for_the_demo_gets_it_on_any_address(Kind kind)
    {
        var option = await OptionAsync(kind);
        (await BecomesDemoAsync(ForAll, DemoWish.Asked, option)).ShouldBeTrue();
        (await BecomesDemoAsync(ForAll, DemoWish.OnThisMachine, option)).ShouldBeTrue("once asked for, it stays");
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_demo_that_came_by_itself_is_not_opened_to_other_machines_before_its_passwords_are_changed(Kind kind)
    {
        var option = await OptionAsync(kind);
        (await BecomesDemoAsync(Here, DemoWish.OnThisMachine, option)).ShouldBeTrue();
        foreach (var wish in new[] { DemoWish.OnThisMachine, DemoWish.No })
        {
            var refused = await Should.ThrowAsync<RefusedException>(() => BecomesDemoAsync(ForAll, wish, option));
            refused.Refusal.Code.ShouldBe("demo.this-machine-only");
        }
        (await BecomesDemoAsync(ForAll, DemoWish.Asked, option)).ShouldBeTrue();

        await using (var store = ServiceDatabase.Of(folder, option))
        await using (var db = store.CreateDbContext())
            await db.Accounts.ExecuteUpdateAsync(a => a.SetProperty(x => x.SecurityStamp, "changed"), Cancel);
        (await BecomesDemoAsync(ForAll, DemoWish.OnThisMachine, option)).ShouldBeTrue();
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_place_that_was_used_before_is_never_turned_into_a_demo(Kind kind)
    {
        var option = await OptionAsync(kind);
        (await BecomesDemoAsync(Here, DemoWish.No, option)).ShouldBeFalse();
        (await BecomesDemoAsync(Here, DemoWish.OnThisMachine, option)).ShouldBeFalse();
        (await BecomesDemoAsync(Here, DemoWish.Asked, option)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("keys/key-1.xml")]
    [InlineData("companies/main/files/ab/abc")]
    public async Task Keys_or_files_without_records_are_of_a_company_that_was_there(string left)
    {
        var path = Path.Combine(folder, left);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, "<key/>", Cancel);
        (await BecomesDemoAsync(Here, DemoWish.OnThisMachine, null)).ShouldBeFalse();
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task The_demo_verb_is_asking_and_works_where_there_are_no_records(Kind kind)
    {
        var option = await OptionAsync(kind);
        (await BecomesDemoAsync(ForAll, DemoWish.OnThisMachine, option)).ShouldBeFalse();
        (await RunAsync(option, "token", "create", "--name", "probe", "--role", "auditor")).Exit.ShouldBe(0);
        (await RunAsync(option, "demo", "--requests", "20")).Exit.ShouldBe(0);
        (await BecomesDemoAsync(ForAll, DemoWish.OnThisMachine, option)).ShouldBeTrue();
        (await RunAsync(option, "demo", "--requests", "20")).Exit.ShouldBe(1, "now there are records");
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task An_empty_database_is_not_in_order_and_stays_as_it_is(Kind kind)
    {
        var option = await OptionAsync(kind);
        var file = Path.Combine(folder, "companies", "main", "sanbao.db");
        if (option is null)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllBytesAsync(file, [], Cancel);
        }
        var (exit, output, error) = await RunAsync(option, "verify");
        (exit, output).ShouldBe((1, ""));
        error.ShouldContain("There are no records in");
        if (option is null) new FileInfo(file).Length.ShouldBe(0);
    }

    private async Task<string?> OptionAsync(Kind kind) => kind is Kind.Postgres ? "postgres:" + await cluster.NewDatabaseAsync() : null;

    private async Task<bool> BecomesDemoAsync(string urls, DemoWish wish, string? option, Action<WebApplicationBuilder>? adjust = null)
    {
        await using var app = Site.Build(new SiteOptions { DataFolder = folder, Database = option, Urls = urls, Demo = wish }, b =>
        {
            b.RunInProcess();
            // The people of the demo are enough here, without two years of their work.
            foreach (var load in b.Services.Where(s => s.ImplementationType?.Name == "DemoOnFirstStart").ToArray()) b.Services.Remove(load);
            adjust?.Invoke(b);
        });
        await app.StartAsync(Cancel);
        await using var db = app.Services.GetRequiredService<ServiceDatabase>().CreateDbContext();
        var (demo, people) = (await db.Settings.Select(s => s.Demo).SingleAsync(Cancel), await db.Accounts.AnyAsync(Cancel));
        demo.ShouldBe(people);
        await app.StopAsync(Cancel);
        return demo;
    }

    private Task<(int Exit, string Output, string Error)> RunAsync(string? option, params string[] typed) =>
        Terminal.RunAsync([.. typed, "--data", folder, .. option is null ? Array.Empty<string>() : ["--database", option]]);

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
