using System.Text.RegularExpressions;
using static Microsoft.Playwright.Assertions;

namespace Sanbao.Browser.Tests;

/// <summary>Taking a call as a clerk does it.</summary>
public partial class IntakeTests(RunningSite site)
{
    [Theory]
    [InlineData(1440, false)]
    [InlineData(1440, true)]
    [InlineData(390, false)]
    [InlineData(390, true)]
    public async Task A_call_for_a_known_serial_is_taken_by_keyboard_alone(int width, bool english)
    {
        var books = await new Books(site).FillAsync();
        await using var visit = await site.VisitAs("kefu", new(width, english));
        await visit.Open("/");
        await visit.Page.Keyboard.PressAsync("n");
        await visit.Page.WaitForURLAsync(site.Url + "/intake");
        await Expect(visit.Page.Locator("#find")).ToBeFocusedAsync();
        await visit.Picture("intake-empty");

        await visit.Page.Keyboard.TypeAsync(books.Unit.Serial[..^2].ToLowerInvariant());
        await Expect(visit.Page.Locator(".hit").First).ToBeVisibleAsync();
        await visit.Page.Keyboard.TypeAsync(books.Unit.Serial[^2..]);
        await Expect(visit.Page.Locator(".hit")).ToHaveCountAsync(1);
        await visit.Page.Keyboard.PressAsync("ArrowDown");
        await visit.Picture("intake-found");
        await visit.Page.Keyboard.PressAsync("Enter");

        await Expect(visit.Page.Locator("[name=description]")).ToBeFocusedAsync();
        await Expect(visit.Page.Locator(".verdict-good")).ToBeVisibleAsync();
        await Expect(visit.Page.Locator(".same")).ToContainTextAsync(books.Open.Number);
        await visit.Page.Keyboard.TypeAsync("轴承异响，运行后发热，停机待修");
        await visit.Page.Keyboard.PressAsync("Tab");
        await Expect(visit.Page.Locator(".similar-cure")).ToContainTextAsync("更换驱动端轴承");
        await visit.Picture("intake-judged");
        await visit.ShouldFit();

        await visit.Page.Keyboard.PressAsync("Control+Enter");
        await visit.Page.WaitForURLAsync(NewRequest());
    }

    [Fact]
    public async Task Somebody_is_found_by_initials_a_unit_by_the_end_of_its_serial_and_the_same_matter_by_a_number_typed_otherwise()
    {
        var books = await new Books(site, name: "澄溪泵业", serial: "ISG-2026-00XK7Q").FillAsync();
        await using var visit = await site.VisitAs("kefu");
        await visit.Open("/intake");
        await visit.Page.Locator("#find").PressSequentiallyAsync("cxby");
        await Expect(visit.Page.Locator(".hit")).ToContainTextAsync(books.Customer.Name);
        await visit.Page.Locator("#find").ClearAsync();
        await visit.Page.Locator("#find").PressSequentiallyAsync("xk7q");
        await Expect(visit.Page.Locator(".hit strong")).ToHaveTextAsync(books.Unit.Serial);

        await visit.Page.Locator("#find").FillAsync("NEU-7");
        await visit.Page.Locator("#find").PressAsync("Enter");
        await Expect(visit.Page.Locator("[name=serial]")).ToHaveValueAsync("NEU-7");
        await Expect(visit.Page.Locator(".same")).ToHaveCountAsync(0);
        // The same number as it is shown abroad.
        await visit.Page.Locator("[name='reporter.phone']").PressSequentiallyAsync("+86 " + books.Customer.Phone[1..]);
        await visit.Page.Keyboard.PressAsync("Tab");
        await Expect(visit.Page.Locator(".same")).ToContainTextAsync(books.Open.Number);
        visit.ShouldBeCalm();
    }

