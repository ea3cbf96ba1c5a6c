using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Sanbao.Data;
using Sanbao.Data.Journal;
using static Microsoft.Playwright.Assertions;

namespace Sanbao.Browser.Tests;

/// <summary>Nothing typed is ever lost: not with the network, not with the session, and nothing is done twice for that.</summary>
public partial class DraftTests(RunningSite site)
{
    private static readonly byte[] Photo =
        Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [Fact]
    public async Task A_call_stays_on_the_device_while_the_network_is_away_and_is_sent_once_when_it_is_back()
    {
        var books = await new Books(site).FillAsync();
        var words = $"网络中断时写下的故障 {Guid.NewGuid():N}";
        await using var visit = await site.VisitAs("kefu");
        await visit.Open($"/intake?find={books.Unit.Serial}");
        await visit.Page.Locator("[name=description]").FillAsync(words);
        await visit.Page.Locator("input[type=file]")
            .SetInputFilesAsync(new FilePayload { Name = "铭牌.png", MimeType = "image/png", Buffer = Photo });
        await visit.Page.Context.SetOfflineAsync(true);
        await visit.Page.Locator("[data-save]").ClickAsync();
        await Expect(visit.Page.Locator("[data-say=cut]")).ToBeVisibleAsync();
        await Expect(visit.Page.Locator("[name=description]")).ToHaveValueAsync(words);
        await visit.Picture("draft-cut");

        await visit.Page.Context.SetOfflineAsync(false);
        await Expect(visit.Page.Locator("[data-say=back]")).ToBeVisibleAsync();
        await visit.Page.Locator("[data-send]").ClickAsync();
        await visit.Page.WaitForURLAsync(NewRequest());
        await visit.ShouldSee("铭牌.png");
        (await CountAsync(words)).ShouldBe(1);
    }

    [Fact]
    public async Task An_answer_that_was_lost_on_its_way_does_not_make_a_second_request()
    {
        var books = await new Books(site).FillAsync();
        var words = $"应答丢失 {Guid.NewGuid():N}";
        await using var visit = await site.VisitAs("kefu");
        await visit.Open($"/intake?find={books.Unit.Serial}");
        await visit.Page.Locator("[name=description]").FillAsync(words);
        await visit.Page.RouteAsync("**/intake", async route =>
        {
            await route.FetchAsync();
            await route.AbortAsync();
        });
        await visit.Page.Locator("[data-save]").ClickAsync();
        await Expect(visit.Page.Locator("[data-say=cut]")).ToBeVisibleAsync();
        (await CountAsync(words)).ShouldBe(1);

        await visit.Page.UnrouteAllAsync();
        // Closed and opened again: the device offers what was typed, with the name under which it was sent.
        await visit.Open("/");
        await visit.Page.Locator("[data-island=unsent] a").ClickAsync();
        await visit.Page.Locator("[data-restore]").ClickAsync();
        await Expect(visit.Page.Locator("[name=description]")).ToHaveValueAsync(words);
        await visit.Page.Locator("[data-save]").ClickAsync();
        await visit.Page.WaitForURLAsync(NewRequest());
        (await CountAsync(words)).ShouldBe(1);
    }

    [Fact]
    public async Task A_session_that_ended_while_somebody_wrote_costs_a_sign_in_and_not_the_words()
    {
        var words = $"会话过期 {Guid.NewGuid():N}";
        await using var visit = await site.VisitAs("kefu");
        await visit.Open("/intake");
        await visit.Page.Locator("[name=description]").FillAsync(words);
        await visit.Page.Context.ClearCookiesAsync();
        await visit.Page.Locator("[data-save]").ClickAsync();
        await visit.Page.WaitForURLAsync(new Regex("/sign-in"));
        await visit.ShouldSee("您写的内容还在这台设备上");
        await visit.Picture("sign-in-kept");
        await visit.Page.Locator("#login").FillAsync("kefu");
        await visit.Page.Locator("#password").FillAsync("sanbao-demo");
        await visit.Page.Locator("#password").PressAsync("Enter");
        await Expect(visit.Page).ToHaveURLAsync(new Regex("/intake$"));
        await visit.Page.Locator("[data-restore]").ClickAsync();
        await Expect(visit.Page.Locator("[name=description]")).ToHaveValueAsync(words);
        await visit.Page.Locator("[data-save]").ClickAsync();
        await visit.Page.WaitForURLAsync(NewRequest());
        (await CountAsync(words)).ShouldBe(1);
    }

    [Fact]
    public async Task Going_back_from_a_saved_call_never_leads_to_its_form_again()
    {
        var books = await new Books(site).FillAsync();
        var words = $"只登记一次 {Guid.NewGuid():N}";
        await using var visit = await site.VisitAs("kefu");
        await visit.Open("/requests");
        await visit.Open($"/intake?find={books.Unit.Serial}");
        await visit.Page.Locator("[name=description]").FillAsync(words);
        await visit.Page.Keyboard.PressAsync("Control+Enter");
        await visit.Page.WaitForURLAsync(NewRequest());
        await visit.Page.GoBackAsync();
        await visit.Page.WaitForURLAsync("**/requests");
        (await CountAsync(words)).ShouldBe(1);
    }

