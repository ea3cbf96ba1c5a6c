using Sanbao.Data;
using Sanbao.Domain.InstalledBase;
using Sanbao.Web.Features.Backup;
using Sanbao.Web.Platform.Store;
using Sanbao.Web.Tests.Data;

namespace Sanbao.Web.Tests.Requests;

/// <summary>What is done to a request moves its clocks as if it had always been so (E2).</summary>
public class ClockWorkTests(PostgresCluster cluster)
{
    public static TheoryData<Kind, Entrance> Ways => GuardTests.Ways;

    [Theory, MemberData(nameof(Ways))]
    public async Task A_special_case_changes_when_somebody_must_be_there(Kind kind, Entrance entrance)
    {
        await using var office = await Office.OpenAsync(kind, cluster);
        var (desk, number) = await office.CallAsync(entrance);
        await desk.DoAsync(number, "mode", new { mode = "on-site", reason = "停机" });
        (await office.DeadlineAsync(number, "arrival")).GetProperty("due").GetString().ShouldBe("2026-05-03T23:30:00+08:00");

        await desk.DoAsync(number, "special", new { reason = "台风封路" });
        (await office.DeadlineAsync(number, "arrival")).GetProperty("due").GetString().ShouldBe("2026-05-05T23:30:00+08:00");
        (await desk.TryAsync(number, "special", new { reason = "再次" }))!.ShouldStartWith("409");
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task Under_a_charter_that_names_no_pause_the_clocks_run_on(Kind kind, Entrance entrance)
    {
        await using var office = await Office.OpenAsync(kind, cluster);
        var (desk, number) = await office.CallAsync(entrance);
        await desk.DoAsync(number, "pauses", new { party = "customer", reason = "等用户回电" });
        (await office.DeadlineAsync(number, "reply")).GetProperty("state").GetString().ShouldBe("running");
        (await desk.TryAsync(number, "pauses", new { party = "customer", reason = "再等" }))!.ShouldStartWith("409");
        await desk.DoAsync(number, "replies", new { text = "已答复" });
        (await desk.TryAsync(number, "closing", new { }))!.ShouldContain("paused");
        await desk.DoAsync(number, "resumptions", new { party = "customer" });
        await desk.DoAsync(number, "closing", new { outcome = "withdrawn" });
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task Under_a_charter_that_stops_for_the_customer_the_clock_stands(Kind kind, Entrance entrance)
    {
        await using var office = await Office.OpenAsync(kind, cluster, "S0");
        var shelf = office.Get<CharterShelf>();
        var text = shelf.Library.Find("S0", 1)!.Text.Replace("charter: S0", "charter: S77", StringComparison.Ordinal)
            .Replace("    due: 2 hours after reported\n", "    due: 2 hours after reported\n    paused-by: customer\n",
                StringComparison.Ordinal);
        await office.ChangeAsync(db =>
            db.AddNotedAsync(new CharterVersion("S77", 1, new string('0', 64), text, new(2020, 1, 1), "test", A.Now)));
        await shelf.OpenAsync(TestContext.Current.CancellationToken);
        var (_, answer) = await office.PostAsync(
            new { channel = "phone", category = "fault", charter = "S77", description = "异响", reportedAt = "2026-05-02T23:30:00+08:00" });
        var number = answer.GetProperty("number").GetString()!;
        var desk = await Counter.AsAsync(office, "service-manager", entrance);

        await desk.DoAsync(number, "pauses", new { party = "parts", reason = "等轴承" });
        (await office.DeadlineAsync(number, "reply")).GetProperty("state").GetString().ShouldBe("running");
        await desk.DoAsync(number, "pauses", new { party = "customer", reason = "等用户回电" });
        (await office.DeadlineAsync(number, "reply")).GetProperty("state").GetString().ShouldBe("paused");
        // Its due moves on while it stands, and nobody writes that down hour by hour.
        foreach (var hours in new[] { 0, 10, 500 })
            (await FaultsAsync(office, shelf, A.Now.AddHours(hours))).ShouldNotContain("verify.deadline-differs", $"{hours} hours later");
        await desk.DoAsync(number, "resumptions", new { party = "customer" });
        (await office.DeadlineAsync(number, "reply")).GetProperty("state").GetString().ShouldBe("running");
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task Another_unit_is_judged_again_and_the_former_judgement_is_kept(Kind kind, Entrance entrance)
    {
        await using var office = await Office.OpenAsync(kind, cluster);
        var old = Equipment.Create(
            new() { Serial = "YE3-2023-9", ProductId = office.Product.Id, CustomerId = office.Customer.Id,
                Dates = new() { ExFactory = new(2023, 1, 1), Delivered = new(2023, 2, 1) } },
            A.Today, A.Clerk, A.Now);
        await office.WriteAsync(c => c.Add(old));
        var (desk, number) = await office.CallAsync(entrance, serial: "YE3-2023-9");
        (await office.GetAsync($"/requests/{number}")).GetProperty("entitlement").GetProperty("lastDay").GetString().ShouldBe("2024-02-01");

        (await desk.TryAsync(number, "equipment", new { serial = "NIX" }))!.ShouldStartWith("422");
        await desk.DoAsync(number, "equipment", new { serial = "ｙe3-2024-000123", reason = "报错了" });
        (await office.GetAsync($"/requests/{number}")).GetProperty("entitlement").GetProperty("lastDay").GetString().ShouldBe("2026-03-10");
        await using var db = office.Read();
        db.Set<Domain.Requests.Judgement>().Count().ShouldBe(2);
        (await desk.PageAsync($"/requests/{number}")).QuerySelector("#cover-box")!.TextContent.ShouldContain("Earlier judgements (1)");
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task The_cause_makes_the_judgement_final_and_goodwill_needs_a_reason(Kind kind, Entrance entrance)
    {
        await using var office = await Office.OpenAsync(kind, cluster);
        var (desk, number) = await office.CallAsync(entrance);
        await desk.DoAsync(number, "cause", new { cause = "misuse" });
        var judged = (await office.GetAsync($"/requests/{number}")).GetProperty("entitlement");
        (judged.GetProperty("covered").GetBoolean(), judged.GetProperty("provisional").GetBoolean()).ShouldBe((false, false));
        judged.GetProperty("lines")[0].GetProperty("payer").GetString().ShouldBe("customer");

        (await desk.TryAsync(number, "goodwill", entrance is Entrance.Page
            ? new { lines = "labour" } : new { lines = new[] { "labour" } }))!.ShouldStartWith("422");
        await desk.DoAsync(number, "goodwill", entrance is Entrance.Page
            ? new { lines = "labour", reason = "老用户" } : new { lines = new[] { "labour" }, reason = "老用户" });
        var lines = (await office.GetAsync($"/requests/{number}")).GetProperty("entitlement").GetProperty("lines");
        lines[0].GetProperty("payer").GetString().ShouldBe("customer");
        lines[1].GetProperty("basis").GetString().ShouldBe("free");
        // Found out later, the cause does not take back what was given.
        await desk.DoAsync(number, "cause", new { cause = "environment" });
        (await office.GetAsync($"/requests/{number}")).GetProperty("entitlement").GetProperty("lines")[1].GetProperty("basis").GetString()
            .ShouldBe("free");
    }

    private static async Task<string[]> FaultsAsync(Office office, CharterShelf shelf, DateTimeOffset now) =>
        await new VerifyRecords(office.Get<ServiceDatabase>(), shelf, Path.GetTempPath(), now).FaultsAsync().Select(f => f.Code)
            .ToArrayAsync(TestContext.Current.CancellationToken);
}
