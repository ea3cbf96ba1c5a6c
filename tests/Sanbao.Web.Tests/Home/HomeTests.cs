using Sanbao.Domain.Charters;
using Sanbao.Web.Features.Home;
using Sanbao.Web.Tests.Data;
using Sanbao.Web.Tests.Requests.Ledger;

namespace Sanbao.Web.Tests.Home;

/// <summary>The page one arrives at, by role.</summary>
public class HomeTests(PostgresCluster cluster)
{
    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Each_sees_what_is_his_to_do(Kind kind)
    {
        await using var centre = await Centre.OpenAsync(kind, cluster);
        await centre.TakeInAsync("超时", i => i with { AssigneeId = A.Clerk.Id, Assignee = "王芳", ReportedAt = centre.Now.AddHours(-3) });
        var answered = await centre.TakeInAsync("已关闭");
        await centre.TakeInAsync("没人接");
        await centre.WorkAsync(answered.Number, r =>
        {
            r.Reply("已指导", null, centre.Charter, A.Clerk, centre.Now);
            r.Close(RequestOutcome.NoFaultFound, null, centre.Charter, A.Clerk, centre.Now);
        });
        async Task<string> Tiles(string role) =>
            string.Join(' ', (await centre.PageAsync("/", role)).QuerySelectorAll("#home-figures .figure")
            .Select(f => f.QuerySelector(".figure-label")!.TextContent + f.QuerySelector(".figure-value")!.TextContent));

        (await Tiles("engineer")).ShouldBe("我的超时1 我的今日到期0 待派请求1");
        (await Tiles("service-manager")).ShouldBe("我的超时1 我的今日到期0 待派请求1 全公司超时1 今日受理3 今日结案1");
        (await Tiles("finance")).ShouldBe("全公司超时1 今日受理3 今日结案1");
        (await Tiles("dealer")).ShouldBe("我的超时0 我的今日到期0 待派请求0");
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task An_engineer_sees_his_visits_ahead_and_whoever_leads_sees_all(Kind kind)
    {
        await using var centre = await Centre.OpenAsync(kind, cluster);
        async Task Plan(string engineer, Guid? id, params int[] hours)
        {
            var request = await centre.TakeInAsync("漏水", i => i with { CustomerName = engineer + "的客户" });
            foreach (var at in hours)
            {
                centre.Clock.At = centre.Now.AddSeconds(1);
                await centre.WorkAsync(request.Number, r =>
                    r.PlanVisit(engineer, id, centre.Now.AddHours(at), null, centre.Charter, A.Clerk, centre.Now));
            }
        }
        await Plan("王芳", A.Clerk.Id, 30);
        await Plan("王芳", A.Clerk.Id, 40, 10);
        await Plan("陈伟", Guid.NewGuid(), 20);
        async Task<string> Seen(string role, string card)
        {
            var visits = (await centre.PageAsync("/", role)).QuerySelectorAll($"#{card} .visit");
            return string.Join(' ', visits.Select(v => Said(v, ".visit-when") + "·" + Said(v, "strong")));
        }

        (await Seen("engineer", "home-my-visits")).ShouldBe("明天09:40·王芳的客户 5月4日05:40·王芳的客户");
        (await Seen("service-manager", "home-visits")).ShouldBe("明天09:40·王芳的客户 明天19:40·陈伟的客户 5月4日05:40·王芳的客户");
        centre.Clock.At = centre.Now.AddDays(3);
        (await Seen("engineer", "home-my-visits")).ShouldBe("5月3日09:40·王芳的客户 昨天05:40·王芳的客户", "what was not made is left over");

        static string Said(AngleSharp.Dom.IElement visit, string part) =>
            visit.QuerySelector(part)!.TextContent.Replace(" ", "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("engineer", "home-my-visits home-my-requests")]
    [InlineData("liaison", "home-unanswered home-mine home-visits")]
    [InlineData("dispatcher", "home-unassigned home-visits home-mine")]
    [InlineData("service-manager", "home-mine home-visits home-unassigned home-kept")]
    [InlineData("general-manager", "home-kept home-mine home-visits")]
    [InlineData("finance", "home-kept")]
    public async Task The_first_thing_of_a_roles_day_stands_first(string role, string cards)
    {
        await using var centre = await Centre.OpenAsync(Kind.Sqlite, cluster);
        await centre.TakeInAsync();
        var page = await centre.PageAsync("/", role);
        string.Join(' ', page.QuerySelectorAll("section[id^=home-]").Select(c => c.Id)).ShouldBe(cards);
        page.QuerySelectorAll("a.button-main[href='/intake']").Length.ShouldBe(role is "general-manager" or "finance" ? 0 : 1);
    }

    [Fact]
    public async Task An_engineer_sees_what_is_his_also_where_no_clock_runs()
    {
        await using var centre = await Centre.OpenAsync(Kind.Sqlite, cluster);
        var mine = await centre.TakeInAsync(with: i => i with { AssigneeId = A.Clerk.Id, Assignee = "王芳" });
        await centre.WorkAsync(mine.Number, r => r.Reply("已收到", null, centre.Charter, A.Clerk, centre.Now));
        (await centre.PageAsync("/", "engineer")).QuerySelectorAll("#home-my-requests .num")
            .ShouldHaveSingleItem().TextContent.ShouldBe(mine.Number);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task What_ended_before_it_was_due_stands_apart_with_its_reason_and_what_was_overdue_is_missed(Kind kind)
    {
        await using var centre = await Centre.OpenAsync(kind, cluster);
        foreach (var (hours, outcome) in new[] { (-50, RequestOutcome.NoFaultFound), (-2, RequestOutcome.Withdrawn) })
        {
            var request = await centre.TakeInAsync(
                with: i => i with { ReportedAt = centre.Now.AddHours(hours), Mode = ServiceMode.OnSite, Zone = Zone.City });
            await centre.WorkAsync(request.Number, r =>
            {
                r.Reply("收到", centre.Now.AddHours(hours).AddMinutes(5), centre.Charter, A.Clerk, centre.Now);
                r.Close(outcome, null, centre.Charter, A.Clerk, centre.Now);
            });
        }
        centre.Clock.At = centre.Now.AddDays(2);
        var arrival = (await centre.PageAsync("/", "general-manager")).QuerySelectorAll("#home-kept li")
            .Single(l => l.TextContent.Contains("到达现场", StringComparison.Ordinal));
        arrival.QuerySelectorAll(".sub").Select(s => s.TextContent).ShouldBe(["1 项到期，按时 0 项", "另有 1 项未到期即结束：客户撤回 1"]);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Every_figure_leads_to_a_list_of_exactly_so_many(Kind kind)
    {
        await using var centre = await Centre.OpenAsync(kind, cluster);
        // Mine and late on two promises; mine and due today; nobody's; of yesterday; closed today, and closed yesterday.
        await centre.TakeInAsync("超时", i =>
            i with { AssigneeId = A.Clerk.Id, Assignee = "王芳", Mode = ServiceMode.OnSite, ReportedAt = centre.Now.AddDays(-9) });
        await centre.TakeInAsync("今天到期", i => i with { AssigneeId = A.Clerk.Id, Assignee = "王芳", ReportedAt = centre.Now.AddHours(-1.9) });
        await centre.TakeInAsync("没人接");
        await centre.TakeInAsync("昨天", i => i with { ReportedAt = centre.Now.AddDays(-1) });
        foreach (var days in new[] { 1, 1, 1, 0, 0 })
        {
            var closed = await centre.TakeInAsync("关闭", i => i with { ReportedAt = centre.Now.AddDays(-2) });
            var at = centre.Now.AddDays(-days);
            await centre.WorkAsync(closed.Number, r =>
            {
                r.Reply("已指导", at, centre.Charter, A.Clerk, at);
                r.Close(RequestOutcome.NoFaultFound, null, centre.Charter, A.Clerk, at);
            });
        }
        foreach (var role in new[] { "service-manager", "engineer", "finance" })
        {
            var figures = (await centre.PageAsync("/", role)).QuerySelectorAll("#home-figures a");
            figures.Length.ShouldBeGreaterThan(2);
            foreach (var figure in figures)
                (await centre.PageAsync(figure.GetAttribute("href")!, role)).QuerySelectorAll(".ledger-number a").Length
                    .ShouldBe(
                        int.Parse(figure.QuerySelector(".figure-value")!.TextContent, System.Globalization.CultureInfo.InvariantCulture),
                        $"{role}: {figure.TextContent}");
        }
        (await centre.PageAsync("/", "service-manager")).QuerySelectorAll("#home-figures .figure-value").Select(f => f.TextContent)
            .ShouldBe(["1", "1", "2", "2", "2", "2"]);
    }

    [Theory]
    [InlineData(16, 24, "66.7%")]
    [InlineData(1999, 2000, "99.9%")]
    [InlineData(1, 5000, "0.1%")]
    [InlineData(0, 7, "0%")]
    [InlineData(7, 7, "100%")]
    public void A_share_is_rounded_and_never_to_all_or_none(int kept, int due, string said) =>
        HomePage.Percent((double)kept / due).ShouldBe(said);

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Those_who_lead_see_how_the_company_kept_its_word(Kind kind)
    {
        await using var centre = await Centre.OpenAsync(kind, cluster);
        foreach (var days in new[] { 2, 2, 5 })
        {
            var request = await centre.TakeInAsync(with: i => i with { ReportedAt = centre.Now.AddDays(-days) });
            // One of the three in time, said afterwards.
            if (days == 5)
                await centre.WorkAsync(request.Number, r =>
                r.Reply("已指导", centre.Now.AddDays(-days).AddHours(1), centre.Charter, A.Clerk, centre.Now));
        }
        var kept = (await centre.PageAsync("/", "service-manager")).QuerySelector("#home-kept li")!;
        kept.QuerySelector("strong")!.TextContent.ShouldBe("33.3%");
        kept.QuerySelector(".sub")!.TextContent.ShouldBe("3 项到期，按时 1 项");
        kept.QuerySelectorAll(".spark-bad, .spark-good").Length.ShouldBe(2);
        (await centre.PageAsync("/", "engineer")).QuerySelector("#home-kept").ShouldBeNull();
    }
}
