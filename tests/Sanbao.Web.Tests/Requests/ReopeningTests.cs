using Sanbao.Domain.InstalledBase;
using Sanbao.Web.Tests.Data;

namespace Sanbao.Web.Tests.Requests;

/// <summary>A matter that comes up again after it was closed.</summary>
public class ReopeningTests(PostgresCluster cluster)
{
    public static TheoryData<Kind, Entrance> Ways => GuardTests.Ways;

    [Theory, MemberData(nameof(Ways))]
    public async Task A_reopened_request_owes_its_reply_anew_stands_in_the_list_by_it_and_does_not_close_unanswered(Kind kind,
        Entrance entrance)
    {
        await using var office = await Office.OpenAsync(kind, cluster);
        var (desk, number) = await office.CallAsync(entrance);
        await desk.DoAsync(number, "mode", new { mode = "on-site", reason = "停机" });
        await desk.DoAsync(number, "replies", new { text = "已答复" });
        await desk.DoAsync(number, "solution", new { solution = "加脂" });
        await desk.DoAsync(number, "closing", new { outcome = "solved", cause = "unknown" });

        office.Clock.At = A.Now.AddDays(3);
        await desk.DoAsync(number, "reopening", new { reason = "用户说没好" });
        var reply = await office.DeadlineAsync(number, "reply");
        (reply.GetProperty("startedBy").GetString(), reply.GetProperty("due").GetString(), reply.GetProperty("state").GetString())
            .ShouldBe(("reopened", "2026-05-06T01:40:00+08:00", "running"));
        (await office.DeadlineAsync(number, "arrival")).GetProperty("startedBy").GetString().ShouldBe("reopened");
        var listed = (await office.GetAsync("/requests?status=open&sort=due")).GetProperty("items").EnumerateArray().Single();
        (listed.GetProperty("number").GetString(), listed.GetProperty("nextDue").GetString())
            .ShouldBe((number, "2026-05-06T01:40:00+08:00"));

        (await desk.TryAsync(number, "closing", new { outcome = "withdrawn" }))!.ShouldBe(
            "409: The customer has not been answered; nothing closes unanswered");
        var codes = (await office.GetAsync($"/requests/{number}")).GetProperty("timeline").EnumerateArray()
            .Select(l => l.GetProperty("code").GetString()).ToList();
        codes.ShouldContain("request.replied");
        codes.ShouldContain("request.closed");
        (await desk.PageAsync($"/requests/{number}"))
            .QuerySelector("#timeline-box")!.TextContent.ShouldContain("Promise kept: First reply",
            customMessage: "what was kept before stays told");
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task Two_repairs_of_one_request_are_two_failed_repairs_when_the_next_fault_comes(Kind kind, Entrance entrance)
    {
        await using var office = await Office.OpenAsync(kind, cluster, "S10");
        var tablet = Equipment.Create(
            new() { Serial = "T-2026-1", ProductId = office.Product.Id, CustomerId = office.Customer.Id,
                Dates = new() { Invoiced = new(2026, 6, 1), Sold = new(2026, 6, 1) }, Evidence = ["invoice", "certificate"] },
            new(2026, 6, 1), A.Clerk, A.Now);
        await office.WriteAsync(c => c.Add(tablet));
        office.Clock.At = Shanghai(6, 20);
        var (desk, number) = await CallAsync(office, entrance, "无法开机");
        await RepairAsync(office, desk, number, Shanghai(6, 30), 10);
        office.Clock.At = Shanghai(7, 5);
        await desk.DoAsync(number, "reopening", new { reason = "又不开机" });
        await RepairAsync(office, desk, number, Shanghai(7, 12), 7);

        office.Clock.At = Shanghai(11, 20);
        var (_, again) = await CallAsync(office, entrance, "屏幕不亮");
        var entitlement = (await office.GetAsync($"/requests/{again}")).GetProperty("entitlement");
        (entitlement.GetProperty("covered").GetBoolean(), entitlement.GetProperty("remedies")[0].GetString()).ShouldBe((true, "exchange"));
        var repeated = entitlement.GetProperty("reasons").EnumerateArray()
            .Single(r => r.GetProperty("code").GetString() == "repeated-repair");
        repeated.GetProperty("detail").ToString().ShouldBe("2");
        await using var db = office.Read();
        (await Sanbao.Data.UnitLoading.RepairHistoryAsync(db, tablet.Id, Shanghai(11, 20), cancel: TestContext.Current.CancellationToken))
            .ShouldBe(new(2, null, 17));
        var told = (await desk.PageAsync($"/equipment/{tablet.Id}")).Body!.TextContent;
        told.ShouldContain("10 days");
        told.ShouldContain("7 days");
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task A_third_failure_of_the_same_request_makes_the_exchange_due_in_it(Kind kind, Entrance entrance)
    {
        await using var office = await Office.OpenAsync(kind, cluster, "S10");
        var tablet = Equipment.Create(
            new() { Serial = "T-2026-1", ProductId = office.Product.Id, CustomerId = office.Customer.Id,
                Dates = new() { Invoiced = new(2026, 6, 1), Sold = new(2026, 6, 1) }, Evidence = ["invoice", "certificate"] },
            new(2026, 6, 1), A.Clerk, A.Now);
        await office.WriteAsync(c => c.Add(tablet));
        office.Clock.At = Shanghai(9, 20);
        var (desk, number) = await CallAsync(office, entrance, "无法开机");
        foreach (var day in new[] { 22, 26 })
        {
            await RepairAsync(office, desk, number, Shanghai(9, day), 2);
            await desk.DoAsync(number, "reopening", new { reason = "又不开机" });
        }
        (await office.GetAsync($"/requests/{number}")).GetProperty("entitlement").GetProperty("remedies")[0].GetString()
            .ShouldBe("exchange");
    }

    private static async Task<(Counter Desk, string Number)> CallAsync(Office office, Entrance entrance, string description)
    {
        var (_, answer) =
            await office.PostAsync(new { channel = "phone", category = "fault", serial = "T-2026-1", description, charter = "S10" });
        return (await Counter.AsAsync(office, "service-manager", entrance), answer.GetProperty("number").GetString()!);
    }

    private static async Task RepairAsync(Office office, Counter desk, string number, DateTimeOffset at, int days)
    {
        office.Clock.At = at;
        await desk.DoAsync(number, "replies", new { text = "寄回检修" });
        await desk.DoAsync(number, "cause", new { cause = "quality" });
        await desk.DoAsync(number, "solution", new { solution = "更换主板", repaired = true, repairDays = days });
        await desk.DoAsync(number, "closing", new { outcome = "solved" });
    }

    private static DateTimeOffset Shanghai(int month, int day) => new(2026, month, day, 10, 0, 0, TimeSpan.FromHours(8));
}
