using System.Globalization;
using System.Net.Http.Json;
using static Microsoft.Playwright.Assertions;

namespace Sanbao.Browser.Tests;

/// <summary>Work that is given to somebody arrives where he is.</summary>
public class HandOverTests(RunningSite site)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_visit_planned_by_keyboard_arrives_on_the_engineers_phone_and_is_told_from_there(bool english)
    {
        var books = await new Books(site).FillAsync();
        await using var phone = await site.VisitAs("gongchengshi", new(390, english));
        await using var desk = await site.VisitAs("kefu", new(1440, english));
        await phone.Open("/");
        var mine = phone.Page.Locator("#home-my-visits .visit", new() { HasText = books.Customer.Name });

        await desk.Open($"/requests/{books.Open.Number}");
        await desk.Page.Keyboard.PressAsync("v");
        await Expect(desk.Page.Locator(".ts-dropdown input:focus")).ToBeVisibleAsync();
        await desk.Page.Keyboard.TypeAsync("陈伟");
        await Expect(desk.Page.Locator(".ts-dropdown .option.active")).ToContainTextAsync("陈伟");
        await desk.Page.Keyboard.PressAsync("Enter");
        // What is due is due now: whatever hour the test runs, the visit is today's or left over.
        var now = TimeZoneInfo.ConvertTime(DateTimeOffset.UtcNow, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));
        await desk.Page.Locator("[name=appointment]").FillAsync(now.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture));
        await desk.FirstSight("visit-form");
        await desk.Page.Locator("[name=appointment]").PressAsync("Control+Enter");
        await Expect(desk.Page.Locator(".flash-good")).ToBeFocusedAsync();
        await desk.Picture("request-visit");

        // The page that stands open on the phone fetches it, and the bell counts it.
        await Expect(mine).ToBeVisibleAsync();
        await Expect(phone.Page.Locator(".bell-count")).ToBeVisibleAsync();
        await phone.FirstSight("home-visit");
        await phone.Open("/notices");
        await phone.Picture("notices-visit");
        await phone.Page.Locator(".notice", new() { HasText = books.Open.Number }).First.ClickAsync();
        await phone.Page.WaitForURLAsync($"**/requests/{books.Open.Number}");
        await phone.ShouldFit();
        await phone.Picture("request-visit");

        foreach (var status in new[] { "underway", "arrived", "done" })
        {
            await phone.Open("/");
            await mine.Locator(".visit-step").ClickAsync();
            await Expect(mine.Locator($"[data-status={status}]")).ToBeVisibleAsync();
        }
        await Expect(mine.Locator(".visit-step")).ToHaveCountAsync(0);
        await phone.ShouldFit();
        await phone.Picture("home-visit-done");
        phone.ShouldBeCalm();
        desk.ShouldBeCalm();
    }

    [Fact]
    public async Task A_step_pressed_without_network_leaves_the_page_and_is_pressed_again_when_it_is_back()
    {
        var books = await new Books(site).FillAsync();
        using var program = await site.Program("dispatcher");
        using var planned = await program.PostAsJsonAsync($"/api/v1/requests/{books.Open.Number}/visits",
            new { engineer = "陈伟", appointment = DateTimeOffset.UtcNow.AddMinutes(1) }, TestContext.Current.CancellationToken);
        planned.EnsureSuccessStatusCode();
        await using var phone = await site.VisitAs("gongchengshi", new(390));
        var mine = phone.Page.Locator("#home-my-visits .visit", new() { HasText = books.Customer.Name });
        await phone.Open("/");
        await phone.Page.Context.SetOfflineAsync(true);
        await mine.Locator(".visit-step").ClickAsync();
        await Expect(phone.Page.Locator("#unheard [data-told=cut]")).ToBeVisibleAsync();
        await Expect(mine.Locator("[data-status=scheduled]")).ToBeVisibleAsync();
        await phone.FirstSight("home-visit-cut");
        await phone.ShouldFit();
        // Any other deed that the browser itself would send leaves the page alone, too.
        await phone.Page.EvaluateAsync("document.querySelector('form[action=\"/language\"]').requestSubmit()");
        await Expect(mine.Locator(".visit-step")).ToBeVisibleAsync();

        await phone.Page.Context.SetOfflineAsync(false);
        await Expect(phone.Page.Locator("#unheard")).ToBeHiddenAsync();
        await mine.Locator(".visit-step").ClickAsync();
        await Expect(mine.Locator("[data-status=underway]")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_colleague_is_mentioned_by_keyboard_and_finds_it_in_his_notices()
    {
        var books = await new Books(site).FillAsync();
        await using var desk = await site.VisitAs("kefu");
        await desk.Open($"/requests/{books.Open.Number}");
        await desk.Page.Keyboard.PressAsync("i");
        await Expect(desk.Page.Locator("#panel textarea")).ToBeFocusedAsync();
        await desk.Page.Keyboard.TypeAsync("请看一下 @李建");
        await Expect(desk.Page.Locator(".mention")).ToHaveTextAsync("李建国");
        await desk.Page.Keyboard.PressAsync("ArrowDown");
        await desk.FirstSight("mention");
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(desk.Page.Locator("#panel textarea")).ToHaveValueAsync("请看一下 @李建国 ");
        await desk.Page.Keyboard.PressAsync("Control+Enter");
        await Expect(desk.Page.Locator(".flash-good")).ToBeFocusedAsync();

        await using var manager = await site.VisitAs("jingli", new(390));
        await manager.Open("/notices");
        await Expect(manager.Page.Locator(".notice", new() { HasText = "请看一下" })).ToContainTextAsync(books.Open.Number);
        await manager.ShouldFit();
        desk.ShouldBeCalm();
    }

    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task Unit_and_original_are_found_while_one_types_and_taken_by_keyboard(int width)
    {
        var (books, other) = (await new Books(site).FillAsync(), await new Books(site).FillAsync());
        await using var desk = await site.VisitAs("kefu", new(width));
        await desk.Open($"/requests/{books.Open.Number}/equipment");
        var serial = desk.Page.Locator("[name=serial]");
        await serial.FillAsync(other.Unit.Serial[^6..]);
        await Expect(desk.Page.Locator(".lookup [role=option]").First).ToContainTextAsync(other.Unit.Serial);
        await desk.ShouldFit();
        await desk.Picture("relink-found");
        await serial.PressAsync("ArrowDown");
        await serial.PressAsync("Enter");
        await Expect(serial).ToHaveValueAsync(other.Unit.Serial);
        await Expect(desk.Page.Locator("#relink-preview")).ToContainTextAsync(other.Customer.Name);

        await desk.Open($"/requests/{books.Open.Number}/duplicate");
        await Expect(desk.Page.Locator(".lookup [role=option]")).ToHaveCountAsync(1);
        await desk.Page.Locator("[name=original]").PressAsync("Escape");
        await Expect(desk.Page.Locator(".lookup [role=option]")).ToHaveCountAsync(0);
        await Expect(desk.Page.Locator("[name=original]")).ToBeFocusedAsync();
        desk.ShouldBeCalm();
    }

    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task A_unit_of_another_customer_is_seen_before_the_request_goes_there(int width)
    {
        var (books, other) = (await new Books(site).FillAsync(), await new Books(site).FillAsync());
        await using var desk = await site.VisitAs("kefu", new(width));
        await desk.Open($"/requests/{books.Open.Number}/equipment");
        await desk.Page.Locator("[name=serial]").FillAsync(other.Unit.Serial);
        await Expect(desk.Page.Locator("#relink-preview")).ToContainTextAsync(other.Customer.Name);
        await desk.ShouldFit();
        await desk.Picture("relink");
        await desk.Page.Locator("[name=serial]").PressAsync("Control+Enter");
        await Expect(desk.Page.Locator(".field-error")).ToContainTextAsync(other.Customer.Name);
        await desk.Page.Locator("[name=otherCustomer]").CheckAsync();
        await desk.Page.Locator("[name=serial]").PressAsync("Control+Enter");
        await Expect(desk.Page.Locator(".flash-good")).ToBeVisibleAsync();
        await Expect(desk.Page.Locator("body")).ToContainTextAsync($"原客户：{books.Customer.Name}");
        await desk.Picture("relinked");
    }
}
