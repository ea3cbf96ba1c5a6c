using System.Net;
using System.Net.Http.Json;
using Sanbao.Web.Features.Requests.Handling;
using Sanbao.Web.Tests.Data;
using Sanbao.Web.Texts;

namespace Sanbao.Web.Tests.Requests;

/// <summary>What the rules forbid is refused with its code at both entrances, and the button says the same beforehand.</summary>
public class GuardTests(PostgresCluster cluster)
{
    public static TheoryData<Kind, Entrance> Ways => new(
        from kind in Enum.GetValues<Kind>() from entrance in Enum.GetValues<Entrance>() select (kind, entrance));

    private static string Refused(string code, params object[] arguments) => "409: " + Words.Of(Language.English)[code, arguments];

    [Theory, MemberData(nameof(Ways))]
    public async Task Nothing_closes_unanswered(Kind kind, Entrance entrance)
    {
        await using var office = await Office.OpenAsync(kind, cluster);
        var (desk, number) = await office.CallAsync(entrance);
        (await desk.TryAsync(number, "closing", new { })).ShouldBe(Refused("request.not-answered"));
        await desk.ShouldBeForbidden(number, "closing", "request.not-answered");

        await desk.DoAsync(number, "replies", new { text = "明天上午回电" });
        (await desk.TryAsync(number, "closing", new { })).ShouldBe(Refused("request.no-outcome"));
        await desk.DoAsync(number, "closing", new { outcome = "withdrawn" });
        var closed = await office.GetAsync($"/requests/{number}");
        (closed.GetProperty("status").GetString(), closed.GetProperty("outcome").GetString()).ShouldBe(("closed", "withdrawn"));
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task What_is_solved_closes_as_solved_and_what_is_the_same_matter_as_its_duplicate(Kind kind, Entrance entrance)
    {
        await using var office = await Office.OpenAsync(kind, cluster);
        var (desk, first) = await office.CallAsync(entrance);
        await desk.DoAsync(first, "replies", new { text = "已答复" });
        (await desk.TryAsync(first, "closing", new { outcome = "solved" })).ShouldBe(Refused("request.no-solution"));
        await desk.DoAsync(first, "solution", new { solution = "换轴承" });
        await desk.DoAsync(first, "closing", Closing(entrance));
        (await office.GetAsync($"/requests/{first}")).GetProperty("outcome").GetString().ShouldBe("solved");

        var (_, second) = await office.CallAsync(entrance);
        await desk.DoAsync(second, "replies", new { text = "同一件事" });
        (await desk.TryAsync(second, "closing", new { outcome = "duplicate" })).ShouldBe(Refused("request.no-original"));
        for (var said = 0; said < 2; said++) await desk.DoAsync(second, "duplicate", new { original = first });
        (await office.GetAsync($"/requests/{second}")).GetProperty("timeline").EnumerateArray()
            .Count(l => l.GetProperty("code").GetString() == "request.linked").ShouldBe(1);
        await desk.DoAsync(second, "closing", new { });
        (await office.GetAsync($"/requests/{second}")).GetProperty("outcome").GetString().ShouldBe("duplicate");
    }

    /// <summary>The page asks for the cause; a program may leave it out.</summary>
    private static object Closing(Entrance entrance) => entrance is Entrance.Page ? new { cause = "unknown" } : new { };

    [Theory, MemberData(nameof(Ways))]
    public async Task A_complaint_does_not_close_before_the_customer_was_asked(Kind kind, Entrance entrance)
    {
        await using var office = await Office.OpenAsync(kind, cluster, "S2");
        var (desk, number) = await office.CallAsync(entrance, "complaint");
        await desk.DoAsync(number, "replies", new { text = "已道歉并安排换货" });
        (await desk.TryAsync(number, "closing", new { })).ShouldBe(Refused("request.customer-not-asked"));
        await desk.ShouldBeForbidden(number, "closing", "request.customer-not-asked");

        await desk.DoAsync(number, "verdict", new { verdict = "satisfied" });
        await desk.DoAsync(number, "closing", new { });
    }

    [Theory]
    [InlineData(Entrance.Page, "complaint")]
    [InlineData(Entrance.Page, "consultation")]
    [InlineData(Entrance.Program, "complaint")]
    [InlineData(Entrance.Program, "consultation")]
    public async Task Under_S4_complaints_and_enquiries_close_only_when_the_result_was_verified(Entrance entrance, string category)
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite, cluster, "S4");
        var (desk, number) = await office.CallAsync(entrance, category);
        await desk.DoAsync(number, "replies", new { text = "已答复" });
        if (category == "complaint") await desk.DoAsync(number, "verdict", new { verdict = "acceptable" });
        (await desk.TryAsync(number, "closing", new { })).ShouldBe(Refused("request.result-not-verified"));
        await desk.DoAsync(number, "verification", new { finding = "电话核实，运行正常" });
        await desk.DoAsync(number, "closing", new { });
    }

    [Theory]
    [InlineData(Entrance.Page)]
    [InlineData(Entrance.Program)]
    public async Task Outside_information_is_confirmed_before_it_closes(Entrance entrance)
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite, cluster);
        var (desk, number) = await office.CallAsync(entrance, direct: false);
        await desk.DoAsync(number, "replies", new { text = "已答复" });
        (await desk.TryAsync(number, "closing", new { })).ShouldBe(Refused("request.not-confirmed"));
        await desk.DoAsync(number, "confirmation", new { finding = "用户确认属实" });
        (await desk.TryAsync(number, "confirmation", new { finding = "再次" })).ShouldBe(Refused("request.already-confirmed"));
        await desk.DoAsync(number, "closing", new { outcome = "not-ours" });
    }

    [Theory]
    [InlineData(Entrance.Page)]
    [InlineData(Entrance.Program)]
    public async Task Skipping_a_rung_needs_a_reason(Entrance entrance)
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite, cluster);
        var (desk, number) = await office.CallAsync(entrance);
        (await desk.TryAsync(number, "mode", new { mode = "on-site" }))
            .ShouldBe("409: Choosing a visit skips telephone guidance: give the reason");
        await desk.DoAsync(number, "mode", new { mode = "on-site", reason = "无法拆卸运输" });
        (await office.GetAsync($"/requests/{number}")).GetProperty("mode").GetString().ShouldBe("on-site");
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task On_a_closed_request_only_notes_files_links_and_reopening_are_left(Kind kind, Entrance entrance)
    {
        await using var office = await Office.OpenAsync(kind, cluster);
        var (desk, number) = await office.CallAsync(entrance);
        await desk.DoAsync(number, "guidance", new { advice = "换润滑脂", outcome = "solved" });
        (await desk.TryAsync(number, "reopening", new { reason = "再发" })).ShouldBe(Refused("request.not-closed"));
        await desk.DoAsync(number, "closing", Closing(entrance));

        (await desk.TryAsync(number, "replies", new { text = "还有一事" })).ShouldBe(Refused("request.closed", number));
        await desk.DoAsync(number, "notes", new { text = "资料已归档" });
        var disabled = (await desk.PageAsync($"/requests/{number}")).QuerySelectorAll("[data-verb][aria-disabled]")
            .Select(b => b.GetAttribute("data-verb")).ToHashSet();
        disabled.ShouldContain("closing");
        disabled.ShouldNotContain("reopening");
        disabled.ShouldNotContain("notes");
    }

    [Fact]
    public async Task A_number_is_found_in_any_case_by_every_verb()
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite, cluster);
        var (desk, number) = await office.CallAsync(Entrance.Page);
        var typed = number.ToLowerInvariant();
        foreach (var verb in RequestVerbs.All)
        {
            (await desk.GetAsync($"/requests/{typed}/{verb.Name}")).StatusCode.ShouldBe(HttpStatusCode.OK, verb.Name);
            using var response = await office.Http.PostAsJsonAsync(
                new Uri($"/api/v1/requests/{typed}/{verb.Name}", UriKind.Relative), new { }, TestContext.Current.CancellationToken);
            response.StatusCode.ShouldNotBe(HttpStatusCode.NotFound, verb.Name);
        }
        await desk.DoAsync(typed, "replies", new { text = "明天上午回电" });
    }

    [Fact]
    public async Task What_a_role_may_not_do_is_neither_offered_nor_taken()
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite, cluster);
        var (_, number) = await office.CallAsync(Entrance.Program);
        var engineer = await Counter.AsAsync(office, "engineer", Entrance.Program);
        var page = await engineer.PageAsync($"/requests/{number}");
        page.QuerySelectorAll("[data-verb]").Select(b => b.GetAttribute("data-verb")).Distinct()
            .ShouldNotContain(v => v == "special" || v == "priority" || v == "goodwill" || v == "closing" || v == "assignment");
        foreach (var verb in new[] { "special", "goodwill", "closing", "priority" })
            (await engineer.TryAsync(number, verb, new { reason = "x", priority = "high" }))!.ShouldStartWith("403");
    }
}

