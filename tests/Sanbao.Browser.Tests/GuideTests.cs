using static Microsoft.Playwright.Assertions;

namespace Sanbao.Browser.Tests;

/// <summary>
/// The pictures of the user guide, in both languages, of the demo company as a newcomer has it. <c>tools/guide-pictures</c> puts them into
/// docs/pictures.
/// </summary>
public class GuideTests(RunningSite site)
{
    public static TheoryData<bool> Languages => [false, true];

    [Theory, MemberData(nameof(Languages))]
    public async Task A_newcomer_follows_the_guide(bool english)
    {
        await using var visit = await site.VisitAs("jingli", new(1440, english));
        await visit.Open("/");
        await Expect(visit.Page.Locator("#loading.flash-calm")).ToHaveCountAsync(0, new() { Timeout = 120_000 });
        await Show(visit, "home", "/");
        await Show(visit, "ledger", "/requests");
        var request = await First(visit, "a.row-open");
        await Show(visit, "due", "/due?scope=company");
        await Show(visit, "request", request);
        await Show(visit, "print", request + "/print");
        await visit.Open("/equipment");
        var unit = await First(visit, "a.row-open");
        await Show(visit, "unit", unit);
        var serial = await visit.Page.Locator("h1 .num").TextContentAsync();
        await Show(visit, "intake", $"/intake?find={Uri.EscapeDataString(serial!.Trim())}");
        await Show(
            visit, "cover",
            "/entitlement?charter=S1&on=2025-07-11&line=pump&source=own&exFactory=2024-01-10"
                + "&commissioned=2025-02-01&evidence=commissioning&cause=quality");
        await Show(visit, "charter", "/charters/S9");
        visit.ShouldBeCalm();
    }

    private static async Task Show(Visit visit, string name, string path)
    {
        await visit.Open(path);
        await visit.FirstSight($"guide-{name}");
    }

    private static async Task<string> First(Visit visit, string links) =>
        (await visit.Page.Locator($"main {links}").First.GetAttributeAsync("href"))!;
}
