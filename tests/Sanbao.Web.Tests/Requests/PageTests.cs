using Sanbao.Web.Tests.Data;
using Sanbao.Web.Tests.Requests.Ledger;

namespace Sanbao.Web.Tests.Requests;

/// <summary>What the page of a request shows at one look.</summary>
public class PageTests(PostgresCluster cluster)
{
    [Fact]
    public async Task The_next_station_opens_its_form_for_those_who_may_and_a_clock_is_drawn_as_far_as_it_ran()
    {
        await using var centre = await Centre.OpenAsync(Kind.Sqlite, cluster);
        // S0 answers within two hours.
        var request = await centre.TakeInAsync(with: i => i with { ReportedAt = centre.Now.AddMinutes(-30) });
        var page = await centre.PageAsync($"/requests/{request.Number}");
        page.QuerySelector(".way-next a")!.GetAttribute("href").ShouldBe($"/requests/{request.Number}/guidance");
        page.QuerySelector(".verbs > .button-main")!.GetAttribute("data-verb").ShouldBe("guidance");
        page.QuerySelector("progress.run")!.GetAttribute("value").ShouldBe("0.25");
        page = await centre.PageAsync($"/requests/{request.Number}", "finance");
        page.QuerySelector(".way-next")!.TextContent.ShouldContain("答复客户");
        page.QuerySelector(".way-next a").ShouldBeNull();
    }

    [Fact]
    public async Task A_text_of_pages_shows_its_beginning_and_cuts_no_character_in_two()
    {
        await using var centre = await Centre.OpenAsync(Kind.Sqlite, cluster);
        var text = new string('长', 499) + "😀" + new string('文', 1000);
        var request = await centre.TakeInAsync(text);
        var told = (await centre.PageAsync($"/requests/{request.Number}")).QuerySelector("#told-box")!;
        told.QuerySelector(".long-text-start")!.TextContent.ShouldBe(new string('长', 499) + "…");
        told.QuerySelector(".long-text p")!.TextContent.ShouldBe(text);
    }
}
