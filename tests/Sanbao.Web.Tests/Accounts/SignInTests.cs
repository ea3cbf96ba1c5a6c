using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Sanbao.Web.Tests.Data;
using Sanbao.Web.Tests.Platform;

namespace Sanbao.Web.Tests.Accounts;

public class SignInTests(PostgresCluster cluster)
{
    public static TheoryData<Kind> Kinds => TestDatabase.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Whoever_signs_in_comes_to_the_page_that_was_wanted(Kind kind)
    {
        await using var site = await TestSite.Start(kind, cluster);
        await site.AddAccount("wangfang", "liaison");
        var browser = site.Browse();
        using var asked = await browser.Get("/charters?q=三包");
        asked.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        asked.Headers.Location!.ToString().ShouldBe("/sign-in?back=%2Fcharters%3Fq%3D%25E4%25B8%2589%25E5%258C%2585");
        var page = await browser.Page(asked.Headers.Location.ToString());
        using var done = await browser.Submit(page, "/sign-in", ("login", "WangFang"), ("password", TestSite.Password));
        done.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        done.Headers.Location!.ToString().ShouldBe("/charters?q=%E4%B8%89%E5%8C%85");
        (await browser.Page("/charters")).QuerySelector(".drop-title")!.TextContent.ShouldContain("王芳");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_wrong_password_and_an_unknown_login_sound_the_same_and_the_login_stays_typed(Kind kind)
    {
        await using var site = await TestSite.Start(kind, cluster);
        await site.AddAccount("wangfang", "liaison");
        foreach (var login in new[] { "wangfang", "nobody" })
        {
            using var response = await site.Browse().SignIn(login, "wrong password");
            response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            var page = await Browser.Document(response);
            page.QuerySelector("#password-error")!.TextContent.ShouldContain("登录名或密码不正确");
            page.QuerySelector("#login")!.GetAttribute("value").ShouldBe(login);
            page.QuerySelector("#password")!.GetAttribute("value").ShouldBeNull();
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Five_wrong_passwords_lock_the_account_for_a_quarter_of_an_hour(Kind kind)
    {
        var time = new SetTime(new(2026, 5, 2, 8, 0, 0, TimeSpan.Zero));
        await using var site = await TestSite.Start(kind, cluster, builder => builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(time)));
        await site.AddAccount("wangfang", "liaison");
        for (var i = 0; i < 5; i++) (await site.Browse().SignIn("wangfang", "wrong password")).Dispose();
        (await Says(site, "wangfang", TestSite.Password)).ShouldContain("15 分钟");
        time.Now = time.Now.AddMinutes(14);
        (await Says(site, "wangfang", TestSite.Password)).ShouldContain("1 分钟");
        time.Now = time.Now.AddMinutes(1);
        using var done = await site.Browse().SignIn("wangfang", TestSite.Password);
        done.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Many_guesses_at_once_count_as_many(Kind kind)
    {
        await using var site = await TestSite.Start(kind, cluster);
        await site.AddAccount("wangfang", "liaison");
        var guesses = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Says(site, "wangfang", $"guess number {i}")));
        guesses.Count(g => g.Contains("不正确", StringComparison.Ordinal)).ShouldBe(4);
        guesses.Count(g => g.Contains("锁定", StringComparison.Ordinal)).ShouldBe(8);
    }

    [Theory]
    [InlineData("//evil.example/x")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/\t/evil.example")]
    public async Task The_way_back_never_leaves_the_site(string back)
    {
        await using var site = await TestSite.Start();
        await site.AddAccount("wangfang", "liaison");
        using var done = await site.Browse().SignIn("wangfang", TestSite.Password, back);
        done.Headers.Location!.ToString().ShouldBe("/");
    }

    [Fact]
    public async Task The_cookie_cannot_be_read_by_script_and_is_sealed_for_https_when_there_is_https()
    {
        await using var site = await TestSite.Start();
        await site.AddAccount("wangfang", "liaison");
        using var done = await site.Browse().SignIn("wangfang", TestSite.Password);
        var cookie = done.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("sanbao=", StringComparison.Ordinal));
        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=lax");
        cookie.ShouldNotContain("secure");
    }

    [Fact]
    public async Task A_fragment_sends_the_whole_page_to_the_sign_in()
    {
        await using var site = await TestSite.Start();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/entitlement?charter=S1");
        request.Headers.Add("HX-Request", "true");
        request.Headers.Referrer = new("http://localhost/entitlement");
        using var response = await site.Browse().Send(request);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Headers.GetValues("HX-Redirect").ShouldBe(["/sign-in?back=%2Fentitlement"]);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Signed_out_is_signed_out()
    {
        await using var site = await TestSite.Start();
        var browser = await site.SignIn("liaison");
        using var done = await browser.Submit(await browser.Page("/charters"), "/sign-out");
        done.Headers.Location!.ToString().ShouldBe("/sign-in");
        using var response = await browser.Get("/charters");
        response.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }

    private static async Task<string> Says(TestSite site, string login, string password)
    {
        using var response = await site.Browse().SignIn(login, password);
        return (await Browser.Document(response)).QuerySelector("#password-error")?.TextContent ?? "";
    }
}

/// <summary>A clock that stands until it is set.</summary>
internal sealed class SetTime(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
