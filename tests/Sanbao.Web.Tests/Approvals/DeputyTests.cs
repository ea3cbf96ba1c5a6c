using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Sanbao.Web.Tests.Charters;
using Sanbao.Web.Tests.Data;
using Sanbao.Web.Tests.Platform;

namespace Sanbao.Web.Tests.Approvals;

/// <summary>What waits for whom, and who decides in whose place.</summary>
public class DeputyTests(PostgresCluster cluster)
{
    private const string Place = "/approvals", Waits = "S7 2";

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_change_waits_for_whoever_may_decide_and_for_his_deputy_on_the_days_named(Kind kind)
    {
        await using var site = await Shop.OpenAsync(kind, cluster);
        var deputy = await site.AddAccount("chen", "dispatcher");
        using var author = await DraftAsync(site);
        (await author.Page(Place)).Body!.TextContent.ShouldNotContain(Waits);
        using var leader = await site.SignIn("general-manager");
        (await leader.Page(Place)).Body!.TextContent.ShouldContain(Waits);
        using var chen = site.Browse();
        (await chen.SignIn("chen", TestSite.Password)).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await chen.Page(Place)).Body!.TextContent.ShouldNotContain(Waits);

        await NameAsync(leader, deputy.Id, "2036-05-03", "2036-05-09");
        await NameAsync(leader, deputy.Id, "2036-04-20", "2036-05-01");
        (await chen.Page(Place)).Body!.TextContent.ShouldNotContain(Waits);
        await NameAsync(leader, deputy.Id, "2036-05-01", "2036-05-02");
        (await chen.Page(Place)).Body!.TextContent.ShouldContain("代 王芳 审批");
        var page = await leader.Page(Place);
        foreach (var form in page.QuerySelectorAll("form[action$=withdrawal]").Select(f => f.GetAttribute("action")!))
            (await leader.Submit(page, form)).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await chen.Page(Place)).Body!.TextContent.ShouldNotContain(Waits);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_deputy_decides_by_the_right_of_the_one_in_whose_place_he_stands_and_does_nothing_else_by_it(Kind kind)
    {
        await using var site = await Shop.OpenAsync(kind, cluster);
        var deputy = await site.AddAccount("chen", "dispatcher");
        using var author = await DraftAsync(site);
        using var leader = await site.SignIn("general-manager");
        using var chen = site.Browse();
        (await chen.SignIn("chen", TestSite.Password)).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var change = (await leader.Page(Place)).QuerySelector("a[href^='/charter-changes/']")!.GetAttribute("href")!;
        (await chen.Get(change)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        await NameAsync(leader, deputy.Id, "2036-05-01", "2036-05-02");
        var page = await chen.Page(change);
        foreach (var other in new[] { "/charter-changes", "/charter-changes/new?of=S7", change + "/edit" })
            (await chen.Get(other)).StatusCode.ShouldBe(HttpStatusCode.Forbidden, other);
        using var approved = await chen.Submit(page, change + "/approve");
        approved.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await chen.Get(change)).StatusCode.ShouldBe(HttpStatusCode.OK, "he sees what he decided");
        (await leader.Page(Place)).Body!.TextContent.ShouldNotContain(Waits);

        // Another application, on which he has nothing to decide: the one in whose place he stands wrote it himself.
        const string form = "/charter-changes/new?of=S7";
        using var own = await leader.Submit(
            await leader.Page(form), form, ("text", Shop.Next("2036-07-01", 3)), ("reason", "再改"));
        (await chen.Get(own.Headers.Location!.ToString())).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Programs_ask_what_waits_and_name_deputies_for_others_only_as_administrators(Kind kind)
    {
        await using var site = await Shop.OpenAsync(kind, cluster);
        var (person, deputy) = (await site.AddAccount("zhang", "general-manager"), await site.AddAccount("chen", "dispatcher"));
        using var author = await DraftAsync(site);
        using var leader = await site.Program("general-manager");
        var waiting = (await leader.GetFromJsonAsync<JsonElement>("/api/v1/approvals", Cancel)).GetProperty("items")[0];
        (waiting.GetProperty("kind").GetString(), waiting.GetProperty("number").GetString()).ShouldBe(("charter-change", Waits));

        var named = new { person = person.Id, deputy = deputy.Id, from = "2036-05-01", to = "2036-05-02" };
        using var refused = await leader.PostAsJsonAsync("/api/v1/approvals/deputies", named, Cancel);
        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        using var administrator = await site.Program();
        using var made = await administrator.PostAsJsonAsync("/api/v1/approvals/deputies", named, Cancel);
        made.StatusCode.ShouldBe(HttpStatusCode.Created, await made.Content.ReadAsStringAsync(Cancel));
        using var wrong = await administrator.PostAsJsonAsync("/api/v1/approvals/deputies", named with { to = "2036-04-01" }, Cancel);
        wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using var dealer = await site.Program("dealer");
        (await dealer.GetAsync("/api/v1/approvals", Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static async Task<Browser> DraftAsync(TestSite site)
    {
        var author = await site.SignIn("service-manager");
        const string form = "/charter-changes/new?of=S7";
        using var drafted = await author.Submit(await author.Page(form), form, ("text", Shop.Next()), ("reason", "竞品已承诺三年"));
        drafted.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        return author;
    }

    private static async Task NameAsync(Browser person, Guid deputy, string from, string to)
    {
        using var named = await person.Submit(
            await person.Page(Place), "/approvals/deputies", ("deputy", deputy.ToString()), ("from", from), ("to", to));
        named.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }
}
