using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Sanbao.Domain.Customers;
using Sanbao.Web.Tests.Data;
using Sanbao.Web.Tests.Requests;

namespace Sanbao.Web.Tests.TakingIn;

/// <summary>Calls that a clerk takes on the page.</summary>
public partial class TakingCallsTests(PostgresCluster cluster)
{
    [Theory, MemberData(nameof(Office.Kinds), MemberType = typeof(Office))]
    public async Task The_same_facts_give_the_same_request_by_page_and_by_program(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind, cluster);
        var desk = await (await Desk.AtAsync(office)).OpenAsync($"/intake?find={office.Unit.Serial}");
        await desk.SaveAsync(("description", "轴承异响，停机"), ("category", "fault"), ("occurredOn", "2026-03-10"), ("mode", "on-site"),
            ("regionCode", "320505"),
            ("reporter.name", "李工"), ("reporter.phone", "13800001111"), ("reportedAt", "2026-05-02T23:30"), ("priority", "high"),
                ("channel", "fax"), ("direct", "false"));
        desk.Went.ShouldBe("/requests/FW-2026-000001");
        var (_, posted) = await office.PostAsync(new
        {
            channel = "fax", category = "fault", serial =
                office.Unit.Serial, description = "轴承异响，停机", occurredOn = "2026-03-10", mode = "on-site", regionCode = "320505",
            reporter = new { name = "李工", phone = "13800001111" }, reportedAt =
                "2026-05-02T23:30:00+08:00", priority = "high", direct = false, cause = "unknown",
        });

