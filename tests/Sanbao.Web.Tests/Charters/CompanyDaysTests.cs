using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Web.Features.Backup;
using Sanbao.Web.Features.Requests;
using Sanbao.Web.Platform.Store;
using Sanbao.Web.Tests.Data;
using Sanbao.Web.Tests.Platform;

namespace Sanbao.Web.Tests.Charters;

/// <summary>Days that the company itself takes off or works, over the statutory calendar (E2).</summary>
public class CompanyDaysTests(PostgresCluster cluster)
{
    private const string Place = "/company-days", Api = "/api/v1/company-days";

    // S11: a unit that fails within 7 working days of delivery is replaced within 3 working days of the report. Reported on Monday 12 May
    // 2036.
    private static readonly object Case = new
    {
        charter = "S11", category = "fault", mode = "exchange",
            events = new[] { new { kind = "delivered", at = "2036-05-09T10:00:00+08:00" },
            new { kind = "reported", at = "2036-05-12T10:00:00+08:00" } },
    };

    public static TheoryData<Kind> Kinds => TestDatabase.Kinds;

    [Theory, MemberData(nameof(Kinds))]
    public async Task Promises_in_working_days_skip_days_off_and_count_days_worked(Kind kind)
    {
        await using var site = await Shop.OpenAsync(kind, cluster);
        using var program = await site.Program();
        using var leader = await site.SignIn("service-manager");
        (await DueAsync(program)).ShouldBe("2036-05-15T17:30:00+08:00");

        await DeclareAsync(leader, ("worked", "false"), ("from", "2036-05-14"), ("until", "2036-05-15"), ("note", "停产检修"));
        (await DueAsync(program)).ShouldBe("2036-05-19T17:30:00+08:00");
        await DeclareAsync(leader, ("worked", "true"), ("from", "2036-05-17"), ("note", "补班"));
        (await DueAsync(program)).ShouldBe("2036-05-17T17:30:00+08:00");
        (await leader.Page("/charters/S11")).QuerySelector("main")!.TextContent.ShouldContain("2036年5月14日至2036年5月15日");
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Deadlines_of_open_requests_are_computed_again_as_if_it_had_always_been_so(Kind kind)
    {
        await using var site = await Shop.OpenAsync(kind, cluster);
        using var program = await site.Program();
        using var leader = await site.SignIn("service-manager");
        var taken = await ChangingChartersTests.PostAsync(program, "/api/v1/requests", new
        {
            charter = "S6", category = "fault", channel =
                "phone", mode = "on-site", description = "死机", contract = (string?)null, reportedAt = "2036-05-02T17:20:00+08:00",
        }, HttpStatusCode.Created);
        var web = await ChangingChartersTests.PostAsync(program, "/api/v1/requests", new
        {
            charter = "S6", category = "consultation", channel = "web", description = "怎么设置？", reportedAt = "2036-05-02T17:20:00+08:00",
        }, HttpStatusCode.Created);
        var before = Reply(web);
        await DeclareAsync(leader, ("worked", "false"), ("from", "2036-05-05"), ("until", "2036-05-06"), ("note", "盘点"));
        (await site.App.Services.GetRequiredService<RecomputeClocks>().RunAsync(TestContext.Current.CancellationToken)).ShouldBe(2);
        using var db = site.App.Services.GetRequiredService<Sanbao.Data.ServiceDatabase>().CreateDbContext();
        var id = web.GetProperty("id").GetGuid();
        var stored = db.Deadlines.Single(d => d.OwnerId == id && d.Promise == Domain.Charters.PromiseCode.Reply).Due;
        stored.ShouldBe(before.AddDays(2));
        (await site.App.Services.GetRequiredService<RecomputeClocks>().RunAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
        taken.GetProperty("number").GetString().ShouldNotBeNull();
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task What_was_closed_before_keeps_its_deadlines_and_is_in_order(Kind kind)
    {
        await using var site = await Shop.OpenAsync(kind, cluster);
        using var program = await site.Program();
        using var leader = await site.SignIn("service-manager");
        var asked = new { charter = "S6", category = "consultation", channel = "web", description = "怎么设置？",
            reportedAt = "2036-05-02T17:20:00+08:00" };
        var closed = await ChangingChartersTests.PostAsync(program, "/api/v1/requests", asked, HttpStatusCode.Created);
        var open = await ChangingChartersTests.PostAsync(program, "/api/v1/requests", asked, HttpStatusCode.Created);
        var place = $"/api/v1/requests/{closed.GetProperty("number").GetString()}";
        await ChangingChartersTests.PostAsync(program, place + "/replies", new { text = "已答复" }, HttpStatusCode.OK);
        await ChangingChartersTests.PostAsync(program, place + "/closing", new { outcome = "withdrawn" }, HttpStatusCode.OK);
        await DeclareAsync(leader, ("worked", "false"), ("from", "2036-05-05"), ("until", "2036-05-06"), ("note", "盘点"));
        // Before the duty came, as after it.
        (await FaultsAsync(site)).ShouldNotContain("verify.deadline-differs");
        (await site.App.Services.GetRequiredService<RecomputeClocks>().RunAsync(TestContext.Current.CancellationToken)).ShouldBe(1);
        (await FaultsAsync(site)).ShouldNotContain("verify.deadline-differs");

        using var db = site.App.Services.GetRequiredService<ServiceDatabase>().CreateDbContext();
        var id = open.GetProperty("id").GetGuid();
        var moved = db.Deadlines.Where(d => d.OwnerId == id).Select(d => d.Due).Single();
        await db.Deadlines.Where(d => d.OwnerId == id)
            .ExecuteUpdateAsync(d => d.SetProperty(x => x.Due, moved.AddDays(-2)), TestContext.Current.CancellationToken);
        (await FaultsAsync(site)).ShouldContain("verify.deadline-differs", "what is open follows the calendar");
    }

    private static Task<string[]> FaultsAsync(TestSite site) =>
        new VerifyRecords(site.App.Services.GetRequiredService<ServiceDatabase>(), site.App.Services.GetRequiredService<CharterShelf>(), "",
            site.App.Services.GetRequiredService<TimeProvider>().GetUtcNow()).FaultsAsync().Select(f => f.Code)
            .ToArrayAsync(TestContext.Current.CancellationToken).AsTask();

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_program_declares_days_and_takes_them_back_and_deadlines_follow(Kind kind)
    {
        await using var site = await Shop.OpenAsync(kind, cluster);
        using var program = await site.Program("service-manager");
        var days = await ChangingChartersTests.PostAsync(program, Api,
            new { from = "2036-05-14", until = "2036-05-15", worked = false, note = "停产检修" }, HttpStatusCode.Created);
        (await DueAsync(program)).ShouldBe("2036-05-19T17:30:00+08:00");
        (await program.GetFromJsonAsync<JsonElement>(Api, TestContext.Current.CancellationToken)).GetProperty("items")[0]
            .GetProperty("note").GetString().ShouldBe("停产检修");
        using (var db = site.App.Services.GetRequiredService<Sanbao.Data.ServiceDatabase>().CreateDbContext())
            db.Settings.Single().DaysChanged.ShouldBe(1);

        var one = $"{Api}/{days.GetProperty("id").GetGuid()}";
        for (var i = 0; i < 2; i++)
        {
            using var taken = await program.PostAsync(one + "/withdraw", null, TestContext.Current.CancellationToken);
            taken.StatusCode.ShouldBe(HttpStatusCode.OK);
        }
        (await DueAsync(program)).ShouldBe("2036-05-15T17:30:00+08:00");
        (await program.GetFromJsonAsync<JsonElement>(Api, TestContext.Current.CancellationToken)).GetProperty("items").GetArrayLength()
            .ShouldBe(0);
        (await program.GetFromJsonAsync<JsonElement>(one, TestContext.Current.CancellationToken)).GetProperty("withdrawn").GetBoolean()
            .ShouldBeTrue();
        using var after = site.App.Services.GetRequiredService<Sanbao.Data.ServiceDatabase>().CreateDbContext();
        after.Settings.Single().DaysChanged.ShouldBe(2, "what is taken back already is nothing to compute again");
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task The_same_message_declares_once_even_when_it_comes_twice_at_once(Kind kind)
    {
        await using var site = await Shop.OpenAsync(kind, cluster);
        using var program = await site.Program("service-manager");
        const string body = """{"from":"2036-05-14","worked":false,"note":"盘点"}""";
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => SendAsync(program, body, "days-1"))));
        answers.ShouldAllBe(a => a.StatusCode == HttpStatusCode.Created);
        answers.Select(a => a.Headers.Location!.ToString()).Distinct().ShouldHaveSingleItem();
        (await program.GetFromJsonAsync<JsonElement>(answers[0].Headers.Location, TestContext.Current.CancellationToken))
            .GetProperty("until").GetString().ShouldBe("2036-05-14");
        (await program.GetFromJsonAsync<JsonElement>(Api, TestContext.Current.CancellationToken)).GetProperty("items").GetArrayLength()
            .ShouldBe(1);
        using (var other = await SendAsync(program, body.Replace("盘点", "检修", StringComparison.Ordinal), "days-1"))
            other.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        foreach (var answer in answers) answer.Dispose();
    }

    [Theory]
    [InlineData("""{"until":"2036-05-13","worked":true,"note":"停产"}""", "from")]
    [InlineData("""{"from":"2036-05-14","note":"停产"}""", "worked")]
    [InlineData("""{"from":"2036-05-14","until":"2036-05-13","worked":true,"note":"停产"}""", "until")]
    [InlineData("""{"from":"2036-05-14","until":"2037-06-13","worked":true,"note":"停产"}""", "until")]
    [InlineData("""{"from":"2036-05-14","worked":true,"note":" "}""", "note")]
    public async Task A_program_is_told_at_its_field_what_cannot_be(string body, string field)
    {
        await using var site = await Shop.OpenAsync(Kind.Sqlite, cluster);
        using var program = await site.Program("service-manager");
        using var answer = await SendAsync(program, body, null);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("errors")
            .TryGetProperty(field, out _).ShouldBeTrue();
    }

    [Fact]
    public async Task A_program_without_the_permission_changes_no_days_and_unknown_ones_are_not_found()
    {
        await using var site = await Shop.OpenAsync(Kind.Sqlite, cluster);
        using var clerk = await site.Program("engineer");
        using var refused = await SendAsync(clerk, """{"from":"2036-05-14","worked":true,"note":"停产"}""", null);
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var leader = await site.Program("service-manager");
        using var unknown = await leader.PostAsync($"{Api}/{Guid.NewGuid()}/withdraw", null, TestContext.Current.CancellationToken);
        unknown.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await (await site.Browse().Get("/openapi/v1.json")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken))
            .ShouldContain("/api/v1/company-days/{id}/withdraw");
    }

