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
