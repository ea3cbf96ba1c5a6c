using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Sanbao.Browser.Tests;

/// <summary>Pages that stand open show what others do, without reload.</summary>
public class LiveTests(RunningSite site)
{
    [Fact]
    public async Task A_call_that_one_takes_appears_in_the_ledger_and_on_the_board_of_the_other()
    {
        var books = await new Books(site, "S0").FillAsync();
        await using var manager = await site.VisitAs("jingli");
        await manager.Open($"/requests?sort=reported&unit={books.Unit.Id}");
        var board = await manager.Tab("/due?scope=unassigned");
        await using var clerk = await site.VisitAs("kefu");

        var text = $"泵轴漏水，{books.Unit.Serial} 现场等待";
        await clerk.Open($"/intake?find={books.Unit.Serial}");
        await clerk.Page.Locator("[name=description]").FillAsync(text);
        await clerk.Page.Keyboard.PressAsync("Control+Enter");
        await clerk.Page.WaitForURLAsync("**/requests/FW-*");

        await Expect(manager.Page.Locator("#ledger")).ToContainTextAsync(text);
        await manager.Picture("ledger-live");
        await Expect(board.Locator("#due")).ToContainTextAsync(text);
        manager.ShouldBeCalm();
    }

    [Fact]
    public async Task The_page_of_a_request_shows_what_another_does_to_it()
    {
        var books = await new Books(site).FillAsync();
        await using var clerk = await site.VisitAs("kefu");
        await clerk.Open($"/requests/{books.Open.Number}");
        await using var manager = await site.VisitAs("jingli");
        await manager.Open($"/requests/{books.Open.Number}/priority");
        await manager.Page.GetByText("紧急", new() { Exact = true }).ClickAsync();
        await manager.Press("更改");
        await Expect(clerk.Page.Locator("#head-badges")).ToContainTextAsync("紧急");
        await clerk.ShouldSee("下面已是最新内容");
        clerk.ShouldBeCalm();
    }

    [Fact]
    public async Task Eight_tabs_of_one_browser_load_and_all_of_them_live()
    {
        var books = await new Books(site).FillAsync();
        await using var clerk = await site.VisitAs("kefu");
        await clerk.Open($"/requests?sort=reported&unit={books.Unit.Id}");
        var tabs = new List<IPage> { clerk.Page };
        while (tabs.Count < 8) tabs.Add(await clerk.Tab($"/requests?sort=reported&unit={books.Unit.Id}"));
        await using var manager = await site.VisitAs("jingli");
        var text = $"八个标签页同时看到 {books.Unit.Serial}";
        await manager.Open($"/intake?find={books.Unit.Serial}");
        await manager.Page.Locator("[name=description]").FillAsync(text);
        await manager.Page.Keyboard.PressAsync("Control+Enter");
        await manager.Page.WaitForURLAsync("**/requests/FW-*");

        foreach (var tab in tabs) await Expect(tab.Locator("#ledger")).ToContainTextAsync(text);
        // The tab that asked for the stream may go; the others hear on.
        await tabs[0].CloseAsync();
        await manager.Open($"/requests/{books.Open.Number}/priority");
        await manager.Page.GetByText("紧急", new() { Exact = true }).ClickAsync();
        await manager.Press("更改");
        foreach (var tab in tabs.Skip(1))
            await Expect(tab.Locator("#ledger tr", new() { HasText = books.Open.Number })).ToContainTextAsync("紧急");
        clerk.ShouldBeCalm();
    }
}
