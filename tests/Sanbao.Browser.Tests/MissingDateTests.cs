using System.Globalization;
using System.Text.RegularExpressions;
using static Microsoft.Playwright.Assertions;

namespace Sanbao.Browser.Tests;

/// <summary>A unit of which nobody knows the dates: undetermined, until one is entered where it is missing. By keyboard alone.</summary>
public partial class MissingDateTests(RunningSite site)
{
    [Theory]
    [InlineData(1440, false)]
    [InlineData(1440, true)]
    [InlineData(390, false)]
    [InlineData(390, true)]
    public async Task A_unit_without_dates_is_taken_in_called_undetermined_and_the_date_that_is_entered_changes_the_answer(int width,
        bool english)
    {
        var books = await new Books(site).FillAsync(dated: false);
        await using var visit = await site.VisitAs("kefu", new(width, english));
        await visit.Open($"/intake?find={books.Unit.Serial}");
        await Expect(visit.Page.Locator("#judgement .verdict-warn .verdict-title"))
            .ToContainTextAsync(english ? "Not determined" : "还不能判定");
        await visit.Page.Locator("[name=description]").FocusAsync();
        await visit.Page.Keyboard.TypeAsync("轴承异响，停机待修");
        await visit.Picture("missing-intake");
        await visit.ShouldFit();
        await visit.Page.Keyboard.PressAsync("Control+Enter");

        await visit.Page.WaitForURLAsync(NewRequest());
        await Expect(visit.Page.Locator(".cover .verdict-warn")).ToBeVisibleAsync();
        await visit.Picture("missing-request");
        await TabToAsync(visit, ".gap-form [name=exFactory]");
        await TypeDayAsync(visit, DateTime.Today.AddMonths(-3));
        await visit.Page.Keyboard.PressAsync("Enter");

        await Expect(visit.Page.Locator(".cover .verdict-good")).ToBeVisibleAsync();
        await Expect(visit.Page.Locator(".cover .gap-form")).ToHaveCountAsync(0);
        await Expect(visit.Page.Locator(".timeline")).ToContainTextAsync(english ? "before: Undetermined" : "此前：待判定");
        await visit.Picture("missing-entered");
        await visit.ShouldFit();
        visit.ShouldBeCalm();
    }

    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task During_the_call_the_date_that_the_caller_reads_from_the_plate_changes_the_answer_before_it_is_saved(int width)
    {
        var books = await new Books(site).FillAsync(dated: false);
        await using var visit = await site.VisitAs("kefu", new(width));
        await visit.Open($"/intake?find={books.Unit.Serial}");
        await visit.Page.Locator("[name=description]").FillAsync("轴承异响，停机待修");
        await TabToAsync(visit, "#judgement [name='gap.exFactory']");
        await TypeDayAsync(visit, DateTime.Today.AddMonths(-3));
        await Expect(visit.Page.Locator("#judgement .verdict-good")).ToBeVisibleAsync();
        await visit.Picture("missing-told");
        await visit.Page.Keyboard.PressAsync("Control+Enter");
        await visit.Page.WaitForURLAsync(NewRequest());
        await Expect(visit.Page.Locator(".cover .verdict-good")).ToBeVisibleAsync();
        await visit.Open($"/equipment/{books.Unit.Id}");
        await Expect(visit.Page.Locator(".verdict-good").First).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(1440, false)]
    [InlineData(390, false)]
    [InlineData(1440, true)]
    [InlineData(390, true)]
    public async Task The_list_of_units_with_gaps_is_worked_off_one_after_the_other(int width, bool english)
    {
        var books = await new Books(site).FillAsync(dated: false);
        await using var visit = await site.VisitAs("kefu", new(width, english));
        await visit.Open($"/intake?find={books.Unit.Serial}");
        await visit.Page.Locator("[name=description]").FillAsync("停机");
        await visit.Page.Keyboard.PressAsync("Control+Enter");
        await visit.Page.WaitForURLAsync(NewRequest());
        await visit.Open("/equipment/gaps");
        var form = visit.Page.Locator($"form[action='/equipment/{books.Unit.Id}/missing']");
        await Expect(form).ToBeVisibleAsync();
        await visit.Picture("missing-list");
        await visit.ShouldFit();
        await form.Locator("[name=exFactory]").FocusAsync();
        await TypeDayAsync(visit, DateTime.Today.AddMonths(-3));
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page.Locator(".flash-good")).ToBeVisibleAsync();
        await Expect(form).ToHaveCountAsync(0);
        visit.Page.Url.ShouldEndWith("/equipment/gaps");
        visit.ShouldBeCalm();
    }

    private static async Task TabToAsync(Visit visit, string field)
    {
        var at = visit.Page.Locator(field + ":focus");
        for (var i = 0; i < 80 && await at.CountAsync() == 0; i++) await visit.Page.Keyboard.PressAsync("Tab");
        await Expect(at).ToHaveCountAsync(1);
    }

    // This browser asks for month, day and year, whatever the page's language, and goes on by itself after a full part.
    private static Task TypeDayAsync(Visit visit, DateTime day) =>
        visit.Page.Keyboard.TypeAsync(day.ToString("MMddyyyy", CultureInfo.InvariantCulture));

    [GeneratedRegex(@"/requests/FW-\d{4}-\d{6}$")]
    private static partial Regex NewRequest();
}
