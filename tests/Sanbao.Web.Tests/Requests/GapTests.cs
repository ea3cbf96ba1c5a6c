using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Html.Dom;
using Sanbao.Domain.InstalledBase;
using Sanbao.Web.Tests.Data;

namespace Sanbao.Web.Tests.Requests;

/// <summary>
/// What is missing of a unit is entered where it is missing, and what hung on it is judged again; by page and by program, on both
/// databases.
/// </summary>
public class GapTests(PostgresCluster cluster)
{
    public static TheoryData<Kind, Entrance> Ways =>
        new(from kind in new[] { Kind.Sqlite, Kind.Postgres } from way in new[] { Entrance.Page, Entrance.Program } select (kind, way));

    [Theory, MemberData(nameof(Ways))]
    public async Task The_acceptance_date_is_entered_and_the_answer_changes_at_once(Kind kind, Entrance entrance)
    {
        await using var office = await Office.OpenAsync(kind, cluster, "S9");
        var unit = await UnknownAsync(office);
        var (_, opened) = await office.PostAsync(Call(unit));
        var entitlement = opened.GetProperty("entitlement");
        (Flag(entitlement, "covered"), Flag(entitlement, "undetermined")).ShouldBe((false, true));
        entitlement.GetProperty("lines")[0].GetProperty("payer").GetString().ShouldBe("open");
        (await StandsAsync(office)).ShouldBe([("FW-2026-000001", "undetermined")]);

        var counter = await Counter.AsAsync(office, "liaison");
        var page = await counter.PageAsync("/requests/FW-2026-000001");
        page.QuerySelector(".verdict-warn .verdict-title")!.TextContent.ShouldBe("Not determined yet. Missing: Accepted");
        page.QuerySelector(".gap-effects")!.TextContent.ShouldContain("Accepted on 2 May 2023 or later: covered");
        await EnterAsync(office, counter, entrance, unit, "accepted", "2025-01-20");

        page = await counter.PageAsync("/requests/FW-2026-000001");
        page.QuerySelector(".verdict-good .verdict-title")!.TextContent.ShouldBe("Covered until 20 Jan 2028");
        var now = await office.GetAsync("/requests/FW-2026-000001");
        (Flag(now.GetProperty("entitlement"), "covered"), Flag(now.GetProperty("entitlement"), "undetermined")).ShouldBe((true, false));
        now.GetProperty("timeline").EnumerateArray().Select(l => l.GetProperty("code").GetString())
            .Where(c => c!.Contains("judged") || c.Contains("determined")).ShouldBe(["request.not-determined", "request.judged"]);
        (await StandsAsync(office)).ShouldBe([("FW-2026-000001", "covered")]);
    }

    [Theory, MemberData(nameof(Office.Kinds), MemberType = typeof(Office))]
    public async Task A_repair_made_while_it_was_not_determined_counts_as_failed_once_the_date_makes_it_covered(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind, cluster, "S10");
        var unit = await UnknownAsync(office);
        var program = await Counter.AsAsync(office, "service-manager", Entrance.Program);
        for (var i = 1; i <= 2; i++)
        {
            await office.PostAsync(Call(unit, $"2026-05-0{i}T10:00:00+08:00"));
            await program.DoAsync($"FW-2026-00000{i}", "replies", new { text = "已安排" });
            await program.DoAsync($"FW-2026-00000{i}", "solution", new { solution = "更换主板", repaired = true, repairDays = 5 });
            await program.DoAsync($"FW-2026-00000{i}", "closing", new { });
        }
        var (_, third) = await office.PostAsync(Call(unit));
        Flag(third.GetProperty("entitlement"), "undetermined").ShouldBeTrue();

