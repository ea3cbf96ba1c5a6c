using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Sanbao.Data.Writing;
using Sanbao.Web.Features.Accounts;
using Sanbao.Web.Tests.Data;
using Sanbao.Web.Tests.Platform;

namespace Sanbao.Web.Tests.Settings;

public class SetupTests(PostgresCluster cluster)
{
    public static TheoryData<Kind> Kinds => TestDatabase.Kinds;

    private static readonly (string, string)[] Typed =
        [("company", "苏州电机"), ("charter", "S0"), ("name", "赵敏"), ("login", "zhaomin"), ("password", "the first of all"),
            ("again", "the first of all")];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_first_start_names_the_company_and_its_administrator_once(Kind kind)
    {
        await using var site = await TestSite.Start(kind, cluster);
        var browser = site.Browse();
        (await browser.Get("/sign-in")).Headers.Location!.ToString().ShouldBe("/setup");
        using var done = await browser.Submit(await browser.Page("/setup"), "/setup", Typed);
        done.Headers.Location!.ToString().ShouldBe("/");
        var home = await browser.Page("/users");
        home.Title!.ShouldContain("苏州电机");
        home.QuerySelector("tbody")!.TextContent.ShouldContain("赵敏");
        (await browser.Page("/charters")).Body!.TextContent.ShouldContain("S0");
        (await site.Browse().Get("/setup")).Headers.Location.ShouldBeNull();
        (await site.Browse().Get("/setup")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData(Kind.Sqlite, "token")]
    [InlineData(Kind.Sqlite, "customer")]
    [InlineData(Kind.Postgres, "token")]
    [InlineData(Kind.Postgres, "customer")]
    public async Task What_was_begun_at_the_command_line_is_nobodys_to_take_over(Kind kind, string begun)
    {
        await using var site = await TestSite.Start(kind, cluster);
        var browser = site.Browse();
        var page = await browser.Page("/setup");
        if (begun is "token") await site.AddToken("liaison");
        else await site.App.Services.GetRequiredService<Writer>().CreateAsync(c => { c.Add(A.Customer("苏州电机")); return true; });
        (await site.Browse().Get("/setup")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        // Not by a form that was opened before either.
        (await browser.Submit(page, "/setup", Typed)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var signIn = await site.Browse().Page("/sign-in");
        signIn.QuerySelector("main")!.TextContent.ShouldContain("sanbao user create");
    }

    [Fact]
    public async Task What_cannot_be_is_told_and_makes_nothing()
    {
        await using var site = await TestSite.Start();
        var browser = site.Browse();
        using var response =
            await browser.Submit(await browser.Page("/setup"), "/setup", [.. Typed, ("charter", "S99"), ("again", "another")]);
        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await Browser.Document(response);
        page.QuerySelector("#charter-error")!.TextContent.ShouldContain("S99");
        page.QuerySelector("#again-error")!.TextContent.ShouldContain("不一致");
        (await browser.Get("/sign-in")).Headers.Location!.ToString().ShouldBe("/setup");
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_told_at_once_and_the_cursor_stands_in_the_first_of_it()
    {
        await using var site = await TestSite.Start();
        var browser = site.Browse();
        using var response = await browser.Submit(
            await browser.Page("/setup"), "/setup", [.. Typed, ("name", ""), ("login", "has blank"), ("password", "short"),
                ("again", "another")]);
        var page = await Browser.Document(response);
        foreach (var (field, says) in new[] { ("name", "请填写"), ("login", "字母"), ("password", "至少 8 个字符"), ("again", "不一致") })
            page.QuerySelector($"#{field}-error")!.TextContent.ShouldContain(says);
        page.QuerySelectorAll("[autofocus]").ShouldHaveSingleItem().Id.ShouldBe("name");
    }

    [Fact]
    public async Task A_demo_company_tells_its_accounts_and_each_comes_in()
    {
        await using var site = await TestSite.Start(demo: true);
        var page = await site.Browse().Page("/sign-in");
        page.QuerySelectorAll(".demo-account .faint").Select(e => e.TextContent).ShouldBe(DemoAccounts.All.Select(a => a.Login));
        foreach (var account in DemoAccounts.All)
            (await site.Browse().SignIn(account.Login, DemoAccounts.Password)).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task A_demo_account_with_a_password_of_its_own_is_no_longer_told()
    {
        await using var site = await TestSite.Start(demo: true);
        var browser = site.Browse();
        (await browser.SignIn("kefu", DemoAccounts.Password)).Dispose();
        (await browser.Submit(await browser.Page("/password"), "/password", ("old", DemoAccounts.Password), ("new", "mine alone"),
            ("again", "mine alone"))).Dispose();
        (await site.Browse().Page("/sign-in")).QuerySelector(".demo-accounts")!.TextContent.ShouldNotContain("kefu");
    }
}
