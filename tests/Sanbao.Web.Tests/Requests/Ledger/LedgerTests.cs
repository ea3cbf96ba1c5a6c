using System.Net;
using Microsoft.EntityFrameworkCore;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Requests;
using Sanbao.Web.Features.Requests;
using Sanbao.Web.Platform.Lists;
using Sanbao.Web.Tests.Data;

namespace Sanbao.Web.Tests.Requests.Ledger;

/// <summary>The ledger as people look at it (/requests).</summary>
public class LedgerTests(PostgresCluster cluster)
{
    private static readonly Guid Engineer = Guid.Parse("00000000-0000-7000-8000-0000000000aa");

    /// <summary>Five of 2 May: 1 urgent and due first, 2 a complaint by web, 3 assigned, 4 closed, 5 of the day before.</summary>
    private static async Task<Centre> FilledAsync(Kind kind, PostgresCluster cluster)
    {
        var centre = await Centre.OpenAsync(kind, cluster);
        await centre.TakeInAsync("绝缘电阻偏低", i => i with { Priority = Priority.Urgent, ReportedAt = centre.Now.AddHours(-4) });
        await centre.TakeInAsync("对服务不满", i =>
            i with { Category = RequestCategory.Complaint, Channel = Channel.Web, ReportedAt = centre.Now.AddHours(-1) });
        await centre.TakeInAsync("轴承异响", i => i with { AssigneeId = Engineer, Assignee = "李工", ReportedAt = centre.Now.AddMinutes(-30) });
        var closed = await centre.TakeInAsync("已处理的轴承", i => i with { ReportedAt = centre.Now.AddMinutes(-20) });
        await centre.TakeInAsync("轴温高", i => i with { ReportedAt = centre.Now.AddHours(-30) });
        await centre.WorkAsync(closed.Number, r =>
        {
            r.Reply("已指导", null, centre.Charter, A.Clerk, centre.Now);
            r.Close(RequestOutcome.NoFaultFound, null, centre.Charter, A.Clerk, centre.Now);
        });
        return centre;
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Every_filter_leaves_what_it_says(Kind kind)
    {
        await using var centre = await FilledAsync(kind, cluster);
        async Task<string> Lines(string query, Guid? me = null) =>
            string.Join(' ', (await centre.PageAsync("/requests" + query, id: me)).QuerySelectorAll(".ledger-number a")
                .Select(a => a.TextContent[^1..]));

        (await Lines("")).ShouldBe("5 1 2 3");
        (await Lines("?view=closed")).ShouldBe("4");
        (await Lines("?view=all")).ShouldBe("4 3 2 1 5");
        (await Lines("?view=all&sort=due")).ShouldBe("5 1 2 3 4");
        (await Lines("?category=complaint")).ShouldBe("2");
        (await Lines("?priority=urgent")).ShouldBe("1");
        (await Lines("?channel=web")).ShouldBe("2");
        (await Lines("?overdue=true")).ShouldBe("5 1");
        (await Lines("?overdue=false")).ShouldBe("2 3");
        (await Lines("?assignee=none")).ShouldBe("5 1 2");
        (await Lines("?mine=true", Engineer)).ShouldBe("3");
        (await Lines($"?assignee={Engineer}")).ShouldBe("3");
        (await Lines("?charter=S1")).ShouldBe("");
        (await Lines("?q=轴承")).ShouldBe("3");
        (await Lines("?q=轴&view=all&sort=reported")).ShouldBe("4 3 5");
        // The company's day: 23:40 of 2 May in Suzhou is the 2nd, and thirty hours before is the 1st.
        (await Lines("?from=2026-05-02&to=2026-05-02")).ShouldBe("1 2 3");
        (await Lines("?to=2026-05-01")).ShouldBe("5");
        (await Lines("?view=closed&closed-from=2026-05-02&closed-to=2026-05-02")).ShouldBe("4");
        (await Lines("?view=all&closed-to=2026-05-01")).ShouldBe("");
        // S0 owes a reply in two hours: 2 and 3 after midnight, 5 the day before.
        (await Lines("?due-from=2026-05-03")).ShouldBe("2 3");
        (await Lines("?due-to=2026-05-01")).ShouldBe("5");
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Each_line_says_for_what_it_waits(Kind kind)
    {
        await using var centre = await Centre.OpenAsync(kind, cluster);
        for (var n = 1; n <= 4; n++) await centre.TakeInAsync($"第 {n} 条");
        foreach (var n in new[] { 2, 3, 4 })
            await centre.WorkAsync($"FW-2026-00000{n}", r => r.Reply("已收到", null, centre.Charter, A.Clerk, centre.Now));
        await centre.WorkAsync("FW-2026-000003", r => r.Pause(PauseParty.Customer, "等客户停机", centre.Charter, A.Clerk, centre.Now));
        await centre.WorkAsync("FW-2026-000004", r =>
        {
            r.Assign(Engineer, "李工", null, centre.Charter, A.Clerk, centre.Now);
            r.PlanVisit("李工", Engineer, centre.Now.AddHours(10), null, centre.Charter, A.Clerk, centre.Now);
        });
        var rows = (await centre.PageAsync("/requests")).QuerySelectorAll("tbody tr")
            .ToDictionary(r => r.QuerySelector(".row-open")!.TextContent[^1..], r => r.QuerySelector("td.col-step")!.TextContent);
        rows["1"].ShouldBe("待答复");
        rows["2"].ShouldBe("待派工");
        rows["3"].ShouldStartWith("等待客户");
        rows["4"].ShouldBe("待上门 明天 09:40");
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Pages_over_ties_neither_skip_nor_repeat_while_others_write(Kind kind)
    {
        await using var centre = await Centre.OpenAsync(kind, cluster);
        for (var i = 0; i < 9; i++) await centre.TakeInAsync($"同时报修 {i}");
        await using var db = centre.Read();
        var (seen, after) = (new List<string>(), (ListCursor?)null);
        do
        {
            var page = await RequestList.FindAsync(db, new(RequestStatus.Open, RequestSort.Reported), new(after, 4), A.Clerk,
                TestContext.Current.CancellationToken);
            seen.AddRange(page.Items.Select(i => i.Number));
            after = page.Next;
            // Newer than all that is listed: it belongs before the first page.
            await centre.TakeInAsync("刚刚报修");
        }
        while (after is not null);
        seen.ShouldBe(Enumerable.Range(1, 9).Reverse().Select(n => $"FW-2026-00000{n}"));
    }

    [Fact]
    public async Task A_page_costs_the_same_few_commands_however_many_lines_it_has()
    {
        using var counted = new CommandCount();
        await using var centre = await FilledAsync(Kind.Sqlite, cluster);
        await using var db = centre.Read();
        // Contexts are pooled: this one may have sent commands before.
        var before = counted.Of(db);
        await RequestList.FindAsync(db, new(RequestStatus.Open, RequestSort.Due), ListPlace.First, A.Clerk,
            TestContext.Current.CancellationToken);
        (counted.Of(db) - before).ShouldBe(2);
    }

    [Theory]
    [InlineData(RequestSort.Due, RequestStatus.Open)]
    [InlineData(RequestSort.Due, null)]
    [InlineData(RequestSort.Reported, RequestStatus.Open)]
    [InlineData(RequestSort.Reported, null)]
    [InlineData(RequestSort.Updated, null)]
    [InlineData(RequestSort.Closed, RequestStatus.Closed)]
    internal async Task Every_order_runs_along_an_index(RequestSort sort, RequestStatus? status)
    {
        await using var centre = await FilledAsync(Kind.Sqlite, cluster);
        await using var db = centre.Read();
        var list = RequestList.OrderOf(sort).From(RequestList.Narrowed(db.Requests, new(status, sort), A.Clerk), null);
        var plan = await QueryPlan.OfAsync(db, list.Take(50).ToQueryString());
        plan.ShouldContain("USING INDEX");
        plan.ShouldNotContain("TEMP B-TREE");
    }

    [Theory]
    [InlineData(Kind.Sqlite, "all", "due")]
    [InlineData(Kind.Sqlite, "open", "reported")]
    [InlineData(Kind.Postgres, "all", "due")]
    [InlineData(Kind.Postgres, "all", "updated")]
    public async Task Leafing_back_shows_the_very_pages_that_one_came_through(Kind kind, string view, string sort)
    {
        await using var centre = await Centre.OpenAsync(kind, cluster);
        // Two full pages and a bit; some share their instants, and some are closed.
        for (var i = 0; i < 104; i++)
            await centre.TakeInAsync($"第 {i} 条", with: r => r with { ReportedAt = centre.Now.AddMinutes(-i / 3) });
        for (var i = 1; view == "all" && i <= 40; i++)
            await centre.WorkAsync($"FW-2026-{i:000000}", r =>
            {
                r.Reply("已指导", null, centre.Charter, A.Clerk, centre.Now);
                r.Close(RequestOutcome.NoFaultFound, null, centre.Charter, A.Clerk, centre.Now);
            });
        var forth = new List<string>();
        var address = $"/requests?view={view}&sort={sort}";
        var last = address;
        for (string? next = address; next is not null;)
        {
            var page = await centre.PageAsync(last = next);
            forth.Add(Numbers(page));
            next = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }
        forth.Count.ShouldBe(3);
        string.Join(' ', forth).Split(' ').Distinct().Count().ShouldBe(104);

        var back = new List<string>();
        for (string? previous = last; previous is not null;)
        {
            var page = await centre.PageAsync(previous);
            back.Insert(0, Numbers(page));
            if (back.Count > 1) page.QuerySelector("a[rel=next]").ShouldNotBeNull();
            previous = page.QuerySelector("a[rel=prev]")?.GetAttribute("href");
        }
        back.ShouldBe(forth);

        static string Numbers(AngleSharp.Html.Dom.IHtmlDocument page) =>
            string.Join(' ', page.QuerySelectorAll("#ledger a.row-open").Select(a => a.TextContent));
    }

    [Theory]
    [InlineData("?view=wrong", "请从列表中选择")]
    [InlineData("?from=2026-13-01", "日期")]
    [InlineData("?from=2026-05-03&to=2026-05-02", "结束日期早于开始日期")]
    [InlineData("?view=closed&closed-from=2026-05-03&closed-to=2026-05-02", "结束日期早于开始日期")]
    [InlineData("?after=zzz", "不是上一页给出的位置")]
    [InlineData("?before=zzz", "不是上一页给出的位置")]
    public async Task What_does_not_fit_is_said_and_the_list_still_comes(string query, string says)
    {
        await using var centre = await FilledAsync(Kind.Sqlite, cluster);
        var page = await centre.PageAsync("/requests" + query);
        page.QuerySelector(".flash-bad")!.TextContent.ShouldContain(says);
        page.QuerySelector("#ledger").ShouldNotBeNull();
    }

    [Fact]
    public async Task An_empty_ledger_and_a_search_without_result_say_different_things()
    {
        await using var centre = await Centre.OpenAsync(Kind.Sqlite, cluster);
        (await centre.PageAsync("/requests")).QuerySelector(".empty-title")!.TextContent.ShouldBe("没有处理中的请求");
        (await centre.PageAsync("/requests?q=电机", language: "en")).QuerySelector(".empty-title")!.TextContent.ShouldBe("No request fits");
    }

    [Fact]
    public async Task What_a_customer_wrote_is_shown_and_never_run()
    {
        await using var centre = await Centre.OpenAsync(Kind.Sqlite, cluster);
        await centre.TakeInAsync("<script>alert(1)</script>😀");
        var page = await centre.PageAsync("/requests");
        page.QuerySelector(".ledger-matter")!.TextContent.ShouldContain("<script>alert(1)</script>😀");
        page.QuerySelectorAll("#ledger script").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_dealer_without_requests_sees_none()
    {
        await using var centre = await FilledAsync(Kind.Sqlite, cluster);
        (await centre.PageAsync("/requests?view=all", "dealer")).QuerySelectorAll(".ledger-number").ShouldBeEmpty();
        using var client = centre.ClientOf("liaison");
        client.DefaultRequestHeaders.Remove("X-Actor");
        (await client.GetAsync(new Uri("/requests", UriKind.Relative), TestContext.Current.CancellationToken))
            .StatusCode.ShouldNotBe(HttpStatusCode.OK);
    }
}
