using System.Net;
using System.Text;
using Sanbao.Web.Tests.Data;
using Sanbao.Web.Tests.Platform;

namespace Sanbao.Web.Tests.Settings;

public class SettingsTests(PostgresCluster cluster)
{
    private static readonly (string, string)[] Typed =
        [("name", "苏州电机"), ("nameEn", "Suzhou Motors"), ("zone", "Asia/Tokyo"), ("charter", "S0"), ("cityPrefixes", "3205，320583 3205"),
            ("warningShare", "40"), ("language", "english")];

    public static TheoryData<Kind> Kinds => TestDatabase.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Settings_count_as_soon_as_they_are_saved(Kind kind)
    {
        await using var site = await TestSite.Start(kind, cluster);
        var admin = await site.SignIn();
        using var done = await Save(admin, Typed);
        done.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var page = await admin.Page("/settings");
        page.Title!.ShouldContain("苏州电机");
        page.QuerySelector("#cityPrefixes")!.GetAttribute("value").ShouldBe("3205 320583");
        page.QuerySelector(".timeline")!.TextContent.ShouldContain("修改公司设置：苏州电机，服务承诺 S0，时区 Asia/Tokyo");
        page.QuerySelector(".timeline")!.TextContent.ShouldContain("从剩 25% 改为剩 40% 时提醒");
        page.QuerySelector("#warningShare")!.GetAttribute("value").ShouldBe("40");
        using var program = await site.Program();
        var answer = await program.PostAsync(
            "/api/v1/deadlines/preview",
            new StringContent("""{"mode":"on-site","category":"fault","events":[{"kind":"reported","at":"2026-05-02T23:30:00+08:00"}]}""",
                Encoding.UTF8, "application/json"),
            TestContext.Current.CancellationToken);
        // S0 promises a reply within two hours; the answer speaks in the company's zone.
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))
            .ShouldContain("\"due\":\"2026-05-03T02:30:00+09:00\"");
    }

    [Theory]
    [InlineData("zone", "Mars/Olympus", "Mars")]
    [InlineData("cityPrefixes", "3205 苏州", "苏州")]
    [InlineData("cityPrefixes", "32055", "32055")]
    [InlineData("charter", "S99", "S99")]
    [InlineData("name", " ", "请填写")]
    [InlineData("warningShare", "4", "5")]
    [InlineData("warningShare", "76", "75")]
    [InlineData("warningShare", "12.5", "整数")]
    [InlineData("warningShare", "", "请填写")]
    public async Task What_cannot_be_is_told_at_its_field(string field, string value, string says)
    {
        await using var site = await TestSite.Start();
        using var response = await Save(await site.SignIn(), [.. Typed, (field, value)]);
        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Browser.Document(response)).QuerySelector($"#{field}-error")!.TextContent.ShouldContain(says);
    }

    [Fact]
    public async Task Of_two_who_change_them_at_once_the_second_is_told()
    {
        await using var site = await TestSite.Start();
        var (one, other) = (await site.SignIn(), await site.SignIn());
        var seen = await other.Page("/settings");
        (await Save(one, Typed)).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        using var response = await other.Submit(seen, "/settings", [.. Typed, ("name", "another name")]);
        response.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await one.Page("/settings")).Title!.ShouldContain("苏州电机");
    }

    private static async Task<HttpResponseMessage> Save(Browser admin, (string, string)[] typed) =>
        await admin.Submit(await admin.Page("/settings"), "/settings", typed);
}