internal static class Calls
{
    /// <summary>A call about the motor in the office's books, and somebody who may do everything with it.</summary>
    public static async Task<(Counter Desk, string Number)> CallAsync(
        this Office office, Entrance entrance, string category =
            "fault", bool direct = true, string? description = null, string? serial = "YE3-2024-000123", string role = "service-manager")
    {
        var (_, answer) = await office.PostAsync(new
        {
            channel = "phone", category, serial, direct, description = description
                ?? "轴承异响，停机", regionCode = "320505", reportedAt = "2026-05-02T23:30:00+08:00",
        });
        return (await Counter.AsAsync(office, role, entrance), answer.GetProperty("number").GetString()!);
    }

    /// <summary>The button is there and looks it, its tooltip says why, and so does its form, for who has no pointer.</summary>
    public static async Task ShouldBeForbidden(this Counter desk, string number, string verb, string code)
    {
        var button = (await desk.PageAsync($"/requests/{number}")).QuerySelector($"[data-verb={verb}]").ShouldNotBeNull();
        button.GetAttribute("aria-disabled").ShouldBe("true");
        button.GetAttribute("title").ShouldBe(Words.Of(Language.English)[code]);
        (await desk.PageAsync(button.GetAttribute("href")!))
            .QuerySelector("#panel")!.TextContent.ShouldContain(Words.Of(Language.English)[code]);
    }

    public static async Task<System.Text.Json.JsonElement> DeadlineAsync(this Office office, string number, string promise) =>
        (await office.GetAsync($"/requests/{number}")).GetProperty("deadlines").EnumerateArray()
            .Single(d => d.GetProperty("promise").GetString() == promise);
}
