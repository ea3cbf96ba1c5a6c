using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sanbao.Data;
using Sanbao.Web.Platform.Store;
using Sanbao.Web.Tests.Data;
using Sanbao.Web.Tests.Platform;

namespace Sanbao.Web.Tests.Charters;

/// <summary>A3: written by one, approved by another, in force from its day; the old version governs until then.</summary>
public class ChangingChartersTests(PostgresCluster cluster)
{
    private const string New = "/charter-changes/new";

    public static TheoryData<Kind> Kinds => TestDatabase.Kinds;

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_new_version_is_written_by_one_and_approved_by_another_and_the_old_one_governs_until_its_day(Kind kind)
    {
        await using var site = await Shop.OpenAsync(kind, cluster);
        using var author = await site.SignIn("service-manager");
        using var drafted =
            await author.Submit(await author.Page(New + "?of=S7"), NewOf("S7"), ("text", Shop.Next()), ("reason", "竞品已承诺三年"));
        drafted.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var place = drafted.Headers.Location!.ToString();

        var own = await author.Page(place);
        own.Body!.TextContent.ShouldContain("须由另一位有权审批的同事批准");
        own.QuerySelector("form[action$=approve]").ShouldBeNull();

        using var leader = await site.SignIn("general-manager");
        var shown = await leader.Page(place);
        Says(shown).ShouldContain("自验收之日起 24 个月");
        Says(shown).ShouldContain("自验收之日起 36 个月");
        using var approved = await leader.Submit(shown, place + "/approve");
        approved.StatusCode.ShouldBe(HttpStatusCode.SeeOther);

        using var program = await site.Program();
        (await LastDayAsync(program, "2036-05-31")).ShouldBe("2036-05-20");
        (await LastDayAsync(program, "2036-06-01")).ShouldBe("2037-05-20");
        (await leader.Page(place)).QuerySelector("form").ShouldNotBeNull("the sign-out is still a form");
        (await leader.Page(place)).QuerySelectorAll("main form").ShouldBeEmpty("what is approved never changes");
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_form_sent_twice_makes_one_draft(Kind kind)
    {
        await using var site = await Shop.OpenAsync(kind, cluster);
        using var author = await site.SignIn("service-manager");
        var page = await author.Page(New + "?of=S7");
        using var first = await author.Submit(page, NewOf("S7"), ("text", Shop.Next()), ("reason", "三年"));
        using var second = await author.Submit(page, NewOf("S7"), ("text", Shop.Next()), ("reason", "三年"));
        second.Headers.Location.ShouldBe(first.Headers.Location);
        await using var db = site.App.Services.GetRequiredService<ServiceDatabase>().CreateDbContext();
        (await db.CharterChanges.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(1);
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_told_in_the_text_at_its_place_and_nothing_is_kept()
    {
        await using var site = await Shop.OpenAsync(Kind.Sqlite, cluster);
        using var author = await site.SignIn("service-manager");
        var text = Shop.Next(months: "24 months form accepted");
        using var answer = await author.Submit(await author.Page(New), New, ("text", text), ("reason", "三年"));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Browser.Document(answer);
        var line = text.Split('\n').ToList().FindIndex(l => l.Contains("form accepted", StringComparison.Ordinal)) + 1;
        page.QuerySelector($"#L{line} .marked-says")!.TextContent.ShouldContain("from");
        page.QuerySelector("textarea[name=text]")!.TextContent.ShouldContain("form accepted");
        (await author.Page("/charter-changes")).QuerySelectorAll("tbody tr").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2036-06-01", 1, "请写成第 2 版")]
    [InlineData("2036-06-01", 2, null)]
    public async Task A_number_that_is_known_is_no_new_version(string inForce, int version, string? wrong)
    {
        await using var site = await Shop.OpenAsync(Kind.Sqlite, cluster);
        using var author = await site.SignIn("service-manager");
        using var answer = await author.Submit(await author.Page(New), New, ("text", Shop.Next(inForce, version)), ("reason", "三年"));
        answer.StatusCode.ShouldBe(wrong is null ? HttpStatusCode.SeeOther : HttpStatusCode.UnprocessableEntity);
        if (wrong is not null) Says(await Browser.Document(answer)).ShouldContain(wrong);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_later_version_does_not_reach_back(Kind kind)
    {
        await using var site = await Shop.OpenAsync(kind, cluster);
        using var author = await site.Program("service-manager");
        using var leader = await site.Program("general-manager");
        var change = await PostAsync(author, "/api/v1/charter-changes", new { text = Shop.Next("2036-05-01"), reason = "三年" },
            HttpStatusCode.Created);
        var refused = await PostAsync(leader, $"/api/v1/charter-changes/{change.GetProperty("id").GetGuid()}/approve", new { version = 1 },
            HttpStatusCode.Conflict);
        refused.GetProperty("code").GetString().ShouldBe("charter-change.backdated");
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Programs_write_and_approve_by_the_same_rules(Kind kind)
    {
        await using var site = await Shop.OpenAsync(kind, cluster);
        using var author = await site.Program("service-manager");
        using var leader = await site.Program("general-manager");
        var check = await PostAsync(author, "/api/v1/charters/check", new { text = "charter: S7\nverison: 2\n" }, HttpStatusCode.OK);
        check.GetProperty("errors").EnumerateArray()
            .ShouldContain(e => e.GetProperty("line").GetInt32() == 2 && e.GetProperty("hint").GetString() == "version");

        var change = await PostAsync(author, "/api/v1/charter-changes", new { text = Shop.Next(), reason = "三年" }, HttpStatusCode.Created);
        var path = $"/api/v1/charter-changes/{change.GetProperty("id").GetGuid()}";
        (await PostAsync(author, path + "/approve", new { version = 1 }, HttpStatusCode.Conflict))
            .GetProperty("code").GetString().ShouldBe("approval.own");
        (await PostAsync(leader, path + "/approve", new { version = 7 }, HttpStatusCode.Conflict)).GetProperty("code").GetString()
            .ShouldBe("document.changed");
        (await PostAsync(leader, path + "/approve", new { version = 1 }, HttpStatusCode.OK)).GetProperty("status").GetString()
            .ShouldBe("approved");
        (await PostAsync(leader, path + "/reject", new { version = 2, reason = "晚了" }, HttpStatusCode.Conflict)).GetProperty("code")
            .GetString().ShouldBe("charter-change.decided");
        (await LastDayAsync(leader, "2036-06-01")).ShouldBe("2037-05-20");
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Another_node_finds_a_version_that_was_approved_a_moment_ago(Kind kind)
    {
        await using var site = await Shop.OpenAsync(kind, cluster);
        using var author = await site.Program("service-manager");
        using var leader = await site.Program("general-manager");
        var services = site.App.Services;
        var other = new CharterShelf(services.GetRequiredService<ServiceDatabase>(),
            services.GetRequiredService<Sanbao.Data.Writing.Writer>(), TimeProvider.System);
        await other.OpenAsync(TestContext.Current.CancellationToken);
        var change = await PostAsync(author, "/api/v1/charter-changes", new { text = Shop.Next(), reason = "三年" }, HttpStatusCode.Created);
        await PostAsync(leader, $"/api/v1/charter-changes/{change.GetProperty("id").GetGuid()}/approve", new { version = 1 },
            HttpStatusCode.OK);
        other.Find("S7", 2).InForce.ShouldBe(new DateOnly(2036, 6, 1));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_shipped_version_that_says_something_else_stops_the_start_and_one_whose_remarks_read_otherwise_does_not(Kind kind)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var test = await TestDatabase.NewAsync(kind, cluster);
        async Task<CharterShelf> OpenAsync()
        {
            var shelf = new CharterShelf(test.Store, test.Writer, TimeProvider.System);
            await shelf.OpenAsync(cancel);
            return shelf;
        }
        await OpenAsync();
        var shipped = Sanbao.Charters.CharterLibrary.Shipped.Find("cn-consumer", 1)!.Text;
        var before = "# As it was remarked once\n\n" + shipped;
        await StoreAsync(before);
        (await OpenAsync()).Library.Find("cn-consumer", 1)!.Text.ShouldBe(before, "the letters that decisions name by their hash");
        await StoreAsync(shipped.Replace("phone: 0.5 %", "phone: 0.6 %", StringComparison.Ordinal));
        await Should.ThrowAsync<Exception>(OpenAsync);

        Task StoreAsync(string text) => test.Writer.RunAsync(db => db.CharterVersions.Where(v => v.Code == "cn-consumer")
            .ExecuteUpdateAsync(v => v.SetProperty(x => x.Text, text), cancel));
    }

    [Theory]
    [InlineData("engineer")]
    [InlineData("workshop")]
    public async Task Who_may_not_decide_on_charters_sees_no_drafts(string role)
    {
        await using var site = await Shop.OpenAsync(Kind.Sqlite, cluster);
        using var browser = await site.SignIn(role);
        foreach (var path in new[] { "/charter-changes", New, "/attached-charters" })
        {
            using var answer = await browser.Get(path);
            answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden, path);
        }
        (await browser.Page("/charters")).QuerySelector("a[href='/charter-changes']").ShouldBeNull();
    }

    private static string NewOf(string code) => $"{New}?of={code}";

    private static string Says(IDocument page) => page.QuerySelector("main")!.TextContent;

    private static async Task<string?> LastDayAsync(HttpClient program, string on) =>
        (await PostAsync(program, "/api/v1/entitlements/preview",
            new { charter = "S7", on, dates = new { accepted = "2034-05-20" }, fault = new { cause = "quality" } }, HttpStatusCode.OK))
            .GetProperty("lastDay").GetString();

    internal static async Task<JsonElement> PostAsync(HttpClient program, string path, object body, HttpStatusCode expected)
    {
        using var answer = await program.PostAsJsonAsync(path, body, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(expected, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }
}
