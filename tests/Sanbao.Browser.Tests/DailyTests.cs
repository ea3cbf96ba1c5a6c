using static Microsoft.Playwright.Assertions;

namespace Sanbao.Browser.Tests;

/// <summary>The pages one lives with all day: start page, ledger, board, notices, search. They fit and are kept as pictures.</summary>
public class DailyTests(RunningSite site)
{
    public static TheoryData<int, bool> Windows => new() { { 1440, false }, { 1440, true }, { 390, false }, { 390, true } };

    [Theory, MemberData(nameof(Windows))]
    public async Task Each_role_arrives_at_what_is_his_to_do(int width, bool english)
    {
        foreach (var login in new[] { "kefu", "gongchengshi", "jingli", "zongjingli" })
        {
            await using var visit = await site.VisitAs(login, new(width, english));
            await Seen(visit, "/", $"home-{login}");
        }
    }

    [Theory, MemberData(nameof(Windows))]
    public async Task Everybodys_visits_are_seen_by_day(int width, bool english)
    {
        await using var visit = await site.VisitAs("jingli", new(width, english));
        await Seen(visit, "/visits", "visits");
        await Seen(visit, "/visits?from=2020-01-01", "visits-none");
    }

    [Theory, MemberData(nameof(Windows))]
    public async Task The_ledger_is_narrowed_and_leafed_through(int width, bool english)
    {
        await using var visit = await site.VisitAs("jingli", new(width, english));
        await Seen(visit, "/requests", "ledger");
        await Seen(visit, "/requests?view=all&q=漏水&priority=urgent&assignee=none", "ledger-narrowed");
        await Seen(visit, "/requests?view=closed", "ledger-closed");
        await Seen(visit, "/requests?q=没有这样的词", "ledger-nothing");
    }

    [Theory, MemberData(nameof(Windows))]
    public async Task What_is_due_is_seen_by_how_near_it_is(int width, bool english)
    {
        await using var visit = await site.VisitAs("jingli", new(width, english));
        await Seen(visit, "/due?scope=company", "due");
        await Seen(visit, "/due?scope=unassigned", "due-unassigned");
        await Seen(visit, "/due?scope=mine", "due-mine");
        await Seen(visit, "/deadlines?scope=company", "due-list");
    }

    [Theory, MemberData(nameof(Windows))]
    public async Task Search_finds_every_kind_at_once(int width, bool english)
    {
        var books = await new Books(site).FillAsync();
        await using var visit = await site.VisitAs("kefu", new(width, english));
        await Seen(visit, $"/search?q={Uri.EscapeDataString(books.Customer.Name[..4])}", "search");
        await Seen(visit, "/search?q=轴承", "search-words");
        await Seen(visit, "/search?q=没有这样的词", "search-nothing");
    }

    [Theory, MemberData(nameof(Windows))]
    public async Task Notices_say_what_warns_and_what_is_late(int width, bool english)
    {
        await using var visit = await site.VisitAs("jingli", new(width, english));
        // The duty rings at the start and three times a minute; the page fetches itself when it has.
        await visit.Open("/notices");
        await Expect(visit.Page.Locator(".notice").First).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Seen(visit, "/notices", "notices");
    }

    [Theory, MemberData(nameof(Windows))]
    public async Task A_company_on_its_first_day_is_told_what_will_stand_here(int width, bool english)
    {
        await using var empty = await RunningSite.Empty();
        await using var visit = await empty.VisitAs("jingli", new(width, english));
        await Seen(visit, "/", "home-empty");
        await Seen(visit, "/requests", "ledger-empty");
        await Seen(visit, "/due", "due-empty");
        await Seen(visit, "/notices", "notices-empty");
        await Seen(visit, "/search", "search-empty");
    }

    private static async Task Seen(Visit visit, string path, string name)
    {
        await visit.Open(path);
        await visit.ShouldFit();
        await visit.Picture(name);
        visit.ShouldBeCalm();
    }
}