    [Theory]
    [InlineData("2036-05-14", "2036-05-13", "停产", "until")]
    [InlineData("2036-05-14", "", "", "note")]
    [InlineData("", "", "停产", "from")]
    public async Task What_cannot_be_is_told_at_its_field(string from, string until, string note, string field)
    {
        await using var site = await Shop.OpenAsync(Kind.Sqlite, cluster);
        using var leader = await site.SignIn("service-manager");
        using var answer =
            await leader.Submit(await leader.Page(Place), Place, ("worked", "false"), ("from", from), ("until", until), ("note", note));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Browser.Document(answer)).QuerySelector($"#declare-{field}-error").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_year_shows_weekends_declared_days_and_that_no_holidays_are_known_yet()
    {
        await using var site = await Shop.OpenAsync(Kind.Sqlite, cluster);
        using var leader = await site.SignIn("service-manager");
        await DeclareAsync(leader, ("worked", "false"), ("from", "2036-05-14"), ("note", "停产检修"));
        await DeclareAsync(leader, ("worked", "true"), ("from", "2036-05-17"), ("note", "补班"));
        var page = await leader.Page(Place);
        var may = page.QuerySelectorAll(".month")[4];
        may.QuerySelector("caption")!.TextContent.ShouldBe("5月");
        var days = may.QuerySelectorAll("tbody td").Where(d => d.TextContent.Length > 0)
            .ToDictionary(d =>
            int.Parse(new string([.. d.TextContent.Where(char.IsDigit)]), System.Globalization.CultureInfo.InvariantCulture));
        days.Count.ShouldBe(31);
        (days[14].ClassName, days[14].GetAttribute("title"), days[14].TextContent).ShouldBe(("day-off day-own", "停产检修", "14休"));
        (days[17].ClassName, days[17].GetAttribute("title"), days[17].TextContent).ShouldBe(("day-worked day-own", "补班", "17班"));
        days[18].ClassName.ShouldBe("day-rest", "a Sunday");
        days[2].GetAttribute("aria-current").ShouldBe("date");
        page.QuerySelector(".doc-note")!.TextContent.ShouldContain("2036 年的法定节假日没有公布");
        var announced = await leader.Page($"{Place}?year=2026");
        announced.QuerySelectorAll(".doc-note").ShouldBeEmpty();
        announced.QuerySelectorAll(".month")[9].QuerySelectorAll("td.day-off").Length.ShouldBeGreaterThan(2);
        (await leader.Page($"{Place}?year=9999999999")).QuerySelector("main h2")!.TextContent.ShouldContain("2036");
    }

    [Fact]
    public async Task Everybody_reads_the_calendar_and_leaders_change_it()
    {
        await using var site = await Shop.OpenAsync(Kind.Sqlite, cluster);
        using var clerk = await site.SignIn("engineer");
        (await clerk.Page(Place)).QuerySelectorAll("main form").ShouldBeEmpty();
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient program, string body, string? key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post,
            Api) { Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json") };
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        return await program.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static async Task DeclareAsync(Browser leader, params (string, string)[] typed)
    {
        using var done = await leader.Submit(await leader.Page(Place), Place, typed);
        done.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }

    private static async Task<string?> DueAsync(HttpClient program)
    {
        using var answer = await program.PostAsJsonAsync("/api/v1/deadlines/preview", Case, TestContext.Current.CancellationToken);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("deadlines")
            .EnumerateArray()
            .Single(d => d.GetProperty("promise").GetString() == "exchange").GetProperty("due").GetString();
    }

    private static DateTimeOffset Reply(JsonElement request) =>
        request.GetProperty("deadlines").EnumerateArray().Single(d => d.GetProperty("promise").GetString() == "reply").GetProperty("due")
            .GetDateTimeOffset();
}
