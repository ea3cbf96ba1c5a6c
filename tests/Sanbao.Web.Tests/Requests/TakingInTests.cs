using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Sanbao.Domain.Customers;
using Sanbao.Domain.InstalledBase;
using Sanbao.Domain.Requests;
using Sanbao.Web.Tests.Data;

namespace Sanbao.Web.Tests.Requests;

/// <summary>Calls that programs hand over (POST /requests).</summary>
public class TakingInTests(PostgresCluster cluster)
{
    private static object Call(string? serial = "YE3-2024-000123", string occurredOn = "2026-03-10", string? mode = "on-site",
        string? region = "320505") => new
    {
        channel = "phone", category = "fault", serial, mode, regionCode = region, description = "轴承异响，停机",
        customer = new { name = "", phone = "" }, reporter = new { name = "李工", phone = "13800001111" },
        occurredOn, reportedAt = "2026-05-02T23:30:00+08:00", direct = true,
    };

    [Theory, MemberData(nameof(Office.Kinds), MemberType = typeof(Office))]
    public async Task A_call_for_a_known_unit_gets_a_number_its_cover_and_its_clocks(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind, cluster);
        var (status, answer) = await office.PostAsync(Call());

        status.ShouldBe(HttpStatusCode.Created);
        answer.GetProperty("number").GetString().ShouldBe("FW-2026-000001");
        answer.GetProperty("status").GetString().ShouldBe("open");
        answer.GetProperty("equipment").GetProperty("model").GetString().ShouldBe("YE3-160M");
        answer.GetProperty("customer").GetProperty("name").GetString().ShouldBe("苏州轨道交通");
        answer.GetProperty("entitlement").GetProperty("covered").GetBoolean().ShouldBeTrue();
        answer.GetProperty("entitlement").GetProperty("lastDay").GetString().ShouldBe("2026-03-10");
        answer.GetProperty("entitlement").GetProperty("provisional").GetBoolean().ShouldBeTrue();
        Due(answer, "reply").ShouldBe("2026-05-03T01:30:00+08:00");
        Due(answer, "arrival").ShouldBe("2026-05-03T23:30:00+08:00");
        answer.GetProperty("openOnSameEquipment").GetInt32().ShouldBe(0);
    }

    [Theory, MemberData(nameof(Office.Kinds), MemberType = typeof(Office))]
    public async Task What_was_judged_and_promised_is_kept_and_answered_again_with_its_story(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind, cluster);
        var (_, first) = await office.PostAsync(Call());
        var number = first.GetProperty("number").GetString();

        var read = await office.GetAsync($"/requests/{number}");
        read.GetProperty("id").GetString().ShouldBe(first.GetProperty("id").GetString());
        foreach (var field in new[] { "entitlement", "deadlines", "equipment", "similar", "version" })
            read.GetProperty(field).GetRawText().ShouldBe(first.GetProperty(field).GetRawText(), field);
        read.GetProperty("timeline")[0].GetProperty("code").GetString().ShouldBe("request.opened");
        foreach (var list in new[] { "documents", "attachments" }) read.GetProperty(list).GetArrayLength().ShouldBe(0);
        (await office.GetAsync($"/requests/{first.GetProperty("id").GetString()}")).GetProperty("number").GetString().ShouldBe(number);

        await using var db = office.Read();
        (await db.Set<Judgement>().SingleAsync()).Decision.LastDay.ShouldBe(new DateOnly(2026, 3, 10));
        (await db.Deadlines.CountAsync()).ShouldBe(2);
        (await db.Requests.SingleAsync()).NextDue.ShouldBe(new DateTimeOffset(2026, 5, 3, 1, 30, 0, TimeSpan.FromHours(8)));
    }

    [Theory, MemberData(nameof(Office.Kinds), MemberType = typeof(Office))]
    public async Task An_unknown_serial_is_kept_as_typed_and_the_request_stays_unidentified(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind, cluster);
        var (status, answer) = await office.PostAsync(Call(serial: "没有这台-9"));
        status.ShouldBe(HttpStatusCode.Created);
        answer.GetProperty("identified").GetBoolean().ShouldBeFalse();
        answer.GetProperty("equipment").ValueKind.ShouldBe(JsonValueKind.Null);
        answer.GetProperty("entitlement").ValueKind.ShouldBe(JsonValueKind.Null);
        answer.GetProperty("serial").GetString().ShouldBe("没有这台-9");
        Due(answer, "reply").ShouldBe("2026-05-03T01:30:00+08:00");

        (status, answer) = await office.PostAsync(new { category = "consultation", product = "ye3-160m", description = "怎么接线？" });
        status.ShouldBe(HttpStatusCode.Created);
        answer.GetProperty("product").GetString().ShouldBe("ye3-160m");
        answer.GetProperty("entitlement").ValueKind.ShouldBe(JsonValueKind.Object);
    }

    [Theory, MemberData(nameof(Office.Kinds), MemberType = typeof(Office))]
    public async Task The_city_area_is_the_charters_word_and_the_companys_own_counts_only_where_the_charter_names_none(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind, cluster);
        await office.ChangeAsync(async db =>
        {
            (await db.Settings.SingleAsync()).CityPrefixes = ["1101"];
            await db.NotedAsync();
        });
        await office.Get<Sanbao.Web.Platform.Store.CompanyBook>().ReadAsync(TestContext.Current.CancellationToken);

        // S0 names its city area: Beijing is not in it, whatever the company's settings say.
        var (_, named) = await office.PostAsync(Call(region: "110105"));
        Due(named, "arrival").ShouldBe("2026-05-04T23:30:00+08:00");

        // S7 promises 4 hours in town and leaves open which town that is; intake and preview say the same.
        var (_, open) = await office.PostAsync(
            new { category = "fault", description = "门关不上", regionCode = "110105", charter = "S7",
            reportedAt = "2026-05-02T23:30:00+08:00" });
        Due(open, "arrival").ShouldBe("2026-05-03T03:30:00+08:00");
        open.GetProperty("zone").GetString().ShouldBe("city");
        using var preview = await office.Http.PostAsJsonAsync("/api/v1/deadlines/preview", new
        {
            charter = "S7", category =
                "fault", regionCode = "110105", events = new[] { new { kind = "reported", at = "2026-05-02T23:30:00+08:00" } },
        }, TestContext.Current.CancellationToken);
        Due(await preview.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken), "arrival")
            .ShouldBe("2026-05-03T03:30:00+08:00");
    }

    [Theory, MemberData(nameof(Office.Kinds), MemberType = typeof(Office))]
    public async Task The_place_of_the_unit_counts_where_none_is_said(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind, cluster);
        var customer = A.Customer("吴江水务");
        var site = customer.AddSite("松陵泵站", "320509", null, A.Clerk, A.Now);
        var unit = Equipment.Create(new() { Serial = "SL-1", ProductId = office.Product.Id, CustomerId = customer.Id, SiteId = site.Id },
            A.Today, A.Clerk, A.Now);
        await office.WriteAsync(c => { c.Add(customer); c.Add(unit); });
        var (_, answer) = await office.PostAsync(Call(serial: "SL-1", occurredOn: "2026-05-02", region: null));
        answer.GetProperty("regionCode").GetString().ShouldBe("320509");
        Due(answer, "arrival").ShouldBe("2026-05-03T23:30:00+08:00");
    }

    [Theory, MemberData(nameof(Office.Kinds), MemberType = typeof(Office))]
    public async Task Another_charter_governs_when_it_is_named_and_an_unknown_one_is_told_at_its_field(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind, cluster);
        var (status, answer) =
            await office.PostAsync(new { category = "fault", serial = "YE3-2024-000123", description = "漏水", charter = "S7" });
        status.ShouldBe(HttpStatusCode.Created);
        answer.GetProperty("entitlement").GetProperty("charter").GetString().ShouldBe("S7");

        (status, answer) = await office.PostAsync(new { category = "fault", description = "漏水", charter = "S77" });
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.GetProperty("errors").GetProperty("charter")[0].GetString()!.ShouldContain("S77");
    }

    [Theory, MemberData(nameof(Office.Kinds), MemberType = typeof(Office))]
    public async Task The_second_call_about_a_unit_hears_of_the_first_and_of_what_helped_before(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind, cluster);
        var (_, first) = await office.PostAsync(Call());
        var (_, second) = await office.PostAsync(Call());
        second.GetProperty("openOnSameEquipment").GetInt32().ShouldBe(1);
        second.GetProperty("similar")[0].GetProperty("number").GetString().ShouldBe(first.GetProperty("number").GetString());
        var (_, other) = await office.PostAsync(new { category = "fault", serial = "YE3-2024-000123", description = "机壳漆面划伤" });
        other.GetProperty("similar").GetArrayLength().ShouldBe(0);
    }

    [Theory, MemberData(nameof(Office.Kinds), MemberType = typeof(Office))]
    public async Task The_customers_one_named_engineer_gets_the_work(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind, cluster);
        var engineer = Guid.NewGuid();
        await office.ChangeAsync(async db =>
        {
            var customer = await db.Customers.SingleAsync();
            customer.Change(new CustomerDetails { Name = customer.Name, DedicatedEngineerId = engineer }, A.Clerk, A.Now, "赵工");
        });
        (await office.PostAsync(Call())).Answer.GetProperty("assignee").GetString().ShouldBe("赵工");
    }

    [Theory, MemberData(nameof(Office.Kinds), MemberType = typeof(Office))]
    public async Task A_special_case_is_declared_by_those_who_may_assign_only(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind, cluster);
        var body = new { category = "fault", serial = "YE3-2024-000123", description = "急", special = true, mode = "on-site",
            reportedAt = "2026-05-02T23:30:00+08:00" };
        Due((await office.PostAsync(body)).Answer, "arrival").ShouldBe("2026-05-05T23:30:00+08:00");
        office.Http.DefaultRequestHeaders.Authorization = (await office.ClientAsync("engineer")).DefaultRequestHeaders.Authorization;
        var (status, answer) = await office.PostAsync(body);
        status.ShouldBe(HttpStatusCode.Conflict);
        answer.GetProperty("code").GetString().ShouldBe("request.special-not-permitted");
    }

    [Theory, MemberData(nameof(Office.Kinds), MemberType = typeof(Office))]
    public async Task A_unit_is_loaded_for_judgement_with_two_queries(Kind kind)
    {
        using var counted = new Ledger.CommandCount();
        await using var office = await Office.OpenAsync(kind, cluster);
        await using var db = office.Read();
        // A context of the pool has been asked before.
        var before = counted.Of(db);
        var unit = await Sanbao.Web.Features.Requests.UnitOnRecord.FindAsync(db, "ye3-2024-000123", A.Now, A.Clerk,
            TestContext.Current.CancellationToken);
        unit!.Unit.Product!.Model.ShouldBe("YE3-160M");
        (counted.Of(db) - before).ShouldBe(2);
    }

    [Theory, MemberData(nameof(Office.Kinds), MemberType = typeof(Office))]
    public async Task Every_instant_is_said_in_the_companys_offset(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind, cluster);
        var (_, answer) = await office.PostAsync(Call());
        var told = (await office.GetAsync($"/requests/{answer.GetProperty("id").GetGuid()}")).GetRawText();
        told.ShouldContain("2026-05-02T23:30:00+08:00");
        System.Text.RegularExpressions.Regex.Matches(told, @"\d\dT\d\d:\d\d[^""]*")
            .ShouldAllBe(m => m.Value.EndsWith("+08:00", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Office.Kinds), MemberType = typeof(Office))]
    public async Task A_dealers_program_finds_what_it_handed_over_and_nothing_else(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind, cluster);
        var (_, ours) = await office.PostAsync(Call());
        using var dealer = await office.ClientAsync("dealer");
        using var posted = await dealer.PostAsJsonAsync(new Uri("/api/v1/requests", UriKind.Relative), Call(serial: null),
            TestContext.Current.CancellationToken);
        posted.StatusCode.ShouldBe(HttpStatusCode.Created);
        (await dealer.GetAsync(posted.Headers.Location, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
        foreach (var other in new[] { dealer, await office.ClientAsync("dealer") })
            (await other.GetAsync(new Uri($"/api/v1/requests/{ours.GetProperty("id").GetGuid()}", UriKind.Relative),
                TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    internal static string? Due(JsonElement answer, string promise) =>
        answer.GetProperty("deadlines").EnumerateArray().First(d => d.GetProperty("promise").GetString() == promise).GetProperty("due")
            .GetString();
}