    [Fact]
    public async Task What_is_looked_for_or_stands_on_the_page_is_not_offered_as_lost()
    {
        var books = await new Books(site).FillAsync();
        await using var visit = await site.VisitAs("kefu", new(1440, English: true));
        await visit.Open("/intake");
        await visit.Page.Locator("[name=description]").FillAsync("异响");
        await visit.Page.Locator("#find").PressSequentiallyAsync(books.Unit.Serial);
        await Expect(visit.Page.Locator(".hit")).ToHaveCountAsync(1);
        await visit.Page.Locator("#find").PressAsync("Enter");
        await Expect(visit.Page.Locator(".chosen")).ToContainTextAsync(books.Unit.Serial);
        await visit.Page.Locator("[name=description]").FillAsync("异响，停机");
        (await KeptAsync(visit, "异响，停机")).ShouldNotContain("\"find\"");
        await Expect(visit.Page.Locator("[data-say=found]")).ToBeHiddenAsync();

        // Whoever opens it again is offered what he wrote, and when, as the pages say it.
        await visit.Open("/intake");
        await Expect(visit.Page.Locator("[data-say=found]")).ToContainTextAsync(new Regex(@"Today \d\d:\d\d"));
        await visit.Page.Locator("[data-restore]").ClickAsync();
        await Expect(visit.Page.Locator("[name=description]")).ToHaveValueAsync("异响，停机");
    }

    /// <summary>A basement has no network, and an answer that is lost is not known to have been heard.</summary>
    [Fact]
    public async Task A_solution_typed_on_a_phone_without_network_is_kept_and_saved_once_when_the_network_is_back()
    {
        var books = await new Books(site).FillAsync();
        var words = $"地下泵房更换机封 {Guid.NewGuid():N}";
        await using var visit = await site.VisitAs("gongchengshi", new(390));
        await visit.Open($"/requests/{books.Open.Number}/solution");
        await visit.Page.Locator("[name=solution]").FillAsync(words);
        await visit.Page.Context.SetOfflineAsync(true);
        await visit.Page.Locator("#panel button.button-main").ClickAsync();
        await Expect(visit.Page.Locator("[data-say=cut]")).ToBeVisibleAsync();
        await Expect(visit.Page.Locator("[name=solution]")).ToHaveValueAsync(words);
        await visit.Picture("draft-solution-cut");
        await visit.ShouldFit();

        await visit.Page.Context.SetOfflineAsync(false);
        await Expect(visit.Page.Locator("[data-say=back]")).ToBeVisibleAsync();
        await visit.Page.RouteAsync("**/solution", async route =>
        {
            await route.FetchAsync(new() { MaxRedirects = 0 });
            await route.AbortAsync();
        });
        await visit.Page.Locator("[data-send]").ClickAsync();
        await Expect(visit.Page.Locator("[data-say=cut]")).ToBeVisibleAsync();

        await visit.Page.UnrouteAllAsync();
        await visit.Page.Locator("#panel button.button-main").ClickAsync();
        await visit.ShouldSee("处理结果已记录");
        await using var database = ServiceDatabase.Of(site.DataFolder, null);
        await using var db = database.CreateDbContext();
        (await db.Set<JournalLine>().CountAsync(l =>
            l.DocumentId == books.Open.Id && l.Text.Contains(words), TestContext.Current.CancellationToken))
            .ShouldBe(1);
    }

    /// <summary>What the device keeps, once it has these words.</summary>
    private static Task<string> KeptAsync(Visit visit, string words) => visit.Page.EvaluateAsync<string>(
        """
        async words => {
          const kept = () => new Promise(told => {
            const opening = indexedDB.open('sanbao');
            opening.onsuccess = () => {
              const asked = opening.result.transaction('drafts').objectStore('drafts').getAll();
              asked.onsuccess = () => { opening.result.close(); told(JSON.stringify(asked.result)); };
            };
          });
          for (let tries = 0; tries < 600; tries++) {
            const now = await kept();
            if (now.includes(words)) return now;
            await new Promise(later => setTimeout(later, 50));
          }
          throw new Error('never kept');
        }
        """, words);

    private async Task<int> CountAsync(string words)
    {
        await using var database = ServiceDatabase.Of(site.DataFolder, null);
        await using var db = database.CreateDbContext();
        return await db.Requests.CountAsync(r => r.Description == words, TestContext.Current.CancellationToken);
    }

    [GeneratedRegex(@"/requests/FW-\d{4}-\d{6}$")]
    private static partial Regex NewRequest();
}
