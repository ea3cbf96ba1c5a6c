namespace Sanbao.Browser.Tests;

/// <summary>A clerk enters a product, a customer with a site, and a unit, and reads the unit's life.</summary>
public class EquipmentTests(RunningSite site)
{
    [Theory]
    [InlineData(1440, false)]
    [InlineData(1440, true)]
    [InlineData(390, false)]
    [InlineData(390, true)]
    public async Task A_unit_is_entered_and_its_life_is_read(int width, bool english)
    {
        await using var visit = await site.VisitAs("jingli", new(width, english));
        var (page, mark) = (visit.Page, $"{width}{(english ? "E" : "Z")}");
        await visit.Open("/products/new");
        await page.FillAsync("[name=model]", $"ISG80-160-{mark}");
        await page.FillAsync("[name=productName]", "立式离心泵");
        await page.FillAsync("[name=line]", "pump");
        await page.ClickAsync("main .button-main");
        await visit.Open("/customers/new");
        await page.FillAsync("[name=name]", $"苏州市轨道交通集团有限公司{mark}");
        await page.FillAsync("[name=phone]", "0512-67881234");
        await page.ClickAsync("main .button-main");
        var customer = new Uri(page.Url).AbsolutePath;
        await visit.Open($"{customer}/sites/new");
        await page.FillAsync("[name=siteName]", "三号线车辆段");
        await page.SelectOptionAsync("[name=province]", "320000");
        await page.SelectOptionAsync("[name=city]:has(option[value='320500'])", "320500");
        await page.SelectOptionAsync("[name=regionCode]:has(option[value='320506'])", "320506");
        await visit.Picture("site-form");
        await page.ClickAsync("main .button-main");
        await visit.Open($"/equipment/new?customer={customer.Split('/')[^1]}");
        await page.FillAsync("[name=serial]", $"P-2025-{mark}");
        await page.FillAsync("[name=product]", $"isg80-160-{mark}");
        await page.SelectOptionAsync("[name=siteId]", new Microsoft.Playwright.SelectOptionValue { Index = 1 });
        await page.FillAsync("[name=exFactory]", "2026-01-10");
        await page.ClickAsync(".unit-rest > summary");
        await page.FillAsync("[name=shipped]", "2026-01-01");
        await page.ClickAsync("main .button-main");
        await page.Locator("#shipped-error").WaitForAsync();
        await visit.Picture("unit-form");
        await page.FillAsync("[name=shipped]", "2026-01-15");
        await page.FillAsync("[name=commissioned]", "2026-03-01");
        await page.CheckAsync("[name=evidence][value=commissioning]");
        await page.ClickAsync("main .button-main");
        var unit = new Uri(page.Url).AbsolutePath;
        await visit.Open($"{unit}/components/new");
        await page.FillAsync("[name=componentName]", "驱动电机");
        await page.SelectOptionAsync("[name=componentClass]", "motor");
        await page.SelectOptionAsync("[name=source]", "user-designated");
        await page.FillAsync("[name=supplied]", "2025-11-15");
        await page.ClickAsync("main .button-main");
        await page.Locator(".bars").First.WaitForAsync();
        await visit.Picture("unit");
        await visit.ShouldFit();
        await visit.Open("/equipment?q=P-2025");
        await visit.ShouldSee($"P-2025-{mark}");
        await visit.Picture("units");
        await visit.ShouldFit();
        await visit.Open(customer);
        await visit.Picture("customer");
        await visit.ShouldFit();
    }
}
