namespace Sanbao.Browser.Tests;

/// <summary>A clerk meets a customer twice, compares the two records and keeps one.</summary>
public class MergingTests(RunningSite site)
{
    [Theory]
    [InlineData(1440, false)]
    [InlineData(1440, true)]
    [InlineData(390, false)]
    [InlineData(390, true)]
    public async Task Two_records_of_one_customer_become_one(int width, bool english)
    {
        await using var visit = await site.VisitAs("kefu", new(width, english));
        var (page, phone) = (visit.Page, $"0512-6789{width}{(english ? 1 : 2)}");
        var first = await EnterAsync(visit, $"苏州市轨道交通集团有限公司运营一分公司{phone}", phone);
        var second = await EnterAsync(visit, $"苏州轨交{phone}", phone);
        await visit.Open($"{second}/contacts/new");
        await page.FillAsync("[name=contactName]", "李工");
        await page.FillAsync("[name=contactPhone]", "13812345678");
        await page.ClickAsync("main .button-main");
        await visit.Open(first);
        await visit.Picture("customer-duplicates");
        await visit.ShouldFit();
        await visit.Open($"{first}/merge?q={Uri.EscapeDataString("轨交" + phone)}");
        await visit.Picture("merge-pick");
        await visit.ShouldFit();
        await page.Locator("main a[href*='/merge/']").First.ClickAsync();
        await visit.Picture("merge-compare");
        await visit.ShouldFit();
        await page.Locator("main .compared .button-main").First.ClickAsync();
        await page.Locator("#confirm[open]").WaitForAsync();
        await visit.FirstSight("merge-confirm");
        (await page.InnerTextAsync("#confirm [value=yes]")).ShouldBe(english ? "Merge" : "合并");
        await page.ClickAsync("#confirm [value=yes]");
        await page.WaitForURLAsync($"**{first}");
        await visit.ShouldSee("李工");
        await visit.Picture("merge-done");
        await visit.Open(second);
        new Uri(page.Url).AbsolutePath.ShouldBe(first);
        await visit.Open($"{second}/merged");
        await visit.Picture("merged-record");
        await visit.ShouldFit();
        visit.ShouldBeCalm();
    }

    /// <summary>Gives the address of the new customer's page.</summary>
    private static async Task<string> EnterAsync(Visit visit, string name, string phone)
    {
        await visit.Open("/customers/new");
        await visit.Page.FillAsync("[name=name]", name);
        await visit.Page.FillAsync("[name=phone]", phone);
        await visit.Page.ClickAsync("main .button-main");
        await visit.Page.WaitForURLAsync("**/customers/*-*-*-*-*");
        return new Uri(visit.Page.Url).AbsolutePath;
    }
}
