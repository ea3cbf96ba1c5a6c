using System.Text.Json;
using static Microsoft.Playwright.Assertions;

namespace Sanbao.Browser.Tests;

/// <summary>Nothing stands in the way of people who cannot see, point or tell colours apart: axe-core, WCAG 2.2 AA, on the pages of the
/// day.</summary>
public class AccessTests(RunningSite site)
{
    private const string Ask = """
        async () => (await axe.run(document, {
            runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        })).violations
            .flatMap(v => v.nodes.map(n => `${v.impact} ${v.id}: ${n.html.slice(0, 200)}`))
        """;

    private static readonly string Axe = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "axe.min.js"));

    public static TheoryData<int, bool, bool> Windows => new() { { 1440, false, false }, { 1440, true, true }, { 390, false, false } };

    [Theory, MemberData(nameof(Windows))]
    public async Task The_pages_of_the_day_are_open_to_everybody(int width, bool english, bool dark)
    {
        await using var visit = await site.Visit(new(width, english, dark));
        await visit.Open("/sign-in");
        await ShouldBeOpen(visit);
        await visit.SignIn("jingli");
        foreach (var path in new[] { "/", "/due?scope=company", "/notices", "/search?q=轴承", "/no-such-page", "/requests" })
            await See(visit, path);
        await See(visit, (await visit.Page.Locator("main a[href^='/requests/FW-']").First.GetAttributeAsync("href"))!);
        await visit.Open("/intake");
        await visit.Page.Locator("#find").PressSequentiallyAsync("JC2");
        await Expect(visit.Page.Locator(".hit").First).ToBeVisibleAsync();
        await ShouldBeOpen(visit);
    }

    [Fact]
    public async Task A_request_and_all_that_is_done_to_it_are_open_to_everybody()
    {
        await using var visit = await site.VisitAs("jingli");
        await visit.Open("/requests");
        var request = (await visit.Page.Locator("main a[href^='/requests/FW-']").First.GetAttributeAsync("href"))!;
        await See(visit, request);
        await visit.Page.Locator(".verbs-more > summary").ClickAsync();
        await ShouldBeOpen(visit);
        var forms = await visit.Page.Locator(".verbs-more a[data-verb]")
            .EvaluateAllAsync<string[]>("links => links.map(l => l.getAttribute('href'))");
        forms.Length.ShouldBeGreaterThan(10);
        foreach (var form in forms) await See(visit, form);
        await See(visit, request + "/print");
    }

    private static async Task See(Visit visit, string path)
    {
        await visit.Open(path);
        await ShouldBeOpen(visit);
    }

    private static async Task ShouldBeOpen(Visit visit)
    {
        await visit.Page.EvaluateAsync(Axe);
        var barriers = (await visit.Page.EvaluateAsync<JsonElement>(Ask)).EnumerateArray().Select(b => b.GetString()!);
        barriers.ShouldBeEmpty(visit.Page.Url);
    }
}