        await EnterAsync(office, program, Entrance.Program, unit, "sold", "2025-12-01");
        var settled = (await office.GetAsync("/requests/FW-2026-000003")).GetProperty("entitlement");
        settled.GetProperty("covered").GetBoolean().ShouldBeTrue();
        settled.GetProperty("remedies")[0].GetString().ShouldBe("exchange");
        settled.GetProperty("reasons").EnumerateArray().Single(r => r.GetProperty("code").GetString() == "repeated-repair")
            .GetProperty("detail").GetString().ShouldBe("2");
        (await StandsAsync(office, "all")).ShouldAllBe(s => s.Cover == "covered");
    }

    [Theory, MemberData(nameof(Office.Kinds), MemberType = typeof(Office))]
    public async Task A_repair_of_what_is_not_covered_is_no_failed_repair(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind, cluster, "S10");
        var unit = A.Unit(office.Product, office.Customer, "ISG-0001");
        await office.WriteAsync(c => c.Add(unit));
        var program = await Counter.AsAsync(office, "liaison", Entrance.Program);
        for (var i = 1; i <= 2; i++)
        {
            await office.PostAsync(Call(unit, $"2026-03-0{i}T10:00:00+08:00"));
            await program.DoAsync($"FW-2026-00000{i}", "cause", new { cause = "misuse" });
            await program.DoAsync($"FW-2026-00000{i}", "solution", new { solution = "更换主板", repaired = true, repairDays = 5 });
        }
        var judged = (await office.PostAsync(Call(unit))).Answer.GetProperty("entitlement");
        judged.GetProperty("reasons").EnumerateArray().ShouldNotContain(r => r.GetProperty("code").GetString() == "repeated-repair");
        judged.GetProperty("lastDay").GetString().ShouldBe("2026-03-01", "no days in repair are added either");
    }

    [Theory, MemberData(nameof(Office.Kinds), MemberType = typeof(Office))]
    public async Task Units_with_gaps_stand_in_a_list_of_work_with_the_requests_that_hang_on_them(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind, cluster, "S9");
        var (waiting, quiet) = (await UnknownAsync(office, "P-1"), await UnknownAsync(office, "P-2"));
        await office.PostAsync(Call(waiting));
        await office.PostAsync(Call(waiting));
        var counter = await Counter.AsAsync(office, "liaison");
        var list = await counter.PageAsync("/equipment/gaps");
        Rows(list).ShouldBe(["P-1"]);
        list.QuerySelector("td.end a")!.TextContent.ShouldBe("2");
        list.QuerySelector($"form[action='/equipment/{waiting.Id}/missing'] label input[type=date][name=accepted]")
            .ShouldNotBeNull("entered in place");
        // The office's own unit has no acceptance date either.
        Rows(await counter.PageAsync("/equipment/gaps?view=all")).ShouldBe(["P-1", "P-2", office.Unit.Serial]);
        await EnterAsync(office, counter, Entrance.Page, waiting, "accepted", "2025-01-20", "/equipment/gaps");
        Rows(await counter.PageAsync("/equipment/gaps")).ShouldBeEmpty();
        Rows(await counter.PageAsync("/equipment/gaps?view=all")).ShouldBe([quiet.Serial, office.Unit.Serial]);
        var inspector = await Counter.AsAsync(office, "inspector");
        (await inspector.PageAsync($"/equipment/{quiet.Id}")).QuerySelectorAll(".gap-form")
            .ShouldBeEmpty("who may not edit is told whom to ask");
    }

    [Theory, MemberData(nameof(Office.Kinds), MemberType = typeof(Office))]
    public async Task What_somebody_else_entered_meanwhile_stays_and_what_is_no_date_is_told_at_its_field(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind, cluster, "S9");
        var unit = await UnknownAsync(office);
        var path = $"/api/v1/equipment/{unit.Id}/missing";
        (await office.Http.PostAsJsonAsync(path, new { dates = new { accepted = "1900-01-01" } })).StatusCode
            .ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await office.Http.PostAsJsonAsync(path, new { dates = new { accepted = "2025-01-20" } })).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var second = await office.Http.PostAsJsonAsync(path, new { dates = new { accepted = "2024-01-20" } });
        second.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await second.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").GetProperty("dates.accepted")[0].GetString()
            .ShouldBe("It is on record as 20 Jan 2025; correct it on the unit's page");
        var counter = await Counter.AsAsync(office, "liaison");
        using var page = await PostedAsync(counter, unit, "accepted", "2024-01-20", $"/equipment/{unit.Id}/edit");
        page.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Counter.DocumentAsync(page)).QuerySelector(".field-error")!.TextContent.ShouldContain("It is on record as 20 Jan 2025");
    }

    private static object Call(Equipment unit, string reportedAt = "2026-05-02T23:30:00+08:00") =>
        new { category = "fault", serial = unit.Serial, description = "停机", reportedAt };

    private static async Task<Equipment> UnknownAsync(Office office, string serial = "P-1")
    {
        var unit = Equipment.Create(
            new() { Serial = serial, ProductId = office.Product.Id, CustomerId = office.Customer.Id }, A.Today, A.Clerk, A.Now);
        await office.WriteAsync(c => c.Add(unit));
        return unit;
    }

    private static async Task EnterAsync(
        Office office, Counter counter, Entrance entrance, Equipment unit, string date, string day,
        string from = "/requests/FW-2026-000001")
    {
        if (entrance is Entrance.Program)
        {
            var body = new { dates = new Dictionary<string, string> { [date] = day } };
            (await office.Http.PostAsJsonAsync($"/api/v1/equipment/{unit.Id}/missing", body)).StatusCode.ShouldBe(HttpStatusCode.OK);
        }
        else
        {
            using var response = await PostedAsync(counter, unit, date, day, from);
            (response.StatusCode, response.Headers.Location?.ToString()).ShouldBe((HttpStatusCode.SeeOther, from));
        }
    }

    private static async Task<HttpResponseMessage> PostedAsync(Counter counter, Equipment unit, string date, string day, string from)
    {
        var token = (await counter.PageAsync(from)).QuerySelector("meta[name=antiforgery]")!.GetAttribute("content")!;
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/equipment/{unit.Id}/missing")
        {
            Content = new FormUrlEncodedContent(
                [new("__RequestVerificationToken", token), new("_form", $"missing-{unit.Id:N}"), new(date, day)]),
        };
        request.Headers.Referrer = new Uri("http://localhost" + from);
        return await counter.SendAsync(request);
    }

    private static async Task<(string Number, string Cover)[]> StandsAsync(Office office, string status = "open") =>
        [.. (await office.GetAsync($"/requests?status={status}&sort=reported")).GetProperty("items").EnumerateArray().Select(i => (
            i.GetProperty("number").GetString()!,
            Flag(i, "undetermined") ? "undetermined" : Flag(i, "covered") ? "covered" : "not-covered"))];

    private static string[] Rows(IHtmlDocument list) => [.. list.QuerySelectorAll("a.row-open").Select(a => a.TextContent.Trim())];

    private static bool Flag(JsonElement of, string name) => of.GetProperty(name).GetBoolean();
}
