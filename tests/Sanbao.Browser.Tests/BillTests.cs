namespace Sanbao.Browser.Tests;

/// <summary>A clerk keeps the bill of a product and enters a unit that begins with it.</summary>
public class BillTests(RunningSite site)
{
    [Theory]
    [InlineData(1440, false)]
    [InlineData(1440, true)]
    [InlineData(390, false)]
    [InlineData(390, true)]
    public async Task A_unit_begins_with_the_bill_of_its_product(int width, bool english)
    {
        await using var visit = await site.VisitAs("kefu", new(width, english));
        var (page, mark) = (visit.Page, $"{width}{(english ? "E" : "Z")}");
        await visit.Open("/products/new");
        await page.FillAsync("[name=model]", $"ISG100-{mark}");
        await page.FillAsync("[name=line]", "pump");
        await page.ClickAsync("main .button-main");
        await page.Locator(".flash-good").WaitForAsync();
        await visit.Open($"/products?q=ISG100-{mark}");
        await page.ClickAsync("main td.main a");
        await page.FillAsync("[name='bill.0.name']", "驱动电机");
        await page.FillAsync("[name='bill.0.partModel']", "YE3-160M1-2");
        await page.SelectOptionAsync("[name='bill.0.class']", "motor");
        await page.FillAsync("[name='bill.1.name']", "机械密封");
        await page.FillAsync("[name='bill.1.quantity']", "2");
        await page.SelectOptionAsync("[name='bill.1.source']", "bought-in");
        await page.ClickAsync(".bill-foot .button-main");
        await page.Locator(".field-error").First.WaitForAsync();
        await visit.Picture("bill-wrong");
        await visit.ShouldFit();
        await page.FillAsync("[name='bill.1.supplier']", "丹阳江南密封件厂");
        await page.ClickAsync(".bill-foot .button-main");
        await page.Locator(".flash-good").WaitForAsync();
        await visit.Picture("bill");
        await visit.ShouldFit();
        await visit.Open("/equipment/new");
        await page.FillAsync("[name=serial]", $"ISG-{mark}");
        await page.FillAsync("[name=product]", $"ISG100-{mark}");
        await page.PressAsync("[name=product]", "Tab");
        await page.Locator(".pieces li").First.WaitForAsync();
        await page.UncheckAsync("[name=piece][value='1-2']");
        await page.FillAsync("[name='piece-serial.0-1']", "M-7781");
        await visit.Picture("unit-begins-with");
        await visit.ShouldFit();
        await page.ClickAsync("main .form-foot .button-main");
        await visit.ShouldSee("M-7781");
        await visit.ShouldSee("机械密封 1");
        (await page.GetByText("机械密封 2").CountAsync()).ShouldBe(0);
        await visit.Picture("unit-of-bill");
        await visit.ShouldFit();
        await visit.Open("/intake");
        await page.ClickAsync("details.more summary");
        await page.CheckAsync("[name=newUnit]");
        await page.FillAsync("[name=model]", $"ISG100-{mark}");
        await page.PressAsync("[name=model]", "Tab");
        await page.Locator(".pieces li").First.WaitForAsync();
        await page.SelectOptionAsync("[name=component]", "0-1");
        await visit.Picture("intake-begins-with");
        await visit.ShouldFit();
    }
}
