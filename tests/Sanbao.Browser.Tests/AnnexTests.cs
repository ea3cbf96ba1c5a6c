namespace Sanbao.Browser.Tests;

/// <summary>A clerk attaches papers to a contract, and takes one off that was wrong.</summary>
public class AnnexTests(RunningSite site)
{
    [Theory]
    [InlineData(1440, false)]
    [InlineData(1440, true)]
    [InlineData(390, false)]
    [InlineData(390, true)]
    public async Task A_contract_gets_its_papers(int width, bool english)
    {
        await using var visit = await site.VisitAs("kefu", new(width, english));
        var page = visit.Page;
        await visit.Open("/customers/new");
        await page.FillAsync("[name=name]", $"昆山第{width}{(english ? 1 : 2)}水厂");
        await page.ClickAsync("main .button-main");
        await page.WaitForURLAsync("**/customers/*-*-*-*-*");
        var customer = new Uri(page.Url).AbsolutePath.Split('/')[^1];
        await visit.Open($"/contracts/new?customer={customer}");
        await page.FillAsync("[name=number]", $"HT-{width}-{(english ? 1 : 2)}");
        await page.ClickAsync("main .button-main");
        await page.Locator(".paper-form").WaitForAsync();
        await visit.Picture("contract");
        await page.SetInputFilesAsync("[name=files]", [Paper("程序.pdf", "MZ")]);
        await page.ClickAsync(".paper-form .button:not(.file-button *)");
        await page.Locator(".field-error").First.WaitForAsync();
        await visit.Picture("contract-annex-wrong");
        await page.SetInputFilesAsync("[name=files]",
            [Paper("维保合同扫描件（含技术协议、验收标准和备件清单）2026年第一版.pdf", "%PDF-1.7"), Paper("补充协议.pdf", "%PDF-1.7 2")]);
        await page.ClickAsync(".paper-form .button:not(.file-button *)");
        await visit.ShouldSee("补充协议.pdf");
        await visit.Picture("contract-annexes");
        await visit.ShouldFit();
        await page.ClickAsync("a[href$='/removal'] >> nth=1");
        await page.ClickAsync("main .button-danger");
        await page.Locator("#reason-error").WaitForAsync();
        await page.FillAsync("[name=reason]", english ? "Wrong file" : "传错文件");
        await visit.Picture("contract-annex-remove");
        await visit.ShouldFit();
        await page.ClickAsync("main .button-danger");
        await visit.ShouldSee(english ? "Wrong file" : "传错文件");
        (await page.Locator("a[href$='/removal']").CountAsync()).ShouldBe(1);
        await visit.Picture("contract-annex-removed");
    }

    private static Microsoft.Playwright.FilePayload Paper(string name, string content) =>
        new() { Name = name, MimeType = "application/pdf", Buffer = System.Text.Encoding.UTF8.GetBytes(content) };
}
