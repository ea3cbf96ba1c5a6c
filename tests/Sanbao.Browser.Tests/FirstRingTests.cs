using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Sanbao.Browser.Tests;

/// <summary>The main job in one go, without the mouse.</summary>
public partial class FirstRingTests(RunningSite site)
{
    [Fact]
    public async Task From_the_first_ring_to_closing_by_keyboard_alone()
    {
        var books = await new Books(site).FillAsync("S9");
        await using var visit = await site.VisitAs("kefu");
        await visit.Open("/");
        var keyboard = visit.Page.Keyboard;
        await keyboard.PressAsync("n");
        await Expect(visit.Page.Locator("#find")).ToBeFocusedAsync();
        await keyboard.TypeAsync(books.Unit.Serial);
        await keyboard.PressAsync("Enter");

        await Expect(visit.Page.Locator("[name=description]")).ToBeFocusedAsync();
        await Expect(visit.Page.Locator(".verdict-good")).ToBeVisibleAsync();
        await keyboard.TypeAsync("轴承异响，停机待修");
        await Expect(visit.Page.Locator(".promised .clock")).Not.ToHaveCountAsync(0);
        await keyboard.PressAsync("Control+Enter");
        await visit.Page.WaitForURLAsync(NewRequest());

        await Expect(visit.Page.Locator("#cover-box .verdict-good")).ToBeVisibleAsync();
        await Expect(visit.Page.Locator("#clock-box .clock")).Not.ToHaveCountAsync(0);
        await visit.Picture("first-ring-taken");
        await keyboard.PressAsync("p");
        await Expect(visit.Page.Locator("[name=advice]")).ToBeFocusedAsync();
        await keyboard.TypeAsync("断电盘车，补 20 克锂基脂后试运行，异响消失。");
        await TabTo(visit.Page, "[name=outcome]");
        await keyboard.PressAsync("Space");
        await keyboard.PressAsync("Control+Enter");
        await visit.ShouldSee("电话指导已记录");

        await keyboard.PressAsync("c");
        await Expect(visit.Page.Locator("[name=outcome][value=solved]:checked")).ToBeFocusedAsync();
        await TabTo(visit.Page, "[name=cause]");
        await keyboard.PressAsync("ArrowDown");
        await keyboard.PressAsync("Control+Enter");
        await visit.ShouldSee("请求已结案");
        await visit.Picture("first-ring-closed");
        visit.ShouldBeCalm();
    }

    /// <summary>As often as it takes, and no oftener than a patient person would.</summary>
    private static async Task TabTo(IPage page, string selector)
    {
        await Expect(page.Locator(selector).First).ToBeVisibleAsync();
        for (var pressed = 0; pressed < 60; pressed++)
        {
            if (await page.EvaluateAsync<bool>("s => document.activeElement.matches(s)", selector)) return;
            await page.Keyboard.PressAsync("Tab");
        }
        throw new InvalidOperationException($"{selector} cannot be reached by keyboard.");
    }

    [GeneratedRegex("/requests/FW-")]
    private static partial Regex NewRequest();
}
