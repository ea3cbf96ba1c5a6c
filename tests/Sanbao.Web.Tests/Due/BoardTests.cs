using Microsoft.EntityFrameworkCore;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Kernel;
using Sanbao.Web.Features.Due;
using Sanbao.Web.Platform;
using Sanbao.Web.Tests.Data;
using Sanbao.Web.Tests.Requests.Ledger;

namespace Sanbao.Web.Tests.Due;

/// <summary>The board of what is due (/due).</summary>
public class BoardTests(PostgresCluster cluster)
{
    [Theory]
    // Saturday evening in Suzhou: two hours reach over midnight, and Sunday is the last day of the week.
    [InlineData("2026-05-02T23:40:00+08:00", "2026-05-03T01:40:00+08:00", "2026-05-03T01:40:00+08:00", "2026-05-04T00:00:00+08:00")]
    [InlineData("2026-05-04T09:00:00+08:00", "2026-05-04T11:00:00+08:00", "2026-05-05T00:00:00+08:00", "2026-05-11T00:00:00+08:00")]
    // Still 3 May in London, but Monday in Suzhou.
    [InlineData("2026-05-03T20:00:00+00:00", "2026-05-03T22:00:00+00:00", "2026-05-05T00:00:00+08:00", "2026-05-11T00:00:00+08:00")]
    // Sunday: the day's end is the week's end.
    [InlineData("2026-05-03T10:00:00+08:00", "2026-05-03T12:00:00+08:00", "2026-05-04T00:00:00+08:00", "2026-05-04T00:00:00+08:00")]
    public void Groups_end_with_the_companys_day_and_week(string now, string hours, string day, string week)
    {
        var ends = DueBoard.Stretches(At(now), Company.China).Select(s => s.To).ToArray();
        ends.ShouldBe([At(now), At(hours), At(day), At(week), Instant.Never]);
        DueBoard.Stretches(At(now), Company.China).Zip(DueBoard.Stretches(At(now), Company.China).Skip(1))
            .ShouldAllBe(p => p.First.To == p.Second.From);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Each_deadline_stands_in_its_group_and_its_owners_board(Kind kind)
    {
        await using var centre = await Centre.OpenAsync(kind, cluster);
        // 23:40 on Saturday: replies are due two hours after the report, arrivals in the city after 24 h.
        await centre.TakeInAsync("已超时", i => i with { ReportedAt = centre.Now.AddHours(-3) });
        await centre.TakeInAsync("我的", i => i with { AssigneeId = A.Clerk.Id, Assignee = "王芳", ReportedAt = centre.Now.AddMinutes(-5) });
        await centre.TakeInAsync("上门", i =>
            i with { Mode = ServiceMode.OnSite, AssigneeId = A.Clerk.Id, Assignee = "王芳", ReportedAt = centre.Now.AddMinutes(-4) });
        async Task<string> Board(string scope) =>
            string.Join(' ', (await centre.PageAsync("/due?scope=" + scope)).QuerySelectorAll(".due-group")
            .Select(g => $"{g.Id![4..]}:{string.Join(',', g.QuerySelectorAll("a.main").Select(a => a.TextContent[^1..]))}"));

        (await Board("company")).ShouldBe("overdue:1 next-hours:2,3 this-week:3");
        (await Board("unassigned")).ShouldBe("overdue:1");
        (await Board("mine")).ShouldBe("next-hours:2,3 this-week:3");
        (await centre.PageAsync("/due?scope=mine", id: Guid.NewGuid())).QuerySelector(".empty-title")!.TextContent.ShouldBe("您名下没有待办的时限");
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Whoever_only_goes_there_has_it_on_his_board_until_he_was_there(Kind kind)
    {
        await using var centre = await Centre.OpenAsync(kind, cluster);
        var chen = Guid.NewGuid();
        var request = await centre.TakeInAsync("上门", i => i with { Mode = ServiceMode.OnSite, AssigneeId = A.Clerk.Id, Assignee = "王芳" });
        async Task<string> Of(Guid person, string page) =>
            string.Join(' ', (await centre.PageAsync(page + "?scope=mine", id: person)).QuerySelectorAll("tbody a[href^='/requests/']")
                .Select(a => a.GetAttribute("href")).Distinct());

        await centre.WorkAsync(request.Number, r =>
            r.PlanVisit("陈伟", chen, centre.Now.AddHours(10), null, centre.Charter, A.Clerk, centre.Now));
        foreach (var page in new[] { "/due", "/deadlines" })
        {
            (await Of(chen, page)).ShouldBe($"/requests/{request.Number}", page);
            (await Of(A.Clerk.Id, page)).ShouldBe($"/requests/{request.Number}", page);
            (await Of(Guid.NewGuid(), page)).ShouldBeEmpty(page);
        }
        await centre.WorkAsync(request.Number, r => r.Arrive(null, centre.Charter, A.Clerk, centre.Now));
        (await Of(chen, "/due")).ShouldNotBeEmpty();
        await centre.WorkAsync(request.Number, r => r.FinishVisit(null, centre.Charter, A.Clerk, centre.Now));
        (await Of(chen, "/due")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_group_that_does_not_fit_says_how_many_there_are_and_leads_to_exactly_these()
    {
        await using var centre = await Centre.OpenAsync(Kind.Sqlite, cluster);
        for (var i = 0; i < 35; i++) await centre.TakeInAsync("轴承异响", r => r with { ReportedAt = centre.Now.AddMinutes(-5) });
        var page = await centre.PageAsync("/due?scope=company", language: "en");
        page.QuerySelector("#due-next-hours .badge")!.TextContent.ShouldBe("35");
        page.QuerySelectorAll("#due-next-hours tbody tr").Length.ShouldBe(30);
        var whole = await centre.PageAsync(page.QuerySelector("#due-next-hours .list-foot a")!.GetAttribute("href")!, language: "en");
        whole.QuerySelector(".list-count")!.TextContent.ShouldBe("35 promises");
        whole.QuerySelectorAll(".list-rows tbody tr").Length.ShouldBe(35);
    }

    [Fact]
    public async Task What_lies_ahead_of_the_company_is_walked_along_its_index_and_not_sorted()
    {
        await using var centre = await Centre.OpenAsync(Kind.Sqlite, cluster);
        await using var db = centre.Read();
        var plan = await QueryPlan.OfAsync(db, DueBoard.Instants(db, DueScope.Company, A.Clerk, centre.Now, centre.Now.AddDays(1))
            .ToQueryString());
        plan.ShouldContain("INDEX IX_prm_deadlines_owed_at_id");
        plan.ShouldNotContain("TEMP B-TREE");
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task The_next_day_is_drawn_hour_by_hour(Kind kind)
    {
        await using var centre = await Centre.OpenAsync(kind, cluster);
        // 23:40: replies are due two hours after the report.
        foreach (var ago in new[] { 180, 110, 105, 10 })
            await centre.TakeInAsync(with: i => i with { ReportedAt = centre.Now.AddMinutes(-ago) });
        var strip = (await centre.PageAsync("/due?scope=company")).QuerySelector(".hours")!;
        strip.GetAttribute("aria-label").ShouldBe("已超时 1 项，未来 24 小时内到期 3 项");
        strip.QuerySelectorAll(".hour").Where(h => h.QuerySelector(".hour-count")!.TextContent.Length > 0)
            .Select(h => h.QuerySelector(".hour-name")!.TextContent + "=" + h.QuerySelector(".hour-count")!.TextContent)
                .ShouldBe(["已超时=1", "23=2", "1=1"]);
        strip.QuerySelectorAll(".hour-midnight .hour-name").Single().TextContent.ShouldBe("明天");
        (await centre.PageAsync("/due?scope=mine", id: Guid.NewGuid())).QuerySelector(".hours").ShouldBeNull();
    }

    [Fact]
    public void Hours_are_those_of_the_wall_clock_also_half_an_hour_off()
    {
        var india = TimeZoneInfo.CreateCustomTimeZone("india", TimeSpan.FromMinutes(330), null, null);
        var hours = HourLoad.BeginsFrom(At("2026-05-02T18:10:00Z"), india);
        (hours[0], hours[^1], hours.Length).ShouldBe((At("2026-05-02T23:00:00+05:30"), At("2026-05-03T22:00:00+05:30"), 24));
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
