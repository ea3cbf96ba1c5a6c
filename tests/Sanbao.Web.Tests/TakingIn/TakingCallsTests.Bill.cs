using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Sanbao.Web.Tests.Data;
using Sanbao.Web.Tests.Requests;

namespace Sanbao.Web.Tests.TakingIn;

/// <summary>A component at fault: of a new unit from the bill of its model, or of a unit on record.</summary>
public partial class TakingCallsTests
{
    [Theory, MemberData(nameof(Office.Kinds), MemberType = typeof(Office))]
    public async Task A_new_unit_begins_with_the_bill_of_its_model_as_it_was_ticked(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind, cluster);
        await office.ChangeAsync(async db => (await db.Products.Include(p => p.Bill).SingleAsync(p => p.Id == office.Product.Id))
            .SetBill([new() { Name = "轴承", Quantity = 2, Class = "wear" }, new() { Name = "接线盒", Class = "electrical" }], A.Clerk, A.Now));
        var desk = await (await Desk.AtAsync(office)).OpenAsync();
        await desk.SendAsync("/intake/choose", ("serial", "NEW-78"), ("newUnit", "true"), ("model", "ye3-160m"));
        desk.Text(".pieces").ShouldContain("轴承 2");
        await desk.SaveAsync(("description", "跳闸"), ("piece", "0-2"), ("piece-serial.0-2", "6309-77"));
        desk.Went.ShouldBe("/requests/FW-2026-000001");
        await using var db = office.Read();
        var part = (await db.Equipment.AsNoTracking().Include(u => u.Components).SingleAsync(u => u.SerialKey == "NEW-78"))
            .Components.ShouldHaveSingleItem();
        (part.Name, part.Class, part.Serial).ShouldBe(("轴承 2", "wear", "6309-77"));
    }

    [Theory, MemberData(nameof(Office.Kinds), MemberType = typeof(Office))]
    public async Task The_component_at_fault_of_a_new_unit_is_chosen_from_its_bill_and_judged_by_its_class(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind, cluster, "S8");
        await office.ChangeAsync(async db => (await db.Products.Include(p => p.Bill).SingleAsync(p => p.Id == office.Product.Id))
            .SetBill([new() { Name = "油枪", Quantity = 2, Class = "wear" }, new() { Name = "计量泵", Class = "metering-pump" }], A.Clerk,
                A.Now));
        var desk = await (await Desk.AtAsync(office)).OpenAsync();
        desk.Page.QuerySelector("[name=component]")!.HasAttribute("disabled").ShouldBeTrue();
        await desk.SendAsync("/intake/choose", ("serial", "NEW-80"), ("newUnit", "true"), ("model", "ye3-160m"),
            ("delivered", "2024-09-01"), ("occurredOn", "2026-05-01"), ("description", "计量不准"));
        desk.Page.QuerySelectorAll("[name=component] option").Select(o => o.TextContent)
            .ShouldBe(["The whole unit", "油枪 1", "油枪 2", "计量泵"]);
        desk.Page.QuerySelector(".verdict-bad").ShouldNotBeNull();
        await desk.SendAsync("/intake/choose", ("component", "1-1"));
        desk.Text(".verdict-good").ShouldContain("1 Sep 2026");
        desk.Value("component").ShouldBe("1-1");

        await desk.SaveAsync(("component", "1-7"));
        desk.ErrorAt("component").ShouldContain("no such component");
        await desk.SaveAsync(("component", "1-1"), ("piece", "1-1"));
        desk.Went.ShouldBe("/requests/FW-2026-000001");
        var request = await office.GetAsync("/requests/FW-2026-000001");
        request.GetProperty("entitlement").GetProperty("lastDay").GetString().ShouldBe("2026-09-01");
        request.GetProperty("component").GetString().ShouldBe("计量泵");
        var engineer = await Counter.AsAsync(office, "engineer");
        foreach (var (path, shown) in new[] { ("", "#told-box"), ("", "#timeline-box"), ("/print", "body") })
            (await engineer.PageAsync("/requests/FW-2026-000001" + path)).QuerySelector(shown)!.TextContent
                .ShouldContain("计量泵", customMessage: path + shown);
        await using var db = office.Read();
        var part = (await db.Equipment.AsNoTracking().Include(u => u.Components).SingleAsync(u => u.SerialKey == "NEW-80"))
            .Components.ShouldHaveSingleItem();
        (await db.Requests.Select(r => r.ComponentId).SingleAsync()).ShouldBe(part.Id);
    }

    [Theory, MemberData(nameof(Office.Kinds), MemberType = typeof(Office))]
    public async Task A_program_names_the_component_at_fault_as_it_is_called_on_the_unit_or_on_the_bill(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind, cluster, "S8");
        await office.ChangeAsync(async db => (await db.Products.Include(p => p.Bill).SingleAsync(p => p.Id == office.Product.Id))
            .SetBill(
                [new() { Name = "计量泵", Class = "metering-pump" }, new() { Name = "滤芯", Class = "wear" },
                new() { Name = "滤芯", Class = "wear" }], A.Clerk, A.Now));
        using var made = await office.Http.PostAsJsonAsync("/api/v1/equipment",
            new { serial = "NEW-81", product = "YE3-160M", dates = new { delivered = "2024-09-01" } },
            TestContext.Current.CancellationToken);
        made.StatusCode.ShouldBe(HttpStatusCode.Created);
        (await CoveredAsync(new { category = "fault", description = "计量不准", serial = "NEW-81", occurredOn = "2026-05-01" }))
            .ShouldBeFalse();
        (await CoveredAsync(
            new { category = "fault", description = "计量不准", serial = "NEW-81", occurredOn = "2026-05-01", component = " 计量泵" }))
            .ShouldBeTrue();

        // No unit is on record: the class decides which term would hold.
        var (_, unidentified) =
            await office.PostAsync(new { category = "fault", description = "计量不准", product = "YE3-160M", component = "计量泵" });
        unidentified.GetProperty("entitlement").GetProperty("term").GetString().ShouldBe("税控计量泵");
        unidentified.GetProperty("component").GetString().ShouldBe("计量泵");
        foreach (var (component, says) in new[] { ("电机", "no such component"), ("滤芯", "Several components") })
        {
            var (status, problem) = await office.PostAsync(new { category = "fault", description = "漏", product = "YE3-160M", component });
            status.ShouldBe(HttpStatusCode.UnprocessableEntity);
            problem.GetProperty("errors").GetProperty("component")[0].GetString()!.ShouldContain(says);
        }

        async Task<bool> CoveredAsync(object call) =>
            (await office.PostAsync(call)).Answer.GetProperty("entitlement").GetProperty("covered").GetBoolean();
    }
}
