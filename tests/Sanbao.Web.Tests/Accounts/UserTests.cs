using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Sanbao.Data;
using Sanbao.Data.Journal;
using Sanbao.Data.State;
using Sanbao.Domain.Kernel;
using Sanbao.Web.Tests.Data;
using Sanbao.Web.Tests.Platform;

namespace Sanbao.Web.Tests.Accounts;

public class UserTests(PostgresCluster cluster)
{
    public static TheoryData<Kind> Kinds => TestDatabase.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task An_administrator_makes_a_user_who_can_sign_in_and_the_journal_says_so(Kind kind)
    {
        await using var site = await TestSite.Start(kind, cluster);
        var admin = await site.SignIn();
        using var made = await Make(admin, "chenwei", "陈伟", "from the office", "engineer");
        made.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await admin.Page("/users")).QuerySelector("tbody")!.TextContent.ShouldContain("陈伟");
        (await site.Browse().SignIn("chenwei", "from the office")).Headers.Location!.ToString().ShouldBe("/password");
        await using var db = site.App.Services.GetRequiredService<ServiceDatabase>().CreateDbContext();
        var line = (await db.TimelineAsync(CompanyJournal.Only, Actor.System, TestContext.Current.CancellationToken))[^1];
        (line.Code, line.By, line.Arguments["login"].GetString()).ShouldBe(("user.created", "王芳", "chenwei"));
        var cancel = TestContext.Current.CancellationToken;
        (await new RecordVerifier(db).FaultsAsync(null, cancel).ToListAsync(cancel)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("has blank", "陈伟", "from the office", "engineer", "login", "字母")]
    [InlineData("", "陈伟", "from the office", "engineer", "login", "请填写")]
    [InlineData("TAKEN", "陈伟", "from the office", "engineer", "login", "已被使用")]
    [InlineData("chenwei", "", "from the office", "engineer", "name", "请填写")]
    [InlineData("chenwei", "陈伟", "short", "engineer", "password", "至少")]
    [InlineData("chenwei", "陈伟", "from the office", "king", "roles", "king")]
    public async Task What_cannot_be_is_told_at_its_field(string login, string name, string password, string role, string field,
        string says)
    {
        await using var site = await TestSite.Start();
        await site.AddAccount("taken", "liaison");
        var admin = await site.SignIn();
        using var response = await Make(admin, login, name, password, role);
        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Browser.Document(response);
        (field == "roles"
            ? page.QuerySelector("fieldset .field-error") : page.QuerySelector($"#user-{field}-error"))!.TextContent.ShouldContain(says);
    }

    [Fact]
    public async Task Fields_that_were_left_empty_and_rules_that_were_broken_are_told_in_one_round()
    {
        await using var site = await TestSite.Start();
        using var response = await Make(await site.SignIn(), "", "陈伟", "short", "king");
        var page = await Browser.Document(response);
        page.QuerySelector("#user-login-error")!.TextContent.ShouldContain("请填写");
        page.QuerySelector("#user-password-error")!.TextContent.ShouldContain("至少");
        page.QuerySelector("fieldset .field-error")!.TextContent.ShouldContain("king");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_role_taken_away_and_an_account_disabled_count_for_sessions_that_are_open(Kind kind)
    {
        await using var site = await TestSite.Start(kind, cluster);
        var account = await site.AddAccount("wangfang", "liaison", "administrator");
        var (admin, browser) = (await site.SignIn(), site.Browse());
        (await browser.SignIn("wangfang", TestSite.Password)).Dispose();
        (await browser.Get("/users")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await Change(admin, account.Id, ("roles", "liaison"), ("active", "true"));
        (await browser.Get("/users")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await browser.Get("/charters")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await Change(admin, account.Id, ("roles", "liaison"));
        (await browser.Get("/charters")).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task The_last_administrator_stays()
    {
        await using var site = await TestSite.Start();
        var account = await site.AddAccount("wangfang", "administrator");
        var admin = site.Browse();
        (await admin.SignIn("wangfang", TestSite.Password)).Dispose();
        using var response = await Change(admin, account.Id, ("roles", "liaison"), ("active", "true"));
        response.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await Browser.Document(response)).QuerySelector(".flash-bad")!.TextContent.ShouldContain("最后一名");
    }

    [Theory]
    [InlineData("liaison", "/users", HttpStatusCode.Forbidden)]
    [InlineData("liaison", "/settings", HttpStatusCode.Forbidden)]
    [InlineData("liaison", "/charters", HttpStatusCode.OK)]
    [InlineData("customer", "/charters", HttpStatusCode.Forbidden)]
    [InlineData("customer", "/", HttpStatusCode.OK)]
    [InlineData("auditor", "/users", HttpStatusCode.Forbidden)]
    [InlineData("administrator", "/users", HttpStatusCode.OK)]
    [InlineData("administrator", "/users/00000000-0000-0000-0000-000000000009", HttpStatusCode.NotFound)]
    public async Task A_role_sees_what_it_may(string role, string path, HttpStatusCode expected)
    {
        await using var site = await TestSite.Start();
        using var response = await (await site.SignIn(role)).Get(path);
        response.StatusCode.ShouldBe(expected);
    }

    private static async Task<HttpResponseMessage> Make(Browser admin, string login, string name, string password, string role) =>
        await admin.Submit(
        await admin.Page("/users/new"), "/users/new", ("login", login), ("name", name), ("password", password), ("roles", role),
            ("active", "true"));

    private static async Task<HttpResponseMessage> Change(Browser admin, Guid id, params (string, string)[] typed) => await admin.Submit(
        await admin.Page($"/users/{id}"), $"/users/{id}", [("login", "wangfang"), ("name", "王芳"), .. typed]);
}