        var taken = await office.GetAsync("/requests/FW-2026-000001");
        foreach (var field in posted.EnumerateObject().Where(f => f.Name is not ("id" or "number" or "similar" or "openOnSameEquipment")))
            taken.GetProperty(field.Name).GetRawText().ShouldBe(field.Value.GetRawText(), field.Name);
    }

    [Theory, MemberData(nameof(Office.Kinds), MemberType = typeof(Office))]
    public async Task A_date_that_is_missing_is_entered_during_the_call_and_kept_with_the_unit(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind, cluster, "S9");
        var desk = await (await Desk.AtAsync(office)).OpenAsync($"/intake?find={office.Unit.Serial}");
        desk.Text(".verdict-title").ShouldBe("Not determined yet. Missing: Accepted");
        await desk.SendAsync("/intake/judgement", ("gap.accepted", "2025-04-01"));
        desk.Text(".verdict-title").ShouldBe("Covered until 1 Apr 2028");
        desk.Page.QuerySelector("[id='gap.accepted']")!.GetAttribute("value").ShouldBe("2025-04-01", "what was typed stays in its field");
        await desk.OpenAsync($"/intake?find={office.Unit.Serial}");
        await desk.SaveAsync(("description", "停机"), ("category", "fault"), ("gap.accepted", "1900-01-01"));
        desk.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        desk.ErrorAt("gap.accepted").ShouldStartWith("1 Jan 1900 is no date");
        await desk.SaveAsync(("gap.accepted", "2025-04-01"));
        desk.Went.ShouldBe("/requests/FW-2026-000001");
        var request = await office.GetAsync("/requests/FW-2026-000001");
        request.GetProperty("entitlement").GetProperty("lastDay").GetString().ShouldBe("2028-04-01");
        var unit = await office.GetAsync($"/equipment/{office.Unit.Id}");
        unit.GetProperty("dates").GetProperty("accepted").GetString().ShouldBe("2025-04-01");
    }

    [Theory, MemberData(nameof(Office.Kinds), MemberType = typeof(Office))]
    public async Task A_new_unit_is_asked_for_the_date_that_its_charter_counts_from(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind, cluster, "S9");
        var desk = await (await Desk.AtAsync(office)).OpenAsync("/intake?find=NEU-1");
        await desk.SaveAsync(
            ("description", "停机"), ("category", "fault"), ("serial", "NEU-1"), ("model", office.Product.Model), ("newUnit", "true"),
            ("gap.accepted", "2025-04-01"));
        desk.Went.ShouldBe("/requests/FW-2026-000001");
        var request = await office.GetAsync("/requests/FW-2026-000001");
        request.GetProperty("entitlement").GetProperty("lastDay").GetString().ShouldBe("2028-04-01");
    }

    [Theory, MemberData(nameof(Office.Kinds), MemberType = typeof(Office))]
    public async Task The_unit_is_found_by_serial_telephone_customer_and_contract(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind, cluster);
        var contract = Contract.Create(office.Customer.Id, new() { Number = "HT-2025-08" }, A.Clerk, A.Now);
        await office.WriteAsync(c => c.Add(contract));
        var desk = await Desk.AtAsync(office);
        foreach (var (typed, hit) in new[] { ("ye3-2024", "YE3-2024-000123"), ("0512-6788", "苏州轨道交通"), ("轨道", "苏州轨道交通"),
            ("HT-2025", "HT-2025-08") })
            (await desk.FindAsync(typed)).QuerySelector(".hit")!.TextContent.ShouldContain(hit);
        (await desk.FindAsync("没有的东西")).QuerySelector(".hits-none")!.TextContent.ShouldContain("没有的东西");
        (await desk.FindAsync("<b>")).QuerySelectorAll("b").ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Office.Kinds), MemberType = typeof(Office))]
    public async Task People_of_the_customer_are_offered_as_callers(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind, cluster);
        var (customer, product) = (A.Customer("昆山水务"), A.Product("ISG-1"));
        customer.AddContact("周工", "139 0000 0001", null, "值班长", A.Clerk, A.Now);
        var unit = A.Unit(product, customer, "ISG-0001");
        await office.WriteAsync(c => { c.Add(customer); c.Add(product); c.Add(unit); });
        var desk = await (await Desk.AtAsync(office)).OpenAsync("/intake?find=ISG-0001");
        var caller = desk.Page.QuerySelectorAll("#contacts option").ShouldHaveSingleItem();
        (caller.GetAttribute("value"), caller.GetAttribute("label")).ShouldBe(("周工", "139 0000 0001"));
        (await desk.OpenAsync()).Page.QuerySelectorAll("#contacts option").ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Office.Kinds), MemberType = typeof(Office))]
    public async Task Choosing_a_unit_keeps_all_that_was_typed_and_shows_cover_and_clocks(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind, cluster);
        var desk = await (await Desk.AtAsync(office)).OpenAsync();
        await desk.SendAsync("/intake/choose", ("description", "<i>轴承</i> 😀"), ("category", "complaint"), ("find", "0512-6788 1234"),
            ("occurredOn", "2026-03-10"));
        desk.Status.ShouldBe(HttpStatusCode.OK);
        desk.Text(".chosen").ShouldContain("YE3-2024-000123");
        desk.Value("description").ShouldBe("<i>轴承</i> 😀");
        desk.Value("category").ShouldBe("complaint");
        desk.Value("equipmentId").ShouldBe(office.Unit.Id.ToString());
        desk.Value("reporter.phone").ShouldBe("0512-6788 1234");
        desk.Text(".verdict-good").ShouldContain("10 Mar 2026");
        desk.Page.QuerySelectorAll(".promised li").Length.ShouldBe(1);
    }

    [Theory, MemberData(nameof(Office.Kinds), MemberType = typeof(Office))]
    public async Task The_judgement_follows_what_is_said_of_cause_and_day(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind, cluster);
        var desk = await (await Desk.AtAsync(office)).OpenAsync($"/intake?find={office.Unit.Serial}");
        var (_, before) =
            (await desk.SendAsync("/intake/choose", ("occurredOn", "2026-03-10"), ("mode", "on-site")), desk.Text(".verdict-title"));
        before.ShouldContain("10 Mar 2026");
        desk.Page.QuerySelectorAll(".promised li").Length.ShouldBe(2);
        await desk.SendAsync("/intake/choose", ("occurredOn", "2026-03-11"));
        desk.Page.QuerySelector(".verdict-bad").ShouldNotBeNull();
        await desk.SendAsync("/intake/choose", ("occurredOn", "2026-03-10"), ("cause", "misuse"));
        desk.Page.QuerySelector(".verdict-bad").ShouldNotBeNull();
    }

    [Theory, MemberData(nameof(Office.Kinds), MemberType = typeof(Office))]
    public async Task One_page_sent_twice_makes_one_request(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind, cluster);
        var desk = await (await Desk.AtAsync(office)).OpenAsync();
        await desk.SaveAsync(("description", "漏油"));
        var first = desk.Went.ShouldNotBeNull();
        await desk.SaveAsync(("description", "漏油"));
        desk.Went.ShouldBe(first);
        await desk.SaveAsync(("description", "别的事"));
        desk.Status.ShouldBe(HttpStatusCode.Conflict);
        desk.Text(".flash-bad").ShouldContain("saved already");
        desk.Value("description").ShouldBe("别的事");
        await using var db = office.Read();
        (await db.Requests.CountAsync()).ShouldBe(1);
    }

    [Theory, MemberData(nameof(Office.Kinds), MemberType = typeof(Office))]
    public async Task A_unit_and_a_customer_nobody_knew_are_written_with_the_request_or_not_at_all(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind, cluster);
        var desk = await (await Desk.AtAsync(office)).OpenAsync();
        await desk.SendAsync("/intake/choose", ("find", "NEW-77"));
        desk.Value("serial").ShouldBe("NEW-77");
        await desk.SaveAsync(("description", "跳闸"), ("newUnit", "true"), ("model", "YE3-999"), ("newCustomer", "true"),
            ("customer.name", "昆山精密"));
        desk.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        desk.ErrorAt("model").ShouldContain("YE3-999");
        await using (var db = office.Read()) (await db.Customers.CountAsync()).ShouldBe(1);

        await desk.SaveAsync(("model", "ye3-160m"), ("serial", "YE3-2024-000123"));
        desk.ErrorAt("serial").ShouldNotBeEmpty();
        await using (var db = office.Read()) (await db.Customers.CountAsync()).ShouldBe(1);

        await desk.SendAsync("/intake/choose", ("serial", "NEW-77"), ("delivered", "2025-06-01"));
        desk.Text(".verdict-title").ShouldContain("1 Jun 2026");
        await desk.SaveAsync();
        desk.Went.ShouldBe("/requests/FW-2026-000001");
        var request = await office.GetAsync("/requests/FW-2026-000001");
        request.GetProperty("equipment").GetProperty("serial").GetString().ShouldBe("NEW-77");
        request.GetProperty("customer").GetProperty("name").GetString().ShouldBe("昆山精密");
        request.GetProperty("customer").GetProperty("id").ValueKind.ShouldBe(JsonValueKind.String);
        request.GetProperty("entitlement").GetProperty("lastDay").GetString().ShouldBe("2026-06-01");
    }

    [Theory, MemberData(nameof(Office.Kinds), MemberType = typeof(Office))]
    public async Task A_new_customer_keeps_the_caller_and_the_number(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind, cluster);
        var desk = await (await Desk.AtAsync(office)).OpenAsync();
        (string, string)[] call = [("description", "漏水"), ("newCustomer", "true"), ("customer.name", "昆山精密")];
        await desk.SaveAsync([.. call, ("reporter.name", "周师傅"), ("reporter.phone", "139 5555 7777")]);
        desk.Went.ShouldNotBeNull();
        (await ContactsOf("昆山精密")).ShouldBe([("周师傅", "139 5555 7777")]);
        await using (var db = office.Read()) (await db.Customers.SingleAsync(c => c.Name == "昆山精密")).Phone.ShouldBe("139 5555 7777");
        // The same name and number is the same customer, however it is typed; another caller of it is no other one.
        await (await desk.OpenAsync()).SaveAsync([.. call, ("reporter.phone", "+86 13955557777")]);
        desk.ErrorAt("customer.name").ShouldNotBeEmpty();
        await desk.SaveAsync(("customer.name", "赵敏"), ("customer.phone", "0512-65550000"), ("reporter.name", "赵　敏"));
        (await ContactsOf("赵敏")).ShouldBe([("赵　敏", "+86 13955557777")]);
        await (await desk.OpenAsync())
            .SaveAsync([.. call, ("customer.name", "钱二"), ("reporter.name", "钱二"), ("reporter.phone", "13900000001")]);
        (await ContactsOf("钱二")).ShouldBeEmpty();
        await (await desk.OpenAsync()).SaveAsync([.. call, ("customer.name", "孙三"), ("reporter.name", new string('长', 101))]);
        desk.ErrorAt("reporter.name").ShouldNotBeEmpty();

        async Task<IEnumerable<(string, string)>> ContactsOf(string customer)
        {
            await using var db = office.Read();
            return (await db.Customers.Include(c => c.Contacts).SingleAsync(c => c.Name == customer))
                .Contacts.Select(c => (c.Name, c.Phone));
        }
    }

    [Theory, MemberData(nameof(Office.Kinds), MemberType = typeof(Office))]
    public async Task The_same_matter_is_seen_by_any_number_of_caller_or_customer_and_however_old_it_is_while_it_is_open(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind, cluster);
        await office.PostAsync(new
        {
            category = "fault", description = "旧事未了", reportedAt = "2026-01-05T08:00:00+08:00",
            customer = new { name = "乙机械", phone = "0512-65552222/13900003333" }, reporter = new { name = "乙", phone = "13900004444" },
        });
        var desk = await (await Desk.AtAsync(office)).OpenAsync();
        foreach (var (field, typed) in new[]
        {
            ("reporter.phone", "+86 139-0000-4444"), ("reporter.phone", "13900003333、13911112222"), ("customer.phone", "051265552222转8"),
        })
        {
            await (await desk.OpenAsync()).SendAsync("/intake/choose", (field, typed), ("description", "又来电"));
            desk.Text(".same-words").ShouldBe("旧事未了", typed);
        }
        await (await desk.OpenAsync()).SendAsync("/intake/choose", ("reporter.phone", "13900005555"));
        desk.Text(".same-words").ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Office.Kinds), MemberType = typeof(Office))]
    public async Task What_may_be_the_same_matter_is_shown_and_takes_the_contact_instead_of_a_second_request(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind, cluster);
        var (_, first) = await office.PostAsync(new { category = "fault", serial = office.Unit.Serial, description = "轴承异响" });
        var (_, phoned) = await office.PostAsync(
            new { category = "fault", description = "询问进度", reporter = new { phone = "138 0000 1111" },
            reportedAt = "2026-04-28T08:00:00+08:00" });
        var (_, old) = await office.PostAsync(new
        {
            category = "fault", description = "两周前", reporter = new { phone = "13800001111" }, reportedAt = "2026-04-18T08:00:00+08:00",
        });
        var desk = await (await Desk.AtAsync(office)).OpenAsync($"/intake?find={office.Unit.Serial}");
        desk.Text(".same .num").ShouldBe(Number(first));
        await desk.SendAsync("/intake/choose", ("reporter.phone", "+86 13800001111"), ("reporter.name", "李工"));
        desk.Text(".same .num").ShouldBe($"{Number(first)} {Number(phoned)} {Number(old)}");

        await desk.SaveAsync(("link", first.GetProperty("id").GetString()!));
        desk.ErrorAt("description").ShouldNotBeEmpty();
        await desk.SaveAsync(("link", first.GetProperty("id").GetString()!), ("description", "又来电催"));
        desk.Went.ShouldBe($"/requests/{Number(first)}");
        var line = (await office.GetAsync($"/requests/{Number(first)}")).GetProperty("timeline").EnumerateArray().Last();
        line.GetProperty("code").GetString().ShouldBe("request.contacted-again");
        line.GetProperty("arguments").GetProperty("text").GetString().ShouldBe("又来电催");
        line.GetProperty("arguments").GetProperty("reporter").GetString().ShouldBe("李工");
        await using var db = office.Read();
        (await db.Requests.CountAsync()).ShouldBe(3);
    }

    [Theory]
    [InlineData("description", "", "description")]
    [InlineData("description", "LONG", "description")]
    [InlineData("occurredOn", "2025-02-28", "occurredOn")]
    [InlineData("occurredOn", "2026-05-03", "occurredOn")]
    [InlineData("occurredOn", "31.2.2026", "occurredOn")]
    [InlineData("reportedAt", "2026-05-03T08:00", "reportedAt")]
    [InlineData("regionCode", "苏州", "regionCode")]
    [InlineData("contract", "HT-0", "contract")]
    [InlineData("reporter.phone", "LONG", "reporter.phone")]
    [InlineData("category", "faults", "category")]
    public async Task What_cannot_be_is_told_at_its_field_and_nothing_typed_is_lost(string field, string value, string at)
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite, cluster);
        var desk = await (await Desk.AtAsync(office)).OpenAsync($"/intake?find={office.Unit.Serial}");
        await desk.SaveAsync(("description", "<b>轴承</b> 🔧"), ("reporter.name", "“李”工 & <script>"),
            (field, value == "LONG" ? new string('长', 20_000) : value));
        desk.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        desk.ErrorAt(at).ShouldNotBeEmpty();
        desk.Value("reporter.name").ShouldBe("“李”工 & <script>");
        if (field != "description") desk.Value("description").ShouldBe("<b>轴承</b> 🔧");
        desk.Value("equipmentId").ShouldBe(office.Unit.Id.ToString());
        desk.Page.QuerySelectorAll("main script, main b").ShouldBeEmpty();
        await using var db = office.Read();
        (await db.Requests.AnyAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task Who_may_not_take_calls_does_not_and_who_may_not_make_records_is_told()
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite, cluster);
        using var refused = await (await Counter.AsAsync(office, "storekeeper")).GetAsync("/intake");
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var desk = await (await Desk.AtAsync(office, "engineer")).OpenAsync();
        await desk.SaveAsync(("description", "跳闸"), ("newCustomer", "true"), ("customer.name", "昆山精密"));
        desk.Status.ShouldBe(HttpStatusCode.Conflict);
        desk.Text(".flash-bad").ShouldContain("may not create");
    }

    private static string Number(JsonElement request) => request.GetProperty("number").GetString()!;
}
