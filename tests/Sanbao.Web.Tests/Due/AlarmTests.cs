using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Accounts;
using Sanbao.Data.Journal;
using Sanbao.Data.Writing;
using Sanbao.Domain.Kernel;
using Sanbao.Domain.Charters;
using Sanbao.Web.Features.Due;
using Sanbao.Web.Platform.Lists;
using Sanbao.Web.Platform.Store;
using Sanbao.Web.Tests.Data;
using Sanbao.Web.Tests.Reliability;
using Sanbao.Web.Tests.Requests.Ledger;

namespace Sanbao.Web.Tests.Due;

/// <summary>Deadlines speak once, on any number of nodes (docs/decisions/0003). S0 owes a reply two hours after the report.</summary>
public class AlarmTests(PostgresCluster cluster)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_reply_is_warned_of_in_its_last_half_hour_and_named_late_when_it_is(Kind kind)
    {
        await using var centre = await Centre.OpenAsync(kind, cluster);
        await HireAsync(centre, "zhao", "service-manager");
        var request = await centre.TakeInAsync();
        (await LevelsAsync(centre, TimeSpan.FromMinutes(89))).ShouldBe("");
        (await LevelsAsync(centre, TimeSpan.FromMinutes(1))).ShouldBe("Warning");
        (await LevelsAsync(centre, TimeSpan.FromMinutes(29))).ShouldBe("Warning");
        (await LevelsAsync(centre, TimeSpan.FromMinutes(1))).ShouldBe("Warning Due");
        (await LevelsAsync(centre, TimeSpan.FromDays(3))).ShouldBe("Warning Due");

        await using var db = centre.Read();
        (await db.TimelineAsync(request.Id, Actor.System, Cancel)).Select(l => l.Code)
            .ShouldBe(["request.opened", "request.deadline-warned", "request.deadline-passed"]);
        (await db.Notices.OrderBy(n => n.Id).Select(n => n.Reason).ToListAsync(Cancel))
            .ShouldBe([NoticeReason.DeadlineWarned, NoticeReason.DeadlinePassed]);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_notice_goes_half_a_year_after_it_was_read_and_stays_as_long_as_nobody_read_it(Kind kind)
    {
        await using var centre = await Centre.OpenAsync(kind, cluster);
        await HireAsync(centre, "zhao", "service-manager");
        foreach (var words in new[] { "漏水", "停机" }) await centre.TakeInAsync(words);
        await LevelsAsync(centre, TimeSpan.FromHours(2));
        var read = centre.Now;
        await centre.Get<Writer>().RunAsync(async db => (await db.Notices.OrderBy(n => n.Id).FirstAsync(Cancel)).ReadAt = read);
        var end = new NoticeEnd(centre.Get<Writer>(), centre.Clock);
        centre.Clock.At = read.AddDays(NoticeEnd.KeptDays);
        (await end.RunAsync(Cancel)).ShouldBe(0);
        centre.Clock.At += TimeSpan.FromMinutes(1);
        (await end.RunAsync(Cancel)).ShouldBe(1);
        await using var db = centre.Read();
        (await db.Notices.SingleAsync(Cancel)).ReadAt.ShouldBe(Instant.Never);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task What_came_due_while_nobody_watched_speaks_once_and_only_as_due(Kind kind)
    {
        await using var centre = await Centre.OpenAsync(kind, cluster);
        for (var i = 0; i < 120; i++) await centre.TakeInAsync($"夜间报修 {i}");
        (await LevelsAsync(centre, TimeSpan.FromHours(10))).Split(' ').ShouldAllBe(l => l == "Due");
        await using var db = centre.Read();
        (await db.Firings.CountAsync(Cancel)).ShouldBe(120);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Many_who_ring_at_once_write_one_line_for_each_deadline(Kind kind)
    {
        await using var centre = await Centre.OpenAsync(kind, cluster);
        await HireAsync(centre, "zhao", "service-manager");
        for (var i = 0; i < 60; i++) await centre.TakeInAsync($"同时到期 {i}");
        centre.Clock.At += TimeSpan.FromHours(3);
        var store = centre.Get<ServiceDatabase>();
        await using var other = new Writer(store);
        var nodes = new[] { centre.Get<Writer>(), other, centre.Get<Writer>(), other }.Select(w =>
            new DeadlineAlarm(store, w, centre.Clock));
        await Task.WhenAll(nodes.Select(n => Task.Run(() => n.FireAsync(Cancel))));
        await FireAsync(centre);
        await using var db = centre.Read();
        (await db.Firings.CountAsync(Cancel)).ShouldBe(60);
        (await db.Notices.CountAsync(Cancel)).ShouldBe(60);
        (await db.Requests.CountAsync(r => r.JournalLength == 2, Cancel)).ShouldBe(60);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_due_instant_that_moved_speaks_again_and_the_journal_names_the_one_before(Kind kind)
    {
        await using var centre = await Centre.OpenAsync(kind, cluster);
        var request = await centre.TakeInAsync(with: i => i with { Mode = ServiceMode.OnSite });
        await LevelsAsync(centre, TimeSpan.FromHours(25));
        await centre.WorkAsync(request.Number, r => r.DeclareSpecial("道路中断", centre.Charter, A.Clerk, centre.Now));
        await LevelsAsync(centre, TimeSpan.FromHours(50));
        await using var db = centre.Read();
        var arrivals = (await db.TimelineAsync(request.Id, Actor.System, Cancel))
            .Where(l => l.Code == "request.deadline-passed" && l.Arguments["promise"].GetString() == "arrival").ToList();
        arrivals.Count.ShouldBe(2);
        arrivals[1].Arguments["earlierDue"].GetDateTimeOffset().ShouldBe(request.ReportedAt.AddHours(24));
        arrivals[1].Arguments["due"].GetDateTimeOffset().ShouldBe(request.ReportedAt.AddHours(72));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_form_that_was_open_when_a_deadline_spoke_is_saved_and_the_journal_goes_on(Kind kind)
    {
        await using var centre = await Centre.OpenAsync(kind, cluster);
        var request = await centre.TakeInAsync();
        long seen;
        await using (var db = centre.Read()) seen = await db.Requests.Where(r => r.Id == request.Id).Select(r => r.Version)
            .SingleAsync(Cancel);
        await LevelsAsync(centre, TimeSpan.FromHours(3));
        await centre.WorkAsync(request.Number, r =>
        {
            r.RequireVersion(seen);
            r.Reply("已指导", null, centre.Charter, A.Clerk, centre.Now);
        });
        await using var after = centre.Read();
        (await after.TimelineAsync(request.Id, Actor.System, Cancel)).Select(l => l.Code)
            .ShouldBe(["request.opened", "request.deadline-passed", "request.replied"]);
        (await after.Requests.Where(r => r.Id == request.Id).Select(r => r.Version).SingleAsync(Cancel)).ShouldBe(seen + 1);
    }

    [Fact]
    public async Task A_request_on_which_somebody_works_just_now_is_passed_over_and_speaks_afterwards()
    {
        await using var centre = await Centre.OpenAsync(Kind.Postgres, cluster);
        var request = await centre.TakeInAsync();
        var (rounds, fired) = (0, 0);
        await centre.Get<Writer>().RunAsync(async db =>
        {
            var loaded = (await db.FindRequestAsync(request.Id, A.Clerk, Cancel))!;
            if (++rounds == 1) centre.Clock.At += TimeSpan.FromHours(3);
            fired = await centre.Get<DeadlineAlarm>().FireAsync(Cancel);
            loaded.Note("正在处理", A.Clerk, centre.Now);
        }, Cancel);
        (rounds, fired).ShouldBe((1, 0));
        (await LevelsAsync(centre, TimeSpan.Zero)).ShouldBe("Due");
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task What_was_answered_in_time_says_nothing(Kind kind)
    {
        await using var centre = await Centre.OpenAsync(kind, cluster);
        var request = await centre.TakeInAsync();
        await centre.WorkAsync(request.Number, r => r.Reply("已指导", null, centre.Charter, A.Clerk, centre.Now));
        (await LevelsAsync(centre, TimeSpan.FromDays(1))).ShouldBe("");
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Whoever_has_the_request_hears_it_and_else_the_managers(Kind kind)
    {
        await using var centre = await Centre.OpenAsync(kind, cluster);
        var (engineer, manager) = (await HireAsync(centre, "li", "engineer"), await HireAsync(centre, "zhao", "service-manager"));
        await centre.TakeInAsync("有人负责", i => i with { AssigneeId = engineer, Assignee = "李工" });
        await centre.TakeInAsync("无人负责");
        await LevelsAsync(centre, TimeSpan.FromHours(3));
        await using var db = centre.Read();
        (await db.Notices.OrderBy(n => n.Number).Select(n => n.AccountId).ToListAsync(Cancel)).ShouldBe([engineer, manager]);

        (await centre.PageAsync("/notices/bell", "engineer", engineer)).QuerySelector(".bell-count")!.TextContent.ShouldBe("1");
        var list = await centre.PageAsync("/notices", "engineer", engineer);
        list.QuerySelectorAll(".notice").ShouldHaveSingleItem().TextContent.ShouldContain("答复已超时 · FW-2026-000001");
        (await centre.PageAsync("/notices", "engineer", Guid.NewGuid())).QuerySelectorAll(".notice").ShouldBeEmpty();
    }

    [Fact]
    public async Task An_acknowledged_notice_no_longer_rings_and_nobody_acknowledges_for_another()
    {
        await using var centre = await Centre.OpenAsync(Kind.Sqlite, cluster);
        var engineer = await HireAsync(centre, "li", "engineer");
        await centre.TakeInAsync("有人负责", i => i with { AssigneeId = engineer, Assignee = "李工" });
        await LevelsAsync(centre, TimeSpan.FromHours(3));
        var list = await centre.PageAsync("/notices", "engineer", engineer);
        var action = list.QuerySelector("form:has(.notice)")!.GetAttribute("action")!;

        (await PostAsync(centre, "/notices", action, Guid.NewGuid())).ShouldBe(System.Net.HttpStatusCode.NotFound);
        (await PostAsync(centre, "/notices", action, engineer)).ShouldBe(System.Net.HttpStatusCode.SeeOther);
        (await centre.PageAsync("/notices/bell", "engineer", engineer)).QuerySelector(".bell-count").ShouldBeNull();
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Old_notices_are_reached_page_by_page_and_back(Kind kind)
    {
        await using var centre = await Centre.OpenAsync(kind, cluster);
        var engineer = await HireAsync(centre, "li", "engineer");
        var (other, all) = (await HireAsync(centre, "zhao", "engineer"), ListPlace.UsualSize * 2 + 5);
        for (var i = 0; i < all; i++)
        {
            await centre.TakeInAsync($"报修 {i}", r => r with { AssigneeId = i % 10 == 3 ? other : engineer, Assignee = "李工" });
            // All of it before the first of them warns.
            centre.Clock.At += TimeSpan.FromSeconds(10);
        }
        await LevelsAsync(centre, TimeSpan.FromDays(3));
        await using var db = centre.Read();
        var own = await db.Notices.Where(n => n.AccountId == engineer).OrderByDescending(n => n.Id).Select(n => n.Number)
            .ToListAsync(Cancel);
        own.Count.ShouldBeInRange(ListPlace.UsualSize + 1, ListPlace.UsualSize * 2);

        var first = await centre.PageAsync("/notices", "engineer", engineer);
        first.QuerySelector("[rel=prev]").ShouldBeNull();
        var second = await centre.PageAsync(Address(first, "next"), "engineer", engineer);
        second.QuerySelector("[rel=next]").ShouldBeNull();
        second.QuerySelector("#notices")!.GetAttribute("hx-get")
            .ShouldBe(Address(first, "next"), "a page that renews itself stays where it is");
        Numbers(first).Concat(Numbers(second)).ShouldBe(own);
        Numbers(await centre.PageAsync(Address(second, "prev"), "engineer", engineer)).ShouldBe(Numbers(first));

        static string Address(AngleSharp.Html.Dom.IHtmlDocument page, string to) =>
            page.QuerySelector($"[rel={to}]")!.GetAttribute("href")!;
        static IEnumerable<string> Numbers(AngleSharp.Html.Dom.IHtmlDocument page) =>
            page.QuerySelectorAll(".notice strong").Select(n => n.TextContent[^14..]);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task The_company_says_how_early_it_is_warned_and_a_clock_that_runs_keeps_its_warning(Kind kind)
    {
        await using var centre = await Centre.OpenAsync(kind, cluster);
        var running = await centre.TakeInAsync("此前登记");
        await centre.Get<Writer>().RunAsync(WarnsHalfway, Cancel);
        await centre.Get<CharterShelf>().ReadAsync(Cancel);
        var fresh = await centre.TakeInAsync("此后登记");
        await LevelsAsync(centre, TimeSpan.FromMinutes(59));
        (await WarnedAsync(centre)).ShouldBeEmpty();
        await LevelsAsync(centre, TimeSpan.FromMinutes(1));
        (await WarnedAsync(centre)).ShouldBe([fresh.Number]);
        await LevelsAsync(centre, TimeSpan.FromMinutes(29));
        (await WarnedAsync(centre)).ShouldBe([fresh.Number]);
        await LevelsAsync(centre, TimeSpan.FromMinutes(1));
        (await WarnedAsync(centre)).ShouldBe([running.Number, fresh.Number], ignoreOrder: true);
    }

    [Fact]
    public async Task Another_node_warns_as_the_settings_say_once_it_has_looked()
    {
        var database = await cluster.NewBegunAsync();
        await using var one = await Centre.OpenOnAsync(database);
        await using var other = await Centre.OpenOnAsync(database);
        await one.Get<Writer>().RunAsync(WarnsHalfway, Cancel);
        await other.Get<CharterShelf>().ReadAsync(Cancel);
        var request = await other.TakeInAsync();
        // Whichever node rings reads the moment that stands with the deadline, though the first has not looked at the settings yet.
        await LevelsAsync(one, TimeSpan.FromMinutes(60));
        (await WarnedAsync(other)).ShouldBe([request.Number]);
    }

    private static async Task<List<string>> WarnedAsync(Centre centre)
    {
        await using var db = centre.Read();
        var requests = await db.Firings.Where(f => f.Level == Domain.Promises.FiringLevel.Warning)
            .Join(db.Deadlines, f => f.DeadlineId, d => d.Id, (_, d) => d.OwnerId).ToListAsync(Cancel);
        return await db.Requests.Where(r => requests.Contains(r.Id)).Select(r => r.Number).ToListAsync(Cancel);
    }

    private static async Task<System.Net.HttpStatusCode> PostAsync(Centre centre, string page, string action, Guid who)
    {
        using var client = centre.ClientOf("engineer", who);
        using var shown = await client.GetAsync(new Uri(page, UriKind.Relative), Cancel);
        var token = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await shown.Content.ReadAsStringAsync(Cancel))
            .QuerySelector("meta[name=antiforgery]")!.GetAttribute("content")!;
        using var post =
            new HttpRequestMessage(HttpMethod.Post, new Uri(action, UriKind.Relative)) { Content = new FormUrlEncodedContent([]) };
        post.Headers.Add("RequestVerificationToken", token);
        post.Headers.Add("Cookie", string.Join("; ", shown.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0])));
        using var answer = await client.SendAsync(post, Cancel);
        return answer.StatusCode;
    }

    private static async Task WarnsHalfway(ServiceDb db)
    {
        (await db.Settings.SingleAsync(Cancel)).WarningShare = 50;
        await db.NotedAsync();
    }

    private static async Task<Guid> HireAsync(Centre centre, string name, string role)
    {
        var account = new Account { Id = Guid.CreateVersion7(A.Now), UserName = name, NormalizedUserName = name.ToUpperInvariant(),
            DisplayName = name, Roles = [role], CreatedAt = A.Now };
        await centre.Get<Writer>().RunAsync(db => db.AddNotedAsync(account), Cancel);
        return account.Id;
    }

    /// <summary>The centre's own duty rings too: what it has claimed has spoken when its write is done.</summary>
    private static Task FireAsync(Centre centre) => Poll.Until("what is due has spoken", async () =>
    {
        await centre.Get<DeadlineAlarm>().FireAsync(Cancel);
        await using var db = centre.Read();
        return !await db.AnyAlarmAsync(centre.Now, Cancel);
    });

    /// <summary>Lets time pass, rings, and gives every level spoken so far.</summary>
    private static async Task<string> LevelsAsync(Centre centre, TimeSpan later)
    {
        centre.Clock.At += later;
        await FireAsync(centre);
        await using var db = centre.Read();
        return string.Join(' ', await db.Firings.OrderBy(f => f.FiredAt).Select(f => f.Level).ToListAsync(Cancel));
    }
}
