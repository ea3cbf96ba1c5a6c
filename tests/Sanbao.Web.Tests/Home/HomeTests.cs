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
            r.Close(null, centre.Charter, A.Clerk, centre.Now);
        });
        async Task<string> Tiles(string role) => string.Join(' ', (await centre.PageAsync("/", role)).QuerySelectorAll("#home-figures .figure")
            .Select(f => f.QuerySelector(".figure-label")!.TextContent + f.QuerySelector(".figure-value")!.TextContent));

        (await Tiles("engineer")).ShouldBe("我的超时1 我的今日到期0 待派请求1 今日受理3 今日关闭1");
        (await Tiles("service-manager")).ShouldBe("我的超时1 我的今日到期0 待派请求1 全公司超时1 今日受理3 今日关闭1");
        (await Tiles("finance")).ShouldBe("全公司超时1 今日受理3 今日关闭1");
        (await Tiles("dealer")).ShouldBe("我的超时0 我的今日到期0 待派请求0 今日受理0 今日关闭0");
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
                await centre.WorkAsync(request.Number, r => r.PlanVisit(engineer, id, centre.Now.AddHours(at), null, centre.Charter, A.Clerk, centre.Now));
            }
        }
        await Plan("王芳", A.Clerk.Id, 30);
        await Plan("王芳", A.Clerk.Id, 40, 10);
        await Plan("陈伟", Guid.NewGuid(), 20);
        async Task<string> Ahead(string role) => string.Join(' ', (await centre.PageAsync("/", role)).QuerySelectorAll("#home-visits strong").Select(v => v.TextContent.Replace(" ", "", StringComparison.Ordinal)));

        (await Ahead("engineer")).ShouldBe("明天09:40·王芳的客户 5月4日05:40·王芳的客户");
        (await Ahead("service-manager")).ShouldBe("明天09:40·王芳的客户 明天19:40·陈伟的客户 5月4日05:40·王芳的客户");
        centre.Clock.At = centre.Now.AddDays(3);
        (await Ahead("engineer")).ShouldBe("");
    }

    [Fact]
    public async Task The_figure_of_the_day_leads_to_the_days_requests()
    {
        await using var centre = await Centre.OpenAsync(Kind.Sqlite, cluster);
        await centre.TakeInAsync(with: i => i with { ReportedAt = centre.Now.AddDays(-1) });
        var today = await centre.TakeInAsync();
        var link = (await centre.PageAsync("/")).QuerySelectorAll("#home-figures a").Single(a => a.TextContent.Contains("今日受理", StringComparison.Ordinal)).GetAttribute("href")!;
        (await centre.PageAsync(link)).QuerySelectorAll(".ledger-number a").ShouldHaveSingleItem().TextContent.ShouldBe(today.Number);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Those_who_lead_see_how_the_company_kept_its_word(Kind kind)
    {
        await using var centre = await Centre.OpenAsync(kind, cluster);
        foreach (var days in new[] { 2, 2, 5 })
        {
            var request = await centre.TakeInAsync(with: i => i with { ReportedAt = centre.Now.AddDays(-days) });
            // One of the three in time, said afterwards.
            if (days == 5) await centre.WorkAsync(request.Number, r => r.Reply("已指导", centre.Now.AddDays(-days).AddHours(1), centre.Charter, A.Clerk, centre.Now));
        }
        var kept = (await centre.PageAsync("/", "service-manager")).QuerySelector("#home-kept li")!;
        kept.QuerySelector("strong")!.TextContent.ShouldBe("33.3 %");
        kept.QuerySelector(".sub")!.TextContent.ShouldBe("3 项到期，按时 1 项");
        kept.QuerySelectorAll(".spark-bad, .spark-good").Length.ShouldBe(2);
        (await centre.PageAsync("/", "engineer")).QuerySelector("#home-kept").ShouldBeNull();
    }
}
