using static Microsoft.Playwright.Assertions;

namespace Sanbao.Browser.Tests;

/// <summary>The pages that no other journey keeps a picture of: they fit, are calm, and are kept wide and narrow in both
/// languages.</summary>
public class EveryPageTests(RunningSite site)
{
    [Theory, MemberData(nameof(DailyTests.Windows), MemberType = typeof(DailyTests))]
    public async Task The_pages_of_records_and_promises_fit(int width, bool english)
    {
        await using var visit = await site.VisitAs("admin", new(width, english));
        await Seen(visit, "/customers", "customers");
        await Expect(visit.Page.Locator(".brand-name").First).ToHaveTextAsync(english ? "Jiangchuan Pumps" : "江川泵业");
        var customer = await First(visit, "/customers/");
        await Seen(visit, customer, "customer-demo");
        await Seen(visit, customer + "/contacts/new", "contact-form");
        await Seen(visit, "/contracts/new" + "?customer=" + customer.Split('/')[^1], "contract-form");
        await Seen(visit, "/customers/new", "customer-form");
        await Seen(visit, "/products", "products");
        await Seen(visit, await First(visit, "/products/"), "product");
        await Seen(visit, "/products/new", "product-form");
        await Seen(visit, "/equipment", "units-demo");
        var unit = await First(visit, "/equipment/");
        await Seen(visit, unit, "unit-demo");
        await Seen(visit, unit + "/components/new", "component-form");
        await Seen(visit, unit + "/void", "void");
        await Seen(
            visit,
            "/entitlement?charter=S1&on=2025-07-11&source=own&exFactory=2024-01-10"
                + "&commissioned=2025-02-01&evidence=commissioning&cause=quality",
            "cover");
        await Seen(visit, "/charters/S9", "charter-S9");
        await Seen(visit, "/charters/S9/1/print", "charter-S9-print");
        await Seen(visit, "/users/new", "user-form");
    }

    private static async Task Seen(Visit visit, string path, string name)
    {
        (await visit.Page.GotoAsync(path))!.Ok.ShouldBeTrue(path);
        await visit.ShouldFit();
        await visit.Picture(name);
        visit.ShouldBeCalm();
    }

    private static async Task<string> First(Visit visit, string below) =>
        (await visit.Page.Locator($"main a.row-open[href^='{below}']").First.GetAttributeAsync("href"))!;
}
