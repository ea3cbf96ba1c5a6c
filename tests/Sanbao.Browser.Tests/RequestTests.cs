using System.Text.Json;
using static Microsoft.Playwright.Assertions;

namespace Sanbao.Browser.Tests;

/// <summary>The page of one request, worked on as clerks do.</summary>
public class RequestTests(RunningSite site)
{
    [Fact]
    public async Task Guide_by_phone_and_close()
    {
        var number = await NewRequest();
        await using var clerk = await site.VisitAs("kefu");
        await clerk.Open($"/requests/{number}");
        (await clerk.Page.Locator("[data-verb=closing]").First.IsDisabledAsync()).ShouldBeTrue();

        await clerk.Page.Locator(".verbs > [data-verb=guidance]").ClickAsync();
        await clerk.Fill("指导内容", "断电后手动盘车，听轴承有无卡滞；补 20 克锂基脂后试运行。");
        await clerk.Page.GetByText("已解决", new() { Exact = true }).ClickAsync();
        await clerk.Picture("request-guidance");
        await clerk.Press("保存指导记录");
        await clerk.ShouldSee("电话指导已记录");

        await clerk.Page.Locator(".verbs > [data-verb=closing]").ClickAsync();
        await clerk.Page.Locator("#panel button.button-main").ClickAsync();
        await clerk.ShouldSee("请求已结案");
        await clerk.Picture("request-closed");
        clerk.ShouldBeCalm();
    }

    [Fact]
    public async Task A_complaint_is_not_closed_before_the_customer_was_asked()
    {
        var number = await NewRequest("complaint", "送货时外壳已划伤，销售至今没有回电，要求给个说法。");
        await using var clerk = await site.VisitAs("kefu");
        await clerk.Open($"/requests/{number}/replies");
        await clerk.Fill("答复内容", "已向您致歉，明日换新外壳。");
        await clerk.Press("保存答复");
        var close = clerk.Page.Locator(".verbs > [data-verb=closing]");
        await Expect(close).ToHaveAttributeAsync("title", "还没有征询客户对结果的意见，不能结案");
        await Expect(close).ToHaveAttributeAsync("aria-disabled", "true");
        await clerk.Page.Locator(".verbs-more > summary").ClickAsync();
        await clerk.Picture("request-more");

        await clerk.Open($"/requests/{number}/verdict");
        await clerk.Page.GetByText("满意", new() { Exact = true }).ClickAsync();
        await clerk.Press("保存意见");
        await clerk.Page.Locator(".verbs > [data-verb=closing]").ClickAsync();
        await clerk.Page.Locator("#panel button.button-main").ClickAsync();
        await clerk.ShouldSee("请求已结案");
        clerk.ShouldBeCalm();
    }

    [Fact]
    public async Task Somebody_else_changed_this_meanwhile()
    {
        var number = await NewRequest();
        await using var first = await site.VisitAs("kefu");
        await using var second = await site.VisitAs("jingli");
        await first.Open($"/requests/{number}/solution");
        await first.Page.Locator("[name=solution]").FillAsync("更换机械密封，试运行半小时不漏。");

        await second.Open($"/requests/{number}/priority");
        await second.Page.GetByText("紧急", new() { Exact = true }).ClickAsync();
        await second.Press("更改");
        await second.ShouldSee("优先级已更改");

        await first.Press("保存结果");
        await first.ShouldSee("别人做了这些改动");
        await first.ShouldSee("优先级：一般 → 紧急");
        (await first.Page.Locator("[name=solution]").InputValueAsync()).ShouldBe("更换机械密封，试运行半小时不漏。");
        await first.Picture("request-meanwhile");
        await first.Press("保存结果");
        await first.ShouldSee("处理结果已记录");
    }

