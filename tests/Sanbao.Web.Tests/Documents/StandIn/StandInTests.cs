using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Sanbao.Data;
using Sanbao.Data.State;
using Sanbao.Domain.Kernel;
using Sanbao.Web.Features.Backup;
using Sanbao.Web.Platform.Store;
using Sanbao.Web.Tests.Data;
using Sanbao.Web.Tests.InstalledBase;

namespace Sanbao.Web.Tests.Documents.StandIn;

/// <summary>A kind that no feature knows gets from the kit what every kind has.</summary>
public class StandInTests(PostgresCluster cluster)
{
    private static readonly Actor Manager = Person("service-manager"), Deputy = Person("dispatcher"), Reader = Person("inspector");

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task It_is_made_numbered_listed_and_shown_for_people_and_programs(Kind kind)
    {
        await using var depot = await OpenAsync(kind);
        var (status, made) = await depot.JsonAsync(HttpMethod.Post, "/api/v1/trips", new { reason = "徐州现场调试" }, "k-1");
        status.ShouldBe(HttpStatusCode.Created, made.ToString());
        made.GetProperty("number").GetString().ShouldBe("CC-2026-000001");
        var again = await depot.JsonAsync(HttpMethod.Post, "/api/v1/trips", new { reason = "徐州现场调试" }, "k-1");
        again.Answer.ToString().ShouldBe(made.ToString());
        (await depot.FormAsync("/trips/new", ("reason", ""))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = ("once", Guid.NewGuid().ToString());
        for (var time = 1; time <= 2; time++)
            (await depot.FormAsync("/trips/new", ("reason", "常州巡检"), page)).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await depot.FormAsync("/trips/new", ("reason", "常熟巡检"), page)).Status.ShouldBe(HttpStatusCode.Conflict);
        foreach (var text in new[] { (await depot.GetAsync("/trips")).Text, (await depot.GetAsync("/trips/export")).Text })
        {
            text.ShouldContain("CC-2026-000001");
            text.ShouldContain("常州巡检");
        }
        (await depot.GetAsync("/trips/cc-2026-000001")).Text.ShouldContain("出差事由：徐州现场调试");
        Numbers((await depot.JsonGetAsync("/api/v1/trips?status=waiting")).Answer)
            .ShouldBe(["CC-2026-000002", "CC-2026-000001"], ignoreOrder: true);
        Numbers((await depot.JsonGetAsync("/api/v1/trips?status=approved")).Answer).ShouldBeEmpty();
        (await depot.GetAsync("/api/v1/trips?status=nonsense")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Its_verbs_stand_on_the_page_and_for_programs_and_somebody_else_approves_it(Kind kind)
    {
        await using var depot = await OpenAsync(kind);
        var trip = await MadeAsync(depot);
        depot.Actor = A.Clerk with { Permissions = [.. A.Clerk.Permissions, Permission.AssignRequests] };
        Verbs((await depot.JsonGetAsync(trip)).Answer)
            .ShouldBe([("change", null), ("approval", "approval.own"), ("rejection", "approval.own"), ("attachments", null)]);
        (await RefusedAsync(depot, trip + "/approval", new { })).ShouldBe("approval.own");
        depot.Actor = Deputy;
        (await RefusedAsync(depot, trip + "/approval", new { })).ShouldBe("approval.not-your-turn");
        // Whoever stands in his place needs no right of his own but to read, and has none for anything else.
        depot.Actor = Reader;
        (await depot.JsonAsync(HttpMethod.Post, trip + "/approval", new { })).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await depot.GetAsync("/trips/CC-2026-000001/approval")).Status.ShouldBe(HttpStatusCode.Forbidden);
        Verbs((await depot.JsonGetAsync(trip)).Answer).ShouldBeEmpty();
        var stranger = Reader with { Permissions = [], DeputyFor = [Manager] };
        depot.Actor = stranger with { DeputyFor = [Deputy] };
        (await depot.JsonGetAsync(trip)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await depot.GetAsync("/trips/CC-2026-000001")).Status.ShouldBe(HttpStatusCode.NotFound);
        depot.Actor = stranger;
        (await depot.GetAsync("/trips")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await depot.GetAsync("/trips/CC-2026-000001")).Text.ShouldContain("/trips/CC-2026-000001/approval");
        Verbs((await depot.JsonGetAsync(trip)).Answer).ShouldBe([("approval", null), ("rejection", null)]);
        depot.Actor = Reader with { DeputyFor = [Manager] };
        Verbs((await depot.JsonGetAsync(trip)).Answer).ShouldBe([("approval", null), ("rejection", null)]);
        (await depot.JsonAsync(HttpMethod.Post, trip + "/change", new { reason = "改" })).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await depot.GetAsync("/approvals")).Text.ShouldContain("CC-2026-000001");
        Numbers((await depot.JsonGetAsync("/api/v1/approvals")).Answer).ShouldBe(["CC-2026-000001"]);
        (await depot.FormAsync("/trips/CC-2026-000001/rejection", ("reason", ""))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var (status, approved) = await depot.JsonAsync(HttpMethod.Post, trip + "/approval", new { remark = "速去速回" });
        status.ShouldBe(HttpStatusCode.OK, approved.ToString());
        approved.GetProperty("status").GetString().ShouldBe("approved");
        approved.GetProperty("approvals")[0].GetProperty("inPlaceOf").GetString().ShouldBe(Manager.Name);
        Numbers((await depot.JsonGetAsync("/api/v1/approvals")).Answer).ShouldBeEmpty();
        (await depot.GetAsync("/trips/CC-2026-000001")).Text.ShouldContain("速去速回");
        Verbs((await depot.JsonGetAsync(trip)).Answer).ShouldBeEmpty();
        depot.Actor = A.Clerk;
        (await RefusedAsync(depot, trip + "/change", new { reason = "改到无锡" })).ShouldBe("trip.status");
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Its_files_its_journal_its_deadline_and_its_number_are_found_and_its_records_are_proved(Kind kind)
    {
        await using var depot = await OpenAsync(kind);
        var trip = await MadeAsync(depot);
        (await depot.FilesAsync(trip + "/attachments", null, ("行程.pdf", [.. "%PDF-1.7 行程"u8]))).Status.ShouldBe(HttpStatusCode.OK);
        var answer = (await depot.JsonGetAsync(trip)).Answer;
        answer.GetProperty("history").EnumerateArray().Select(l => l.GetProperty("code").GetString())
            .ShouldBe(["trip.applied", "trip.attached"]);
        var file = answer.GetProperty("attachments")[0].GetProperty("id").GetGuid();
        (await depot.GetAsync($"/trips/CC-2026-000001/attachments/{file}")).Text.ShouldBe("%PDF-1.7 行程");
        (await depot.GetAsync("/trips/CC-2026-000001")).Text.ShouldContain("添加附件 行程.pdf");
        (await depot.GetAsync("/due?scope=company")).Text.ShouldContain("/trips/CC-2026-000001");
        (await depot.GoAsync("/search?q=cc-2026-000001")).ShouldBe("/trips/CC-2026-000001");
        await using var db = depot.Read();
        (await new RecordVerifier(db).FaultsAsync().ToListAsync()).ShouldBeEmpty();
        await db.Database.ExecuteSqlAsync($"UPDATE tri_trips SET reason = '别的'");
        (await new RecordVerifier(db).FaultsAsync().ToListAsync()).Select(f => (f.Code, f.Kind, f.Detail))
            .ShouldBe([("row-changed", "trip", "reason")]);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Its_words_are_kept_and_its_deadlines_are_computed_again(Kind kind)
    {
        await using var depot = await OpenAsync(kind);
        var trip = await MadeAsync(depot);
        await using var db = depot.Read();
        (await FaultsAsync(depot)).ShouldBeEmpty();
        (await depot.JsonAsync(HttpMethod.Post, trip + "/change", new { reason = "改到无锡" })).Status.ShouldBe(HttpStatusCode.OK);
        var found = db.IsSqlite
            ? db.Database.SqlQuery<int>($"SELECT count(*) AS \"Value\" FROM tri_trips_search WHERE words MATCH '无锡'")
            : db.Database.SqlQuery<int>($"SELECT count(*) AS \"Value\" FROM tri_trips_search WHERE words @@ '无锡'::tsquery");
        (await found.SingleAsync()).ShouldBe(1);
        (await FaultsAsync(depot)).ShouldBeEmpty();
        await db.Database.ExecuteSqlAsync($"DELETE FROM tri_trips_search");
        await db.Database.ExecuteSqlAsync($"UPDATE prm_deadlines SET rule = 'other'");
        (await FaultsAsync(depot)).ShouldBe(["verify.deadline-differs CC-2026-000001", "verify.search tri_trips"]);
    }

    private static async Task<string[]> FaultsAsync(Depot depot)
    {
        using var scope = depot.Scope();
        var (store, shelf) = (scope.ServiceProvider.GetRequiredService<ServiceDatabase>(),
            scope.ServiceProvider.GetRequiredService<CharterShelf>());
        return await new VerifyRecords(store, shelf, "", A.Now).FaultsAsync().Select(f => $"{f.Code} {f.Arguments[0]}").ToArrayAsync();
    }

    private async Task<Depot> OpenAsync(Kind kind)
    {
        var depot = await Depot.OpenAsync(
            kind, cluster, services => { TripKind.Of.Add(services); services.AddSingleton(TripKind.Of.Place); }, TripKind.Of.Map,
            options => options.ReplaceService<IModelCustomizer, TripModel>());
        await using var db = depot.Read();
        await TripStore.CreateAsync(db);
        return depot;
    }

    private static async Task<string> MadeAsync(Depot depot)
    {
        var (_, made) = await depot.JsonAsync(HttpMethod.Post, "/api/v1/trips", new { reason = "徐州现场调试" });
        return "/api/v1/trips/" + made.GetProperty("id").GetGuid();
    }

    private static async Task<string?> RefusedAsync(Depot depot, string path, object body)
    {
        var (status, answer) = await depot.JsonAsync(HttpMethod.Post, path, body);
        status.ShouldBe(HttpStatusCode.Conflict, answer.ToString());
        return answer.GetProperty("code").GetString();
    }

    private static IEnumerable<string?> Numbers(JsonElement list) =>
        list.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("number").GetString());

    private static IEnumerable<(string?, string?)> Verbs(JsonElement trip) =>
        trip.GetProperty("verbs").EnumerateArray().Select(v => (v.GetProperty("verb").GetString(), v.GetProperty("why").GetString()));

    private static Actor Person(string role) => new(Guid.NewGuid(), role, [role], Roles.PermissionsOf([role]));
}
