using static Microsoft.Playwright.Assertions;

namespace Sanbao.Browser.Tests;

/// <summary>An administrator gives a program its token, sees it once, and takes it back.</summary>
public class TokenTests(RunningSite site)
{
    [Theory, MemberData(nameof(DailyTests.Windows), MemberType = typeof(DailyTests))]
    public async Task A_token_is_made_copied_once_and_revoked_after_a_question(int width, bool english)
    {
        var name = $"ERP {width} {(english ? "request sync" : "报修同步")}";
        await using var visit = await site.VisitAs("admin", new(width, english));
        await visit.Open("/tokens");
        await visit.Page.Locator("main form[action='/tokens'][method=post] [name=name]").FillAsync(name);
        await visit.Page.Locator("main form[action='/tokens'][method=post] [name=role]").SelectOptionAsync("liaison");
        await visit.Page.Locator("main form[action='/tokens'][method=post] button").ClickAsync();
        await Expect(visit.Page.Locator("#secret")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^sb_"));
        await visit.ShouldFit();
        await visit.Picture("token-made");
        await visit.Page.Locator("a.button-main[href='/tokens']").ClickAsync();
        await Expect(visit.Page.Locator("#secret")).ToHaveCountAsync(0);
        await visit.ShouldFit();
        await visit.Picture("tokens");

        var row = visit.Page.Locator("tbody tr", new() { HasText = name });
        await row.Locator("form button").ClickAsync();
        await visit.FirstSight("token-revoke");
        await Expect(visit.Page.Locator("dialog[open] [value=yes]")).ToHaveTextAsync(english ? "Revoke" : "吊销");
        await visit.Page.Locator("dialog[open] [value=yes]").ClickAsync();
        await Expect(row.Locator("form")).ToHaveCountAsync(0);
        await visit.Open("/settings");
        await visit.ShouldFit();
        await visit.Picture("settings");
        await visit.Open("/attached-charters");
        await visit.ShouldFit();
        await visit.Picture("attached-charters");
        await visit.Open("/products");
        await visit.Picture("products");
        visit.ShouldBeCalm();
    }
}
