using System.Net;
using Microsoft.EntityFrameworkCore;
using Sanbao.Domain.Requests;
using Sanbao.Web.Tests.Data;

namespace Sanbao.Web.Tests.Requests;

/// <summary>A visit is planned for a person, gets to him, and is told from the way to the leaving.</summary>
public class VisitTests(PostgresCluster cluster)
{
    private const string Tomorrow = "2026-05-03T09:30";

    public static TheoryData<Kind, Entrance> Ways => GuardTests.Ways;

    [Theory, MemberData(nameof(Ways))]
    public async Task Whoever_is_to_go_gets_what_nobody_has_and_it_is_asked_where_somebody_has_it(Kind kind, Entrance entrance)
    {
        await using var office = await Office.OpenAsync(kind, cluster);
        var (chen, zhao) = (await office.HireAsync("陈伟"), await office.HireAsync("赵磊"));
        var (desk, number) = await office.CallAsync(entrance);
        await desk.DoAsync(number, "visits", Visit(entrance, chen));
        (await office.GetAsync($"/requests/{number}")).GetProperty("assignee").GetString().ShouldBe("陈伟");

        await desk.DoAsync(number, "visits", Visit(entrance, zhao));
        (await office.GetAsync($"/requests/{number}")).GetProperty("assignee").GetString().ShouldBe("陈伟");
        await desk.DoAsync(number, "visits", entrance is Entrance.Page
            ? new { engineerId = zhao, appointment = Tomorrow, handOver = "true" }
            : (object)new { engineerId = zhao, appointment = Tomorrow + ":00+08:00", handOver = true });
        (await office.GetAsync($"/requests/{number}")).GetProperty("assignee").GetString().ShouldBe("赵磊");
        (await VisitsAsync(office)).Select(v => (v.Engineer, v.EngineerId, v.Status)).ShouldBe(
            [("陈伟", chen, VisitStatus.Cancelled), ("赵磊", zhao, VisitStatus.Cancelled), ("赵磊", zhao, VisitStatus.Scheduled)],
            ignoreOrder: true);
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task A_name_of_ours_is_our_person_and_a_strange_one_somebody_from_outside(Kind kind, Entrance entrance)
    {
        await using var office = await Office.OpenAsync(kind, cluster);
        var chen = await office.HireAsync("陈伟");
        var (desk, number) = await office.CallAsync(entrance);
        object Named(string name) => entrance is Entrance.Page
            ? new { engineerId = "", engineer = name, appointment = Tomorrow }
            : new { engineer = name, appointment = Tomorrow + ":00+08:00" };
        await desk.DoAsync(number, "visits", Named("陈伟"));
        await desk.DoAsync(number, "visits", Named("吊装队老王"));
        (await desk.TryAsync(number, "visits", Named("")))!.ShouldStartWith("422");
        (await VisitsAsync(office)).Select(v => v.EngineerId).ShouldBe([chen, null], ignoreOrder: true);
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task Of_two_who_are_named_nobody_is_sent_silently_in_the_place_of_the_other(Kind kind, Entrance entrance)
    {
        await using var office = await Office.OpenAsync(kind, cluster);
        var chen = await office.HireAsync("陈伟");
        var (desk, number) = await office.CallAsync(entrance);
        object Both(string name) => entrance is Entrance.Page
            ? new { engineerId = chen, engineer = name, appointment = Tomorrow }
            : new { engineerId = chen, engineer = name, appointment = Tomorrow + ":00+08:00" };
        (await desk.TryAsync(number, "visits", Both("吊装队老王")))!.ShouldStartWith("422");
        (await VisitsAsync(office)).ShouldBeEmpty();
        await desk.DoAsync(number, "visits", Both("陈伟"));
        await desk.DoAsync(number, "visits", Both(" "));
        (await VisitsAsync(office)).Select(v => v.EngineerId).ShouldBe([chen, chen]);
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task From_the_way_to_the_leaving_each_step_is_one_press_and_what_does_not_follow_is_refused(Kind kind, Entrance entrance)
    {
        await using var office = await Office.OpenAsync(kind, cluster);
        var chen = await office.HireAsync("陈伟");
        var (desk, number) = await office.CallAsync(entrance);
        await desk.DoAsync(number, "mode", new { mode = "on-site", reason = "停机" });
        (await desk.TryAsync(number, "departure", new { }))!.ShouldStartWith("409");
        await desk.DoAsync(number, "visits", Visit(entrance, chen));
        (await desk.TryAsync(number, "completion", new { }))!.ShouldBe("409: The visit is Scheduled: this cannot be done now");
        foreach (var step in new[] { "departure", "arrival", "completion" }) await desk.DoAsync(number, step, new { });
        (await office.DeadlineAsync(number, "arrival")).GetProperty("state").GetString().ShouldBe("met");
        (await desk.TryAsync(number, "arrival", new { }))!.ShouldStartWith("409");
    }

    [Fact]
    public async Task The_form_proposes_the_next_working_morning_and_tells_what_the_chosen_has_that_day()
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite, cluster);
        var chen = await office.HireAsync("陈伟");
        var (desk, number) = await office.CallAsync(Entrance.Page);
        // The days from the 1st to the 5th of May are off.
        (await desk.PageAsync($"/requests/{number}/visits")).QuerySelector("input[name=appointment]")!.GetAttribute("value")
            .ShouldBe("2026-05-06T09:00");
        await desk.DoAsync(number, "visits", Visit(Entrance.Page, chen));

        var (_, other) = await office.CallAsync(Entrance.Page);
        async Task<string?> ClashAt(string hour)
        {
            var diary = await desk.PageAsync($"/requests/{other}/visits/diary?engineerId={chen}&appointment=2026-05-03T{hour}");
            return diary.QuerySelector(".diary-clash")?.TextContent;
        }
        (await ClashAt("11:00")).ShouldNotBeNull().ShouldContain("09:30");
        (await ClashAt("15:00")).ShouldBeNull();
        using var nothing = await desk.GetAsync($"/requests/{other}/visits/diary?engineerId=&appointment=0001-01-01T00:00");
        nothing.StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task All_visits_stand_on_one_page_by_day_and_by_person()
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite, cluster);
        var (chen, zhao) = (await office.HireAsync("陈伟"), await office.HireAsync("赵磊"));
        var (desk, one) = await office.CallAsync(Entrance.Page);
        var (_, two) = await office.CallAsync(Entrance.Page);
        await desk.DoAsync(one, "visits", Visit(Entrance.Page, chen));
        await desk.DoAsync(two, "visits", Visit(Entrance.Page, zhao));
        async Task<IEnumerable<string?>> Seen(string address) =>
            (await desk.PageAsync(address)).QuerySelectorAll("#visits .visit-what").Select(v => v.GetAttribute("href")?.Split('/')[^1]);
        (await Seen("/visits")).ShouldBe([one, two]);
        (await Seen($"/visits?engineer={zhao}")).ShouldBe([two]);
        (await Seen("/visits?from=2026-05-04")).ShouldBeEmpty();
        (await Seen("/visits?from=0001-01-01&engineer=x")).ShouldBe([one, two], "whatever stands in the address, there is a page");
    }

    private static object Visit(Entrance entrance, Guid engineer) =>
        new { engineerId = engineer, appointment = entrance is Entrance.Page ? Tomorrow : Tomorrow + ":00+08:00" };

    private static async Task<List<PlannedVisit>> VisitsAsync(Office office)
    {
        await using var db = office.Read();
        return await db.Set<PlannedVisit>().AsNoTracking().ToListAsync(TestContext.Current.CancellationToken);
    }
}
