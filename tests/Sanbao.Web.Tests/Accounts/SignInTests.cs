using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Sanbao.Web.Features.Accounts;
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
    public async Task Five_wrong_passwords_close_a_login_for_a_quarter_of_an_hour_whether_it_is_there_or_not(Kind kind)
    {
        var time = new SetTime(new(2026, 5, 2, 8, 0, 0, TimeSpan.Zero));
        await using var site =
            await TestSite.Start(kind, cluster, builder => builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(time)));
        await site.AddAccount("wangfang", "liaison");
        foreach (var login in new[] { "wangfang", "nobody" })
        {
            for (var i = 1; i < 5; i++) (await Says(site, login, "wrong password")).ShouldContain("不正确");
            (await Says(site, login, "wrong password")).ShouldContain("15 分钟");
            (await Says(site, login, TestSite.Password)).ShouldContain("15 分钟");
        }
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
        guesses.Count(g => g.Contains("次数过多", StringComparison.Ordinal)).ShouldBe(8);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task People_who_sign_in_rightly_at_once_do_not_lock_each_other_out(Kind kind)
    {
        await using var site = await TestSite.Start(kind, cluster);
        await site.AddAccount("wangfang", "liaison");
        for (var i = 0; i < 4; i++) (await site.Browse().SignIn("wangfang", "wrong password")).Dispose();
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => site.Browse().SignIn("wangfang", TestSite.Password)));
        answers.Select(a => a.StatusCode).Distinct().ShouldBe([HttpStatusCode.SeeOther]);
        (await Says(site, "wangfang", "wrong password")).ShouldContain("不正确", customMessage: "what went wrong before was a slip");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Whoever_guesses_from_one_address_closes_the_login_there_and_not_where_its_person_is(Kind kind)
    {
        await using var site = await TestSite.Start(kind, cluster);
        await site.AddAccount("wangfang", "liaison");
        var door = site.App.Services.GetRequiredService<SignIn>();
        for (var i = 0; i < 6; i++) (await door.Run("wangfang", "wrong password", "192.0.2.1", Cancel)).Account.ShouldBeNull();
        (await door.Run("wangfang", TestSite.Password, "192.0.2.1", Cancel)).Account.ShouldBeNull();
        (await door.Run("wangfang", TestSite.Password, "192.0.2.2", Cancel)).Account.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_login_guessed_at_from_many_addresses_is_closed_until_its_password_is_given_anew()
    {
        await using var site = await TestSite.Start();
        var account = await site.AddAccount("wangfang", "liaison");
        var (admin, door) = (await site.SignIn(), site.App.Services.GetRequiredService<SignIn>());
        for (var i = 0; i < WrongTries.MostOfLogin; i++) await door.Run("wangfang", "wrong password", $"192.0.2.{i}", Cancel);
        (await door.Run("wangfang", TestSite.Password, "198.51.100.1", Cancel)).WhyNot!.Value.Code.ShouldBe("sign-in.locked");
        (await admin.Page("/users")).QuerySelector("tbody")!.TextContent.ShouldContain("锁定至");
        var page = await admin.Page($"/users/{account.Id}");
        (await admin.Submit(page, $"/users/{account.Id}/password", ("password", "given by admin"))).Dispose();
        (await door.Run("wangfang", "given by admin", "198.51.100.1", Cancel)).Account.ShouldNotBeNull();
    }

    [Fact]
    public async Task Whoever_tries_many_logins_from_one_address_is_stopped_there()
    {
        await using var site = await TestSite.Start();
        await site.AddAccount("wangfang", "liaison");
        var door = site.App.Services.GetRequiredService<SignIn>();
        for (var i = 1; i < WrongTries.MostOfAddress; i++)
            (await door.Run($"login{i}", "wrong password", "192.0.2.1", Cancel)).WhyNot!.Value.Code.ShouldBe("sign-in.wrong");
        (await door.Run("one more", "wrong password", "192.0.2.1", Cancel)).WhyNot!.Value.Code.ShouldBe("sign-in.locked");
        (await door.Run("wangfang", TestSite.Password, "192.0.2.1", Cancel)).WhyNot!.Value.Code.ShouldBe("sign-in.locked");
        (await door.Run("wangfang", TestSite.Password, "192.0.2.2", Cancel)).Account.ShouldNotBeNull();
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

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Signed_out_is_signed_out_for_every_copy_of_the_cookie_and_other_devices_stay(Kind kind)
    {
        await using var site = await TestSite.Start(kind, cluster);
        await site.AddAccount("wangfang", "liaison");
        var (browser, phone) = (site.Browse(), site.Browse());
        using var signedIn = await browser.SignIn("wangfang", TestSite.Password);
        (await phone.SignIn("wangfang", TestSite.Password)).Dispose();
        var copy = signedIn.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("sanbao=", StringComparison.Ordinal)).Split(';')[0];
        (await Shows(site, copy)).ShouldBe(HttpStatusCode.OK);

        using var done = await browser.Submit(await browser.Page("/charters"), "/sign-out");
        done.Headers.Location!.ToString().ShouldBe("/sign-in");

        (await browser.Get("/charters")).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await Shows(site, copy)).ShouldBe(HttpStatusCode.SeeOther);
        (await phone.Get("/charters")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<HttpStatusCode> Shows(TestSite site, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/charters") { Headers = { { "Cookie", cookie } } };
        using var response = await site.Client().SendAsync(request, Cancel);
        return response.StatusCode;
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

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
