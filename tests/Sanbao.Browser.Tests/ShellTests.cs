using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Sanbao.Browser.Tests;

/// <summary>What every page gives a visitor: keyboard, language, colours, a menu on a phone, forms that keep what was typed.</summary>
public class ShellTests(RunningSite site)
{
    [Fact]
    public async Task The_keyboard_reaches_search_pages_and_the_list_of_keys()
    {
        await using var visit = await site.VisitAs("kefu");
        await visit.Open("/dev/gallery");
        await visit.Page.Keyboard.PressAsync("/");
        await Expect(visit.Page.GetByRole(AriaRole.Combobox).First).ToBeFocusedAsync();
        await visit.Page.Locator("h1").ClickAsync();
        await visit.Page.Keyboard.PressAsync("?");
        await Expect(visit.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await visit.Page.Keyboard.PressAsync("Escape");
        await visit.Page.Keyboard.PressAsync("g");
        await visit.Page.Keyboard.PressAsync("h");
        await visit.Page.WaitForURLAsync(site.Url + "/");
        visit.ShouldBeCalm();
    }

    [Fact]
    public async Task What_is_typed_at_the_top_leads_there_without_the_mouse()
    {
        await using var visit = await site.VisitAs("kefu");
        await visit.Open("/");
        await visit.Page.Keyboard.PressAsync("/");
        await visit.Page.Keyboard.TypeAsync("轴承");
        await Expect(visit.Page.Locator(".quick-hit mark").First).ToBeVisibleAsync();
        await visit.Picture("quick-search");
        await visit.Page.Keyboard.PressAsync("Escape");
        await Expect(visit.Page.Locator(".quick-hit")).ToHaveCountAsync(0);
        await visit.Page.Keyboard.PressAsync("Control+a");
        await visit.Page.Keyboard.TypeAsync("台账");
        await Expect(visit.Page.Locator(".quick-hit").First).ToContainTextAsync("台账");
        await visit.Page.Keyboard.PressAsync("ArrowDown");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.WaitForURLAsync(site.Url + "/requests");
        visit.ShouldBeCalm();
    }

    [Fact]
    public async Task The_first_tab_offers_to_skip_the_menu()
    {
        await using var visit = await site.VisitAs("kefu");
        await visit.Open("/dev/gallery");
        await visit.Page.Keyboard.PressAsync("Tab");
        await Expect(visit.Page.GetByRole(AriaRole.Link, new() { Name = "跳到正文" })).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page.Locator("main")).ToBeFocusedAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_language_switches_on_the_spot_and_stays(bool script)
    {
        await using var visit = await site.VisitAs("kefu", new(Script: script));
        await visit.Open("/dev/gallery");
        await visit.Press("EN");
        await visit.ShouldSee("Take a call");
        await visit.Open("/");
        await Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("lang", "en");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_colours_follow_the_switch_with_and_without_script(bool script)
    {
        await using var visit = await site.VisitAs("kefu", new(Script: script));
        await visit.Open("/dev/gallery");
        await visit.Page.GetByLabel("用户菜单").ClickAsync();
        await visit.Press("深色");
        await Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await visit.Open("/");
        await Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task On_a_phone_the_menu_opens_and_leads_on(bool script)
    {
        await using var visit = await site.VisitAs("kefu", new(390, Script: script));
        await visit.Open("/dev/gallery");
        await Expect(visit.Page.Locator("#menu")).ToBeHiddenAsync();
        await visit.Page.Locator(".burger").ClickAsync();
        await visit.Page.Locator("#menu").GetByRole(AriaRole.Link, new() { Name = "首页" }).ClickAsync();
        await visit.Page.WaitForURLAsync(site.Url + "/");
        await visit.Picture("home");
        await visit.ShouldFit();
    }

    [Fact]
    public async Task A_form_asks_before_it_is_sent_and_comes_back_with_what_was_typed()
    {
        await using var visit = await site.VisitAs("kefu");
        await visit.Open("/dev/gallery");
        await visit.Fill("价格", "12.345");
        await visit.Fill("故障描述", "轴承异响 😀 <b>停机</b>");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "登记", Exact = true }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "登记" }).ClickAsync();
        await visit.ShouldSee("金额最多两位小数");
        await Expect(visit.Page.GetByLabel("价格")).ToHaveValueAsync("12.345");
        await Expect(visit.Page.GetByLabel("故障描述")).ToHaveValueAsync("轴承异响 😀 <b>停机</b>");
        await visit.Picture("form-errors");
    }

    [Fact]
    public async Task A_clock_runs_on_the_page()
    {
        await using var visit = await site.VisitAs("kefu");
        await visit.Open("/dev/gallery");
        var clock = visit.Page.Locator("[data-left]").First;
        var said = await clock.InnerTextAsync();
        said.ShouldStartWith("剩 ");
        await Expect(clock).Not.ToHaveTextAsync(said);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/no-such-page")]
    [InlineData("/dev/gallery/print")]
    public async Task Pages_fit_a_phone_in_both_languages(string path)
    {
        foreach (var english in new[] { false, true })
        {
            await using var visit = await site.VisitAs("kefu", new(390, english));
            await visit.Open(path);
            await visit.Picture(path == "/" ? "home" : path.Trim('/').Replace('/', '-'));
            await visit.ShouldFit();
        }
    }

    [Fact]
    public async Task The_description_of_the_interface_can_be_read()
    {
        await using var visit = await site.Visit(new(English: true));
        await visit.Open("/api");
        await Expect(visit.Page.Locator(".opblock").First).ToBeVisibleAsync();
        await visit.Picture("api");
        visit.ShouldBeCalm();
    }
}