    [Theory]
    [InlineData(1440, false)]
    [InlineData(1440, true)]
    [InlineData(390, false)]
    [InlineData(390, true)]
    public async Task The_page_is_seen_at_both_widths_in_both_languages(int width, bool english)
    {
        var number = await NewRequest(description: "3 号泵电机轴承异响，温升明显，已停机。\n现场有备用泵，但只能撑两天。" + new string('长', 300));
        await Work(number);
        await using var clerk = await site.VisitAs("jingli", new(width, english));
        await clerk.Open($"/requests/{number}");
        await clerk.ShouldFit();
        await clerk.Picture("request");
        await clerk.Page.Locator(".verbs-more > summary").ClickAsync();
        await clerk.FirstSight("request-menu");
        await clerk.Open($"/requests/{number}/guidance");
        await clerk.ShouldFit();
        await clerk.Picture("request-form");
        await clerk.Open($"/requests/{number}/print");
        await clerk.ShouldFit();
        await clerk.Picture("request-print");
        clerk.ShouldBeCalm();
    }

    [Fact]
    public async Task It_works_without_script()
    {
        var number = await NewRequest();
        await using var clerk = await site.VisitAs("kefu", new(Script: false));
        await clerk.Open($"/requests/{number}");
        await clerk.Page.Locator(".verbs > [data-verb=replies]").ClickAsync();
        await clerk.Fill("答复内容", "已答复");
        await clerk.Press("保存答复");
        await clerk.ShouldSee("答复已记录");
    }

    [Fact]
    public async Task A_page_that_stands_open_shows_what_others_did()
    {
        var number = await NewRequest();
        await using var first = await site.VisitAs("kefu");
        await first.Open($"/requests/{number}");
        using var program = await site.Program("service-manager");
        await Post(program, number, "replies", """{"text":"程序代答"}""");
        await first.ShouldSee("程序代答");
        await first.ShouldSee("下面已是最新内容");
        first.ShouldBeCalm();
    }

    private async Task<string> NewRequest(string category = "fault", string description = "水泵电机轴承异响，温升明显。")
    {
        using var program = await site.Program("liaison");
        using var answer = await program.PostAsync(
            new Uri("/api/v1/requests", UriKind.Relative),
            Json(JsonSerializer.Serialize(new
            {
                channel = "phone", category, description, charter = "S0", regionCode = "320505", serial = "YE3-2024-000123",
                customer = new { name = "苏州轨道交通集团有限公司运营分公司", phone = "0512-67881234" }, reporter =
                    new { name = "李建国", phone = "138 1234 5678" },
                reportedAt = DateTimeOffset.UtcNow.AddMinutes(-75),
            })));
        using var said = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return said.RootElement.GetProperty("number").GetString()!;
    }

    /// <summary>A request in the middle of its life.</summary>
    private async Task Work(string number)
    {
        using var program = await site.Program("service-manager");
        await Post(program, number, "guidance", """{"advice":"先停机，检查润滑脂","spokeWith":"李建国","outcome":"not-solved"}""");
        await Post(program, number, "mode", """{"mode":"on-site","reason":"设备无法拆卸运输"}""");
        await Post(program, number, "special", """{"reason":"备用泵只能撑两天"}""");
        await Post(program, number, "priority", """{"priority":"urgent"}""");
        var tomorrow = DateTimeOffset.UtcNow.AddDays(1).ToString("O", System.Globalization.CultureInfo.InvariantCulture);
        await Post(program, number, "visits", $$"""{"engineer":"陈伟","appointment":"{{tomorrow}}","remark":"带 6308 轴承两只"}""");
        await Post(program, number, "notes", """{"text":"用户很着急，每两小时通报一次进展"}""");
    }

    private static async Task Post(HttpClient program, string number, string verb, string json)
    {
        using var answer = await program.PostAsync(new Uri($"/api/v1/requests/{number}/{verb}", UriKind.Relative), Json(json));
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
    }

    private static StringContent Json(string json) => new(json, System.Text.Encoding.UTF8, "application/json");
}
