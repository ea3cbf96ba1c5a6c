using System.Text;

namespace Sanbao.Browser.Tests;

/// <summary>Somebody who may sends a file, looks at what would come of it, imports it, and reads what came of it.</summary>
public class ImportTests(RunningSite site)
{
    private static readonly string[] Faults = ["轴承异响，运行半小时后发热", "机械密封处滴水", "电机过热跳闸", "振动大，地脚螺栓松动", "流量不足"];

    /// <summary>History with a line of each common mistake among many right ones.</summary>
    private static byte[] History(string mark, int lines)
    {
        var text = new StringBuilder("单号,报修时间,渠道,类别,客户名称,型号,故障描述,处理结果,完成时间,处理方法,车间\n");
        for (var n = 1; n <= lines; n++)
            text.Append(n switch
            {
                3 => $"{mark}-3,2025-13-01,电话,故障,吴江水务,ISG80-160,轴承异响,已解决,,,\n",
                7 => $"{mark}-7,2025-03-07,飞鸽,故障,吴江水务,ISG80-160,轴承异响,已解决,,,\n",
                9 => $"{mark}-1,2025-03-09,电话,故障,吴江水务,ISG80-160,轴承异响,已解决,,,\n",
                _ => $"{mark}-{n},2025-0{n % 9 + 1}-1{n % 10} 08:30,电话,故障,昆山恒源纸业有限公司,IS125-100-250,"
                    + $"{Faults[n % Faults.Length]},已解决,2025-10-20 10:00,更换驱动端轴承，重新对中,二车间\n",
            });
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    [Theory]
    [InlineData(1440, false)]
    [InlineData(1440, true)]
    [InlineData(390, false)]
    [InlineData(390, true)]
    // Without pictures: beside other journeys the browser has stopped answering for minutes while it took one of these pages.
    public async Task A_file_is_sent_looked_at_imported_and_its_errors_are_read(int width, bool english)
    {
        await using var visit = await site.VisitAs("jingli", new(width, english));
        var (page, mark) = (visit.Page, $"H{width}{(english ? "E" : "Z")}");
        await visit.Open("/import");
        await visit.ShouldFit();
        await page.CheckAsync("[name=kind][value=requests]");
        await page.SetInputFilesAsync("[name=file]",
            new Microsoft.Playwright.FilePayload { Name = "服务请求历史 2025.csv", MimeType = "text/csv", Buffer = History(mark, 30_000) });
        await page.ClickAsync("main form[action='/import'] .button-main");
        await page.Locator("form[action$='/run'] .button-main").WaitForAsync();
        await visit.ShouldSee("飞鸽");
        await visit.ShouldFit();
        await page.Locator(".more-card > summary").ClickAsync();
        await visit.ShouldFit();
        await page.ClickAsync("form[action$='/run'] .button-main");
        await page.Locator(".progress-bar").WaitForAsync();
        await visit.ShouldFit();
        // It goes on by itself, without a hand on the page.
        await page.Locator("a[href='/import'].button").WaitForAsync(new() { Timeout = 300_000 });
        await visit.ShouldSee("29,997");
        await visit.ShouldFit();
        await visit.Open("/import");
        await visit.ShouldFit();
        visit.ShouldBeCalm();
    }

    [Fact]
    public async Task Without_script_a_file_is_imported_too_and_a_wrong_one_is_told_at_its_field()
    {
        await using var visit = await site.VisitAs("jingli", new(Script: false));
        var page = visit.Page;
        await visit.Open("/import");
        await page.SetInputFilesAsync("[name=file]",
            new Microsoft.Playwright.FilePayload { Name = "照片.csv", MimeType = "text/csv", Buffer = [0x89, 0x50, 0x4E, 0x47, 0, 0, 1] });
        await page.ClickAsync("main form[action='/import'] .button-main");
        await page.Locator("#file-error").WaitForAsync();
        await visit.Picture("import-refused");
        await page.SetInputFilesAsync("[name=file]",
            new Microsoft.Playwright.FilePayload { Name = "客户.csv", MimeType = "text/csv",
            Buffer = Encoding.UTF8.GetBytes("单位,电话\n常熟阀门厂,0512-52001234\n") });
        await page.ClickAsync("main form[action='/import'] .button-main");
        await page.Locator("[name=column-name]").WaitForAsync();
        await visit.Picture("import-which-column");
        await page.SelectOptionAsync("[name=column-name]", "单位");
        await page.ClickAsync("form[action$='/columns'] button");
        await page.ClickAsync("form[action$='/run'] .button-main");
        await page.Locator("a[href='/import'].button").WaitForAsync();
        await visit.Open("/customers?q=常熟阀门厂");
        await visit.ShouldSee("常熟阀门厂");
    }
}
