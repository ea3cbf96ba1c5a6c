using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using static Microsoft.Playwright.Assertions;

namespace Sanbao.Browser.Tests;

/// <summary>A request is worked on without a pointer, and the cursor is always where one sees it.</summary>
public class KeyboardTests(RunningSite site)
{
    [Fact]
    public async Task Assigning_by_keyboard_assigns_who_is_typed()
    {
        var books = await new Books(site).FillAsync();
        await using var visit = await site.VisitAs("jingli");
        await visit.Open($"/requests/{books.Open.Number}");
        await visit.Page.Keyboard.PressAsync("a");
        await Expect(visit.Page.Locator(".ts-wrapper.focus, .ts-dropdown input:focus").First).ToBeVisibleAsync();
        await visit.Page.Keyboard.TypeAsync("陈伟");
        await Expect(visit.Page.Locator(".ts-dropdown .option.active")).ToContainTextAsync("陈伟");
        await visit.Page.Keyboard.PressAsync("Control+Enter");
        await Expect(visit.Page.Locator(".flash-good")).ToBeFocusedAsync();
        await using var database = ServiceDatabase.Of(site.DataFolder, null);
        await using var db = database.CreateDbContext();
        (await db.Requests.SingleAsync(r => r.Number == books.Open.Number, TestContext.Current.CancellationToken)).Assignee.ShouldBe("陈伟");
    }

    [Fact]
    public async Task What_cannot_be_done_says_why_by_its_key_and_the_menu_is_walked_by_arrows()
    {
        var books = await new Books(site).FillAsync();
        await using var visit = await site.VisitAs("jingli");
        await visit.Open($"/requests/{books.Open.Number}");
        await visit.Page.Keyboard.PressAsync("c");
        await Expect(visit.Page.Locator("#panel .flash-warn")).ToBeVisibleAsync();
        await visit.Page.Keyboard.PressAsync(".");
        await visit.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(visit.Page.Locator(".verbs-more .drop-item").First).ToBeFocusedAsync();
        await visit.Picture("verbs-menu");
        await visit.Page.Keyboard.PressAsync("Escape");
        await visit.Page.Keyboard.PressAsync("w");
        await Expect(visit.Page.Locator("#panel form")).ToBeVisibleAsync();
        visit.ShouldBeCalm();
    }

    /// <summary>WCAG 2.2, 2.4.11: what has the cursor is not covered by what stands fast at the foot.</summary>
    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task On_intake_the_cursor_never_walks_under_the_foot(int width)
    {
        var books = await new Books(site).FillAsync();
        await using var visit = await site.VisitAs("kefu", new(width));
        await visit.Open($"/intake?find={books.Unit.Serial}");
        await visit.Page.Locator("[name=description]").FocusAsync();
        for (var i = 0; i < 14; i++)
        {
            await visit.Page.Keyboard.PressAsync("Tab");
            await visit.Page.WaitForFunctionAsync(
                """
                () => {
                  const at = document.activeElement, box = at.getBoundingClientRect();
                  const foot = document.querySelector('.intake-foot').getBoundingClientRect();
                  const inFoot = at.closest('.intake-foot, .bottombar, .skip') !== null;
                  const below = box.bottom > foot.top + 1 && box.top < foot.bottom;
                  return inFoot || box.height === 0 || !below || box.left >= foot.right || box.right <= foot.left;
                }
                """);
        }
    }
}
