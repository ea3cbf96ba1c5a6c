using Sanbao.Charters;

namespace Sanbao.Browser.Tests;

/// <summary>A manager writes a new version and is told what is wrong in it; a leader reads what changes and approves it.</summary>
public class CharterTests(RunningSite site)
{
    [Theory]
    [InlineData(1440, false)]
    [InlineData(390, false)]
    [InlineData(1440, true)]
    public async Task A_new_version_is_written_compared_and_approved(int width, bool english)
    {
        // Each journey changes a charter of its own: they share the site.
        var code = (width, english) switch { (1440, false) => "S4", (1440, true) => "S9", _ => "S8" };
        var text = CharterLibrary.Shipped.Find(code, 1)!.Text.Replace("version: 1", "version: 2", StringComparison.Ordinal)
            .Replace("in-force: 2020-01-01", "in-force: 2037-03-01", StringComparison.Ordinal);
        var better = text.Replace("18 months from commissioned", "24 months from commissioned", StringComparison.Ordinal)
            .Replace("24 hours after reported", "12 hours after reported", StringComparison.Ordinal)
            .Replace("3 years from accepted", "5 years from accepted", StringComparison.Ordinal)
                .Replace("12 months from delivered", "18 months from delivered", StringComparison.Ordinal);
        await using var author = await site.VisitAs("jingli", new(width, english));
        var page = author.Page;
        await author.Open("/charters");
        await author.Picture("charters-list");
        await author.Open($"/charter-changes/new?of={code}");
        await page.FillAsync("[name=text]", better.Replace(" from ", " form ", StringComparison.Ordinal)
            .Replace("promises:", "promisses:", StringComparison.Ordinal));
        await page.FillAsync("[name=reason]", "同行已提高承诺，销售部要求跟进");
        await page.ClickAsync("button[value=check]");
        await page.Locator(".marked-says").First.WaitForAsync();
        await author.Picture("charters-errors");
        await author.ShouldFit();
        await page.FillAsync("[name=text]", better);
        await page.ClickAsync("button[value=save]");
        await page.Locator(".said").First.WaitForAsync();
        var place = new Uri(page.Url).AbsolutePath;
        await author.Picture("charters-draft");
        await author.ShouldFit();

        await using var leader = await site.VisitAs("admin", new(width, english));
        await leader.Open(place);
        await leader.Page.ClickAsync("form[action$=approve] button");
        await leader.Page.Locator("dialog[open] .button-main").ClickAsync();
        await leader.Page.Locator(".badge-good").First.WaitForAsync();
        await leader.Picture("charters-approved");
        await leader.Open($"/charters/{code}/2");
        await leader.Picture("charters-version");
        await leader.ShouldFit();
        await leader.Open("/charter-changes");
        await leader.Picture("charters-changes");
        await leader.ShouldFit();
    }

    [Theory]
    [InlineData(1440, false)]
    [InlineData(390, false)]
    [InlineData(1440, true)]
    public async Task A_charter_is_attached_and_the_company_takes_days_off(int width, bool english)
    {
        await using var visit = await site.VisitAs("jingli", new(width, english));
        var (page, mark) = (visit.Page, $"{width}{(english ? "E" : "Z")}");
        await visit.Open("/customers/new");
        await page.FillAsync("[name=name]", $"常州市热力有限公司{mark}");
        await page.ClickAsync("main .button-main");
        await visit.Open("/attached-charters");
        await page.SelectOptionAsync("[name=level]", "customer");
        await page.FillAsync("[name=to]", $"常州市热力有限公司{mark}");
        await page.SelectOptionAsync("form[method=post][action='/attached-charters'] [name=charter]", "S9");
        await page.ClickAsync("form[method=post][action='/attached-charters'] .button-main");
        await page.FillAsync("[name=who]", $"常州市热力有限公司{mark}");
        await page.ClickAsync("#try button");
        await page.Locator(".why-this").WaitForAsync();
        await visit.ShouldSee(english ? "Because it is for the customer" : "因为它用于客户");
        await visit.Picture("charters-attached");
        await visit.ShouldFit();
        await visit.Open("/company-days");
        await page.FillAsync("[name=from]", width == 390 ? "2037-02-08" : english ? "2037-08-08" : "2037-10-08");
        await page.FillAsync("[name=until]", width == 390 ? "2037-02-20" : english ? "2037-08-12" : "2037-10-09");
        await page.FillAsync("[name=note]", width == 390 ? "春节停产检修" : "年中盘点");
        await page.ClickAsync("form[action='/company-days'] .button-main");
        await page.Locator("tbody tr").First.WaitForAsync();
        await visit.Picture("charters-days");
        await visit.ShouldFit();
        visit.ShouldBeCalm();
    }
}