    [Fact]
    public async Task The_cause_and_the_component_change_the_judgement_on_the_spot()
    {
        var books = await new Books(site).FillAsync();
        await using var visit = await site.VisitAs("kefu");
        await visit.Open($"/intake?find={books.Unit.Serial}");
        await Expect(visit.Page.Locator("#brief .badge-good")).ToBeVisibleAsync();
        await visit.Page.Locator("[name=description]").FillAsync("烧毁");
        await visit.Page.Locator("[name=cause]").SelectOptionAsync("installation");
        await Expect(visit.Page.Locator("#brief .badge-bad")).ToBeVisibleAsync();
        await Expect(visit.Page.Locator(".verdict-bad")).ToBeVisibleAsync();
        await Expect(visit.Page.Locator("[name=description]")).ToHaveValueAsync("烧毁");
        await visit.Page.Locator("[name=cause]").SelectOptionAsync("quality");
        await Expect(visit.Page.Locator("#brief .badge-good")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_wrong_field_brings_everything_back_and_says_why_at_its_place()
    {
        var books = await new Books(site).FillAsync();
        await using var visit = await site.VisitAs("kefu");
        await visit.Open($"/intake?find={books.Unit.Serial}");
        await visit.Page.Locator("[name='reporter.name']").FillAsync("<b>李工</b> 🔧");
        await visit.Page.Locator("[name=occurredOn]").FillAsync("2019-01-01");
        await visit.Page.Keyboard.PressAsync("Control+Enter");
        await Expect(visit.Page.Locator("[name=description]")).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(visit.Page.Locator("[name='reporter.name']")).ToHaveValueAsync("<b>李工</b> 🔧");
        await Expect(visit.Page.Locator("[name=occurredOn]")).ToHaveValueAsync("2019-01-01");
        await Expect(visit.Page.Locator(".chosen")).ToContainTextAsync(books.Unit.Serial);
        await visit.Picture("intake-errors");
    }

    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task A_unit_and_a_customer_nobody_knew_are_made_without_leaving_the_call(int width)
    {
        var books = await new Books(site).FillAsync();
        await using var visit = await site.VisitAs("kefu", new(width));
        await visit.Open("/intake");
        await visit.Page.Locator("#find").FillAsync($"NEU-{width}-1");
        await visit.Page.Locator("#find").PressAsync("Enter");
        await Expect(visit.Page.Locator("[name=serial]")).ToHaveValueAsync($"NEU-{width}-1");
        await visit.Page.Locator("[name=model]").FillAsync($"ISG80-160/{books.Unit.Serial[^6..].TrimStart('0')}");
        await visit.Page.Locator("[name=newUnit]").CheckAsync();
        await visit.Page.Locator("[name=commissioned]").FillAsync("2026-03-01");
        await visit.Page.Locator("[name='customer.name']").FillAsync($"昆山新客户 {width}");
        await visit.Page.Locator("[name='customer.phone']").FillAsync("0512-5555 0001");
        await visit.Page.Locator("[name=newCustomer]").CheckAsync();
        await visit.Page.Locator("[name=description]").FillAsync("安装后首次启动跳闸");
        await visit.Picture("intake-new");
        await visit.ShouldFit();
        await visit.Page.Locator("[data-save]").ClickAsync();
        await visit.Page.WaitForURLAsync(NewRequest());
        await visit.Open($"/intake?find=NEU-{width}-1");
        await Expect(visit.Page.Locator(".chosen")).ToContainTextAsync($"昆山新客户 {width}");
    }

    [Fact]
    public async Task Without_script_a_call_is_taken_all_the_same()
    {
        var books = await new Books(site).FillAsync();
        await using var visit = await site.VisitAs("kefu", new(Script: false));
        await visit.Open("/intake");
        await visit.Page.Locator("#find").FillAsync(books.Customer.Phone);
        await visit.Page.Locator("#find").PressAsync("Enter");
        await Expect(visit.Page.Locator(".chosen")).ToContainTextAsync(books.Unit.Serial);
        await visit.Page.Locator("[name=description]").FillAsync("噪声大");
        await visit.Page.Locator("[data-save]").ClickAsync();
        await visit.Page.WaitForURLAsync(NewRequest());
    }

    [GeneratedRegex(@"/requests/FW-\d{4}-\d{6}$")]
    private static partial Regex NewRequest();
}
