using AngleSharp.Dom;

namespace Sanbao.Web.Tests.Entitlement;

/// <summary>Everybody in the company can read what was promised, in either language.</summary>
public class CharterPagesTests(PreviewSite site)
{
    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task Each_charter_can_be_read_whole(string language)
    {
        using var browser = site.Browse(language);
        var list = await browser.Page("/charters");
        var links = list.QuerySelectorAll("a.tile").Select(a => a.GetAttribute("href")!).ToArray();
        links.Length.ShouldBe(13);
        foreach (var link in links)
        {
            var page = await browser.Page(link);
            page.QuerySelectorAll("main .doc-section").Length.ShouldBe(8, link);
            System.Text.RegularExpressions.Regex.IsMatch(page.Body!.TextContent, @"\[[a-z]+[-a-z]*\.[-a-z]+\]")
                .ShouldBeFalse($"{link}: a text is missing");
        }
    }

    [Fact]
    public async Task An_unknown_charter_or_version_is_not_there()
    {
        using var browser = site.Browse();
        ((int)(await browser.Get("/charters/S99")).StatusCode).ShouldBe(404);
        ((int)(await browser.Get("/charters/S1/7")).StatusCode).ShouldBe(404);
        ((int)(await browser.Get("/charters/S1/1")).StatusCode).ShouldBe(200);
    }

    [Fact]
    public async Task The_cover_page_judges_what_its_address_says()
    {
        using var browser = site.Browse();
        var page = await browser.Page(
            "/entitlement?charter=S1&on=2025-07-11&cause=quality&exFactory=2024-01-10&commissioned=2025-02-01&evidence=commissioning");
        page.QuerySelector(".verdict-title")!.TextContent.ShouldBe("不在保（条款到期日 2025年7月10日）");
        page.QuerySelectorAll("svg.bars-track").Length.ShouldBe(2);
        page.QuerySelector<AngleSharp.Html.Dom.IHtmlInputElement>("#commissioned")!.Value.ShouldBe("2025-02-01", "what was typed stays");
    }

    [Theory]
    [InlineData("zh-CN", "还不能判定：缺验收日期", "验收日期在 2023年3月2日 或以后：在保")]
    [InlineData("en", "Not determined yet. Missing: Accepted", "Accepted on 2 Mar 2023 or later: covered")]
    public async Task What_is_missing_is_named_with_what_it_would_change(string language, string headline, string effect)
    {
        using var browser = site.Browse(language);
        var page = await browser.Page("/entitlement?charter=S9&on=2026-03-02&cause=quality");
        page.QuerySelector(".verdict-warn .verdict-title")!.TextContent.ShouldBe(headline);
        page.QuerySelector(".gap-effects li")!.TextContent.ShouldBe(effect);
        page.QuerySelectorAll("#verdict tbody tr").Length.ShouldBe(2, "the lines either way, and the remedies");
    }

    [Fact]
    public async Task Dates_that_cannot_be_true_together_are_told_at_their_field_and_days_to_come_may_be_tried()
    {
        using var browser = site.Browse();
        var page = await browser.Page("/entitlement?charter=S1&exFactory=2025-05-01&commissioned=2025-04-30&evidence=commissioning");
        page.QuerySelector("#commissioned-error")!.TextContent.Trim().ShouldBe("不能早于出厂日期 2025年5月1日");
        page.QuerySelector(".verdict").ShouldBeNull();
        var planned = await browser.Page("/entitlement?charter=S1&on=2100-01-01&commissioned=2099-06-01&evidence=commissioning");
        planned.QuerySelector(".verdict-title")!.TextContent.ShouldBe("在保，至 2100年6月1日");
    }

    [Theory]
    [InlineData("on=1900-01-01", "on", "1900年1月1日 不是真实日期")]
    [InlineData("commissioned=1970-01-01", "commissioned", "1970年1月1日 不是真实日期")]
    [InlineData("on=2025-01-31&exFactory=2025-02-01", "on", "故障日期早于这台设备的所有日期（最早是 2025年2月1日）")]
    public async Task A_day_that_is_no_date_and_a_fault_before_the_unit_are_told_at_their_field(string asked, string field, string says)
    {
        using var browser = site.Browse();
        var page = await browser.Page("/entitlement?charter=S1&" + asked);
        page.QuerySelector($"#{field}-error")!.TextContent.Trim().ShouldStartWith(says);
        page.QuerySelector(".verdict").ShouldBeNull();
    }

    [Fact]
    public async Task A_wrong_date_is_told_at_its_field_and_nothing_is_judged()
    {
        using var browser = site.Browse();
        var page = await browser.Page("/entitlement?charter=S1&commissioned=yesterday");
        page.QuerySelector("#commissioned")!.GetAttribute("aria-invalid").ShouldBe("true");
        page.QuerySelector(".verdict").ShouldBeNull();
    }
}
