using System.Net;
using Sanbao.Web.Tests.Data;
using Sanbao.Web.Tests.Platform;

namespace Sanbao.Web.Tests.Accounts;

public class PasswordTests(PostgresCluster cluster)
{
    private const string Better = "机器转得好 2026";

    public static TheoryData<Kind> Kinds => TestDatabase.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_new_password_ends_the_sessions_on_other_devices_and_this_one_goes_on(Kind kind)
    {
        await using var site = await TestSite.Start(kind, cluster);
        await site.AddAccount("wangfang", "liaison");
        var (office, phone) = (site.Browse(), site.Browse());
        foreach (var device in new[] { office, phone }) (await device.SignIn("wangfang", TestSite.Password)).Dispose();
        using var done = await Change(office, TestSite.Password, Better, Better);
        done.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await office.Get("/charters")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await phone.Get("/charters")).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await site.Browse().SignIn("wangfang", TestSite.Password)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await site.Browse().SignIn("wangfang", Better)).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }

    [Theory]
    [InlineData("not it", Better, Better, "old", "当前密码不正确")]
    [InlineData(TestSite.Password, "short", "short", "new", "至少 8 个字符")]
    [InlineData(TestSite.Password, "aaaaaaaaaa", "aaaaaaaaaa", "new", "重复")]
    [InlineData(TestSite.Password, "my WangFang 1", "my WangFang 1", "new", "登录名")]
    [InlineData(TestSite.Password, TestSite.Password, TestSite.Password, "new", "不能与当前密码相同")]
    [InlineData(TestSite.Password, Better, "another one", "again", "不一致")]
    [InlineData(TestSite.Password, "password123", "password123", "new", "太常见")]
    [InlineData(TestSite.Password, "江川 sanbao 2026", "江川 sanbao 2026", "new", "公司名")]
    [InlineData("", Better, Better, "old", "请填写")]
    public async Task A_password_that_cannot_be_is_told_at_its_field_and_changes_nothing(string old, string wanted, string again,
        string field, string says)
    {
        await using var site = await TestSite.Start();
        await site.AddAccount("wangfang", "liaison");
        var browser = site.Browse();
        (await browser.SignIn("wangfang", TestSite.Password)).Dispose();
        using var response = await Change(browser, old, wanted, again);
        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Browser.Document(response)).QuerySelector($"#{field}-error")!.TextContent.ShouldContain(says);
        (await site.Browse().SignIn("wangfang", TestSite.Password)).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_password_from_somebody_else_must_be_changed_before_anything_else(Kind kind)
    {
        await using var site = await TestSite.Start(kind, cluster);
        var account = await site.AddAccount("wangfang", "liaison");
        var admin = await site.SignIn();
        var page = await admin.Page($"/users/{account.Id}");
        (await admin.Submit(page, $"/users/{account.Id}/password", ("password", "given by admin")))
            .StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var browser = site.Browse();
        using var done = await browser.SignIn("wangfang", "given by admin", "/charters");
        done.Headers.Location!.ToString().ShouldBe("/password");
        (await browser.Get("/charters")).Headers.Location!.ToString().ShouldBe("/password");
        (await browser.Get("/api/v1/charters/S1/1/text")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await Change(browser, "given by admin", Better, Better)).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await browser.Get("/charters")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Whoever_guesses_at_the_old_password_is_stopped_there_and_the_door_stays_open(Kind kind)
    {
        await using var site = await TestSite.Start(kind, cluster);
        await site.AddAccount("wangfang", "liaison");
        var browser = site.Browse();
        (await browser.SignIn("wangfang", TestSite.Password)).Dispose();
        for (var i = 0; i < 5; i++) (await OldSays(browser, $"guess {i}")).ShouldContain("不正确");
        (await OldSays(browser, TestSite.Password)).ShouldContain("分钟");
        (await site.Browse().SignIn("wangfang", TestSite.Password)).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }

    private static async Task<string> OldSays(Browser browser, string old)
    {
        using var response = await Change(browser, old, Better, Better);
        return (await Browser.Document(response)).QuerySelector("#old-error")?.TextContent ?? "";
    }

    private static async Task<HttpResponseMessage> Change(Browser browser, string old, string wanted, string again) =>
        await browser.Submit(await browser.Page("/password"), "/password", ("old", old), ("new", wanted), ("again", again));
}
