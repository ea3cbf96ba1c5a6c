using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Sanbao.Domain.Promises;
using Sanbao.Web.Tests.Data;

namespace Sanbao.Web.Tests.Reliability;

/// <summary>Several processes on one PostgreSQL are one console: each may be killed or stopped, and nothing is said twice.</summary>
public class NodesTests(PostgresCluster cluster)
{
    private const int PastDue = 500, Warned = 300, Later = 20, Managers = 2;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_deadline_speaks_once_when_one_of_two_nodes_is_killed_in_the_middle()
    {
        await using var records = new SharedRecords(await cluster.NewDatabaseAsync());
        await using var survivor = await records.Node("one");
        await using var victim = await records.Node("two");
        for (var i = 0; i < Managers; i++) await records.Hire($"manager-{i}", "service-manager");
        await using (var stopped = await records.StopFirings())
        {
            await records.TakeIn(PastDue, TimeSpan.FromMinutes(-5));
            await records.TakeIn(Warned, TimeSpan.FromMinutes(20));
            await Poll.Until("both have claimed a share", async () => await stopped.Waiting() == 2);
            await victim.Kill();
        }
        await Poll.Until("all have spoken", async () => await records.Fired() == PastDue + Warned);
        // What the survivor is given afterwards speaks, too: when it is due, warned of before or not.
        await records.TakeIn(Later, TimeSpan.FromSeconds(2));
        await Poll.Until("the later ones have spoken", async () => await records.Fired(FiringLevel.Due) == PastDue + Later);

        await EverythingSaidOnce(records);
        (await survivor.Http.GetAsync("/health/ready", Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_person_who_signed_in_at_one_node_is_known_at_the_other_and_sends_its_forms_there()
    {
        await using var records = new SharedRecords(await cluster.NewDatabaseAsync());
        await using var one = await records.Node("one");
        await using var two = await records.Node("two");
        await records.Hire("wang", "liaison");
        // Cookies are kept by host, and both nodes are on this one, as behind a load balancer.
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = true });
        var form = await Form(browser, new(one.Http.BaseAddress!, "/sign-in"));

        using var signedIn = await browser.PostAsync(new Uri(two.Http.BaseAddress!, "/sign-in"), form, Cancel);
        signedIn.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        using var page = await browser.GetAsync(new Uri(one.Http.BaseAddress!, "/requests"), Cancel);
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_node_with_open_streams_stops_when_it_is_told_to()
    {
        await using var records = new SharedRecords(await cluster.NewDatabaseAsync());
        await using var node = await records.Node("one");
        await records.Hire("wang", "liaison");
        using var browser = new HttpClient(new HttpClientHandler { UseCookies = true }) { BaseAddress = node.Http.BaseAddress };
        using (await browser.PostAsync(new Uri("/sign-in", UriKind.Relative), await Form(browser, new(browser.BaseAddress!, "/sign-in")),
            Cancel)) { }
        var streams = await Task.WhenAll(Enumerable.Range(0, 5)
            .Select(_ => browser.GetStreamAsync(new Uri("/live", UriKind.Relative), Cancel)));
        foreach (var stream in streams) (await stream.ReadAsync(new byte[1], Cancel)).ShouldBe(1);

        (await node.Stop()).ShouldBe((0, ""));
        foreach (var stream in streams) await stream.DisposeAsync();
    }

    [Fact]
    public async Task A_node_that_is_told_to_stop_while_it_waits_for_the_database_goes_without_a_word()
    {
        await using var records = new SharedRecords(await cluster.NewDatabaseAsync());
        await using var source = NpgsqlDataSource.Create(records.Connection);
        await using var other = await source.OpenConnectionAsync(Cancel);
        await using var transaction = await other.BeginTransactionAsync(Cancel);
        // Another node is just making the schema, and takes its time.
        await using (var making = new NpgsqlCommand("CREATE SCHEMA company_main", other)) await making.ExecuteNonQueryAsync(Cancel);
        await using var node = records.BeginNode("one");
        await using var waiting =
            source.CreateCommand("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'");
        await Poll.Until("it waits", async () => await waiting.ExecuteScalarAsync(Cancel) is > 0L);
        (await node.Stop()).ShouldBe((0, ""));
    }

    private static async Task EverythingSaidOnce(SharedRecords records)
    {
        await using var db = records.Open();
        var firings = await db.Firings.AsNoTracking().ToListAsync(Cancel);
        var deadlines = await db.Deadlines.AsNoTracking().ToListAsync(Cancel);
        firings.Select(f => (f.DeadlineId, f.Level)).Distinct().Count().ShouldBe(firings.Count, "each level of a deadline once");
        firings.Count(f => f.Level is FiringLevel.Due).ShouldBe(PastDue + Later);
        firings.Where(f => f.Level is FiringLevel.Due).Select(f => f.DeadlineId)
            .ShouldBe(deadlines.Where(d => d.Due <= DateTimeOffset.UtcNow)
                .Select(d => d.Id), ignoreOrder: true, "what is due, and nothing else");
        (await db.Notices.CountAsync(Cancel)).ShouldBe(firings.Count * Managers);
        (await db.Notices.Select(n => new { n.FiringId, n.AccountId }).Distinct().CountAsync(Cancel)).ShouldBe(firings.Count * Managers);
        // One line at the opening, one for each firing.
        (await db.Requests.SumAsync(r => r.JournalLength, Cancel)).ShouldBe(deadlines.Count + firings.Count);
    }

    /// <summary>The sign-in form as the node's page gives it.</summary>
    private static async Task<FormUrlEncodedContent> Form(HttpClient browser, Uri page)
    {
        var html = new HtmlParser().ParseDocument(await browser.GetStringAsync(page, Cancel));
        var hidden = html.QuerySelectorAll("form[action='/sign-in'] input[type=hidden]")
            .Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value") ?? ""));
        return new([.. hidden, new("login", "wang"), new("password", SharedRecords.Password)]);
    }
}
