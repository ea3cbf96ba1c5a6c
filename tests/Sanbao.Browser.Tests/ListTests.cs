using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using static Microsoft.Playwright.Assertions;

namespace Sanbao.Browser.Tests;

/// <summary>Lists are where one works: walked, chosen from and opened by keys, and readable on every desk and phone.</summary>
public class ListTests(RunningSite site)
{
    [Fact]
    public async Task Ten_requests_are_assigned_from_the_list_by_keyboard()
    {
        var word = await TakenInAsync(12);
        await using var manager = await site.VisitAs("jingli", new(1280));
        await manager.Open($"/requests?q={word}");
        var keys = manager.Page.Keyboard;
        for (var n = 0; n < 10; n++)
        {
            await keys.PressAsync("j");
            await keys.PressAsync("x");
        }
        await Expect(manager.Page.Locator("[data-chosen]")).ToHaveTextAsync("已选 10 条");
        await keys.PressAsync("a");
        await keys.TypeAsync("陈伟");
        await keys.PressAsync("Enter");
        await manager.FirstSight("list-chosen");
        await keys.PressAsync("Control+Enter");
        await manager.ShouldSee("10 条已指派给 陈伟");
        (await AssigneesAsync(word)).ShouldBe([.. Enumerable.Repeat("陈伟", 10), null, null], ignoreOrder: true);
        manager.ShouldBeCalm();
    }

    [Fact]
    public async Task What_was_chosen_stays_chosen_while_the_list_fetches_itself_again()
    {
        var word = await TakenInAsync(3);
        await using var manager = await site.VisitAs("jingli");
        await manager.Open($"/requests?q={word}&sort=reported");
        await manager.Page.Keyboard.PressAsync("j");
        await manager.Page.Keyboard.PressAsync("x");
        var (row, news) = (manager.Page.Locator("tbody tr", new() { HasText = $"第 1 条 {word}" }),
            manager.Page.Locator("tbody tr", new() { HasText = "刚进来" }));
        var chosen = await manager.Page.Locator("[name=chosen]:checked").InputValueAsync();
        using var program = await site.Program("liaison");
        (await program.PostAsJsonAsync("/api/v1/requests", new { channel = "phone", category = "fault", description = $"刚进来 {word}" }))
            .EnsureSuccessStatusCode();
        await Expect(news).ToBeVisibleAsync();
        await Expect(row).ToBeVisibleAsync();
        (await manager.Page.Locator("[name=chosen]:checked").EvaluateAllAsync<string[]>("boxes => boxes.map(box => box.value)"))
            .ShouldBe([chosen]);
        // One is still at the same row: Enter opens it.
        await manager.Page.Keyboard.PressAsync("Enter");
        await manager.Page.WaitForURLAsync($"**/requests/{chosen}");
        manager.ShouldBeCalm();
    }

    [Fact]
    public async Task Shift_takes_all_between_and_the_head_takes_the_page()
    {
        var word = await TakenInAsync(5);
        await using var manager = await site.VisitAs("jingli");
        await manager.Open($"/requests?q={word}");
        var boxes = manager.Page.Locator("[name=chosen]");
        await boxes.Nth(1).ClickAsync();
        await boxes.Nth(3).ClickAsync(new() { Modifiers = [Microsoft.Playwright.KeyboardModifier.Shift] });
        await Expect(manager.Page.Locator("[name=chosen]:checked")).ToHaveCountAsync(3);
        await manager.Page.Locator("[data-all]").ClickAsync();
        await Expect(manager.Page.Locator("[name=chosen]:checked")).ToHaveCountAsync(5);
        await manager.Page.Keyboard.PressAsync("Escape");
        await Expect(manager.Page.Locator("[name=chosen]:checked")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_row_opens_wherever_one_clicks_with_script_and_without(bool script)
    {
        var word = await TakenInAsync(1);
        await using var clerk = await site.VisitAs("kefu", new(Script: script));
        await clerk.Open($"/requests?q={word}");
        // The row's link lies over all its cells: the click is meant to meet it.
        await clerk.Page.Locator("td.ledger-matter").First.ClickAsync(new() { Force = true });
        await clerk.Page.WaitForURLAsync("**/requests/FW-*");
        await clerk.Open("/equipment");
        await clerk.Page.Locator("tbody tr").First.Locator("td").Nth(2).ClickAsync(new() { Force = true });
        await clerk.Page.WaitForURLAsync("**/equipment/*-*");
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(1366)]
    [InlineData(1440)]
    [InlineData(1920)]
    public async Task The_text_is_the_last_to_shrink_and_head_and_count_stay_in_sight(int width)
    {
        await using var manager = await site.VisitAs("jingli", new(width));
        foreach (var view in new[] { "open", "closed", "all" })
        {
            await manager.Open($"/requests?view={view}");
            (await manager.Page.EvaluateAsync<double>("document.querySelector('th.col-matter').getBoundingClientRect().width"))
                .ShouldBeGreaterThanOrEqualTo(260);
            await manager.ShouldFit();
            await manager.Page.EvaluateAsync("scrollTo(0, 1000)");
            await Expect(manager.Page.Locator(".list-count")).ToBeInViewportAsync();
            await Expect(manager.Page.Locator("th.col-matter")).ToBeInViewportAsync();
            await manager.FirstSight($"ledger-{view}");
        }
    }

    [Theory]
    [InlineData("/requests?view=all")]
    [InlineData("/requests?view=closed")]
    [InlineData("/equipment")]
    [InlineData("/customers")]
    public async Task A_list_of_fifty_is_not_endless_on_a_phone(string list)
    {
        await using var clerk = await site.VisitAs("jingli", Window.Phone);
        await clerk.Open(list);
        (await clerk.Page.Locator("tbody tr").CountAsync()).ShouldBe(50);
        (await clerk.Page.EvaluateAsync<double>("document.querySelector('.list-page').getBoundingClientRect().height"))
            .ShouldBeLessThanOrEqualTo(4500);
        await clerk.ShouldFit();
        await clerk.FirstSight("list" + list.Split('?')[0].Replace('/', '-'));
    }

    /// <summary>So many requests whose text has a word that no other has.</summary>
    private async Task<string> TakenInAsync(int count)
    {
        var word = $"清单{Guid.NewGuid():N}"[..10];
        using var program = await site.Program("liaison");
        for (var n = 1; n <= count; n++)
            (await program.PostAsJsonAsync("/api/v1/requests",
                new { channel = "phone", category = "fault", description = $"第 {n} 条 {word}" })).EnsureSuccessStatusCode();
        return word;
    }

    private async Task<List<string?>> AssigneesAsync(string word)
    {
        await using var database = ServiceDatabase.Of(site.DataFolder, null);
        await using var db = database.CreateDbContext();
        return await db.Requests.Where(r => r.Description.Contains(word)).Select(r => r.Assignee).ToListAsync();
    }
}
