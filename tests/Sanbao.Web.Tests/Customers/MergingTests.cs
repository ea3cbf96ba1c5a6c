using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sanbao.Data.Journal;
using Sanbao.Data.State;
using Sanbao.Data.Search;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Customers;
using Sanbao.Domain.Kernel;
using Sanbao.Web.Features.Customers.Merging;
using Sanbao.Web.Tests.Data;
using Sanbao.Web.Tests.InstalledBase;

namespace Sanbao.Web.Tests.Customers;

/// <summary>Two records of one customer become one, through the page and through the API, on both databases.</summary>
public class MergingTests(PostgresCluster cluster)
{
    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_customer_with_the_same_name_or_number_is_shown_and_compared(Kind kind)
    {
        await using var firm = await TwoAsync(kind);
        var page = (await firm.Depot.GetAsync($"/customers/{firm.Stays}")).Text;
        page.ShouldContain("可能重复");
        page.ShouldContain("电话相同");
        page.ShouldContain($"/customers/{firm.Stays}/merge/{firm.Goes}");
        page.ShouldNotContain("吴江水务");
        var (_, json) = await firm.Depot.JsonGetAsync($"/api/v1/customers/{firm.Goes}/duplicates");
        json.EnumerateArray().Select(d => d.GetProperty("id").GetGuid()).ShouldBe([firm.Stays]);

        var compared = (await firm.Depot.GetAsync($"/customers/{firm.Stays}/merge/{firm.Goes}")).Text;
        foreach (var shown in new[] { "苏州轨道交通集团", "苏州轨交", "李工", "三号线车辆段", "1 位联系人、1 处地点、1 份合同、1 台设备、2 件请求", "保留这个" })
            compared.ShouldContain(shown);
        // What there is none of is not counted up.
        compared.ShouldNotContain("0 位联系人");
        (await firm.Depot.GetAsync($"/customers/{firm.Stays}/merge?q={Uri.EscapeDataString("水务")}")).Text.ShouldContain("吴江水务");
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task The_one_that_stays_takes_over_everything_and_requests_keep_what_was_said(Kind kind)
    {
        await using var firm = await TwoAsync(kind);
        (await firm.Depot.FormAsync($"/customers/{firm.Stays}/merge/{firm.Goes}", ("version", "1"), ("otherVersion", "3"),
            ("once", Guid.NewGuid().ToString()))).Status.ShouldBe(HttpStatusCode.SeeOther);
        var page = (await firm.Depot.GetAsync($"/customers/{firm.Stays}")).Text;
        foreach (var shown in new[] { "李工", "三号线车辆段", "HT-8", "YE3-2024-000123", "FW-2026-000001", "FW-2026-000002", "已并入的记录" })
            page.ShouldContain(shown);

        await using var db = firm.Depot.Read();
        var requests = await db.Requests.AsNoTracking().OrderBy(r => r.Seq).ToListAsync();
        requests.ShouldAllBe(r => r.CustomerId == firm.Stays);
        requests.Select(r => r.CustomerName).ShouldBe(["苏州轨交", "苏州轨交"]);
        requests.ShouldAllBe(r => r.CustomerNow == "苏州轨道交通集团");
        // Whoever has one of them open goes on working: to whom it belongs is nothing that they edit.
        requests.ShouldAllBe(r => r.Version == 1 && r.JournalLength == 2);
        (await db.TimelineAsync(requests[0].Id, Actor.System))[^1].Code.ShouldBe("request.customer-merged");
        (await db.Set<Domain.InstalledBase.EquipmentMove>().Select(m => m.CustomerId).ToListAsync()).ShouldAllBe(id => id == firm.Stays);

        var stays = await db.TimelineAsync(firm.Stays, Actor.System);
        stays[^1].Code.ShouldBe("customer.took-over");
        stays[^1].Arguments["requests"].GetInt32().ShouldBe(2);
        (await db.TimelineAsync(firm.Goes, Actor.System))[^1].Code.ShouldBe("customer.merged");
        (await new RecordVerifier(db).FaultsAsync().ToListAsync()).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task The_other_can_be_read_and_its_name_number_and_address_lead_to_the_one_that_stays(Kind kind)
    {
        await using var firm = await TwoAsync(kind);
        await firm.MergeAsync();
        var depot = firm.Depot;
        (await depot.GoAsync($"/customers/{firm.Goes}")).ShouldBe($"/customers/{firm.Stays}");
        (await depot.GoAsync($"/requests?customer={firm.Goes}")).ShouldBe($"/requests?customer={firm.Stays}");
        var old = (await depot.GetAsync($"/customers/{firm.Goes}/merged")).Text;
        old.ShouldContain("苏州轨交");
        old.ShouldContain($"href=\"/customers/{firm.Stays}\"");
        (await depot.JsonGetAsync($"/api/v1/customers/{firm.Goes}")).Answer.GetProperty("mergedIntoId").GetGuid().ShouldBe(firm.Stays);

        foreach (var typed in new[] { "苏州轨交", "13812340000" })
        {
            var list = (await depot.GetAsync($"/customers?q={Uri.EscapeDataString(typed)}")).Text;
            list.ShouldContain($"/customers/{firm.Stays}");
            list.ShouldNotContain($"/customers/{firm.Goes}");
        }
        await using var db = depot.Read();
        foreach (var typed in new[] { "苏州轨交", "13812340000", "轨道交通集团" })
            (await db.LookUpAsync(typed, A.Clerk)).Where(h => h.Kind is LookupKind.Customer).ShouldHaveSingleItem().Id.ShouldBe(firm.Stays);
        // Requests are found under both names, together with their own words.
        foreach (var typed in new[] { "轨道交通集团 异响", "苏州轨交 异响" })
            (await (await db.SearchRequestsAsync(typed)).Matches.CountAsync()).ShouldBe(1, typed);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Whoever_names_the_merged_one_gets_the_one_that_stays(Kind kind)
    {
        await using var firm = await TwoAsync(kind);
        await firm.MergeAsync();
        var (status, request) = await firm.Depot.JsonAsync(HttpMethod.Post, "/api/v1/requests",
            new { channel = "phone", category = "fault", description = "漏水", customer = new { name = "苏州轨交" } });
        status.ShouldBe(HttpStatusCode.Created, request.GetRawText());
        (await firm.Depot.JsonAsync(HttpMethod.Post, "/api/v1/equipment",
            new { serial = "P-1", product = "YE3-160M", customerId = firm.Goes })).Status.ShouldBe(HttpStatusCode.Created);
        (await firm.Depot.JsonAsync(HttpMethod.Post, "/api/v1/equipment", new { serial = "P-2", product = "YE3-160M", customer = "苏州轨交" }))
            .Status.ShouldBe(HttpStatusCode.Created);
        (await firm.Depot.GetAsync($"/intake?customer={firm.Goes}")).Text.ShouldContain("苏州轨道交通集团");
        (await firm.Depot.JsonAsync(HttpMethod.Post, "/api/v1/contracts", new { customerId = firm.Goes, number = "HT-9" }))
            .Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await using var db = firm.Depot.Read();
        (await db.Requests.Where(r => r.Description == "漏水").Select(r => r.CustomerId).SingleAsync()).ShouldBe(firm.Stays);
        (await db.Equipment.CountAsync(u => u.CustomerId == firm.Stays)).ShouldBe(3);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task What_cannot_be_merged_is_refused_in_words_and_nothing_is_saved(Kind kind)
    {
        await using var firm = await TwoAsync(kind);
        var depot = firm.Depot;
        (await firm.PostAsync(firm.Stays, firm.Stays, 1, 1)).ShouldBe((409, "customer.merge-itself"));
        (await firm.PostAsync(firm.Stays, firm.Goes, 1, 2)).ShouldBe((409, "document.changed"));
        (await firm.PostAsync(firm.Stays, Guid.NewGuid(), 1, 1)).ShouldBe((422, "invalid-input"));
        var (status, page) = await depot.FormAsync($"/customers/{firm.Stays}/merge/{firm.Goes}", ("_form", $"keep-{firm.Stays:N}"),
            ("version", "9"), ("otherVersion", "3"));
        status.ShouldBe(HttpStatusCode.Conflict);
        page.ShouldContain("其他人刚刚修改了这条记录");

        await depot.ChangeAsync(async db =>
        {
            foreach (var id in new[] { firm.Stays, firm.Goes })
                db.Add(AttachedCharter.Attach(new(AttachmentLevel.Customer, id.ToString(), "S6"), A.Clerk, A.Now));
            await Task.CompletedTask;
        });
        (await firm.PostAsync(firm.Stays, firm.Goes, 1, 3)).ShouldBe((409, "customer.merge-charters"));
        (await depot.GetAsync($"/customers/{firm.Stays}/merge/{firm.Goes}")).Text.ShouldContain("请先撤下其中一份");
        await depot.ChangeAsync(async db =>
            (await db.AttachedCharters.SingleAsync(a => a.Key == firm.Stays.ToString())).Withdraw(A.Clerk, A.Now));

        depot.Actor = A.Clerk with { Permissions = Roles.PermissionsOf(["engineer"]) };
        (await depot.JsonAsync(HttpMethod.Post, $"/api/v1/customers/{firm.Stays}/merge",
            new { other = firm.Goes, version = 1, otherVersion = 3 })).Status.ShouldBe(HttpStatusCode.Forbidden);
        depot.Actor = A.Clerk;
        await using var db = depot.Read();
        (await db.Customers.CountAsync(c => c.MergedIntoId != null)).ShouldBe(0);
        (await db.Requests.CountAsync(r => r.CustomerId == firm.Goes)).ShouldBe(2);

        (await firm.PostAsync(firm.Stays, firm.Goes, 1, 3)).ShouldBe((200, ""));
        (await firm.PostAsync(firm.Stays, firm.Goes, 2, 4)).ShouldBe((409, "customer.merged"));
        (await firm.PostAsync(firm.Goes, firm.Stays, 4, 2)).ShouldBe((409, "customer.merged"));
        (await depot.JsonAsync(HttpMethod.Put, $"/api/v1/customers/{firm.Goes}", new { name = "又改", version = 4 }))
            .Status.ShouldBe(HttpStatusCode.Conflict);
        // The charter of the one that went holds for the one that stays.
        (await db.AttachedCharters.AsNoTracking().SingleAsync(a => !a.Withdrawn)).Key.ShouldBe(firm.Stays.ToString());
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_dealer_merges_no_customer_that_he_does_not_serve_and_only_an_administrator_one_with_sign_ins(Kind kind)
    {
        await using var firm = await TwoAsync(kind);
        var dealer = Guid.NewGuid();
        var served = Customer.Create(new() { Name = "苏州轨交", DealerId = dealer }, A.Clerk, A.Now);
        await firm.Depot.WriteAsync(c => c.Add(served));
        firm.Depot.Actor = new(Guid.NewGuid(), "经销商", [Roles.Dealer],
            [.. Roles.PermissionsOf([Roles.Dealer]), Permission.EditEquipment]) { Dealer = dealer };
        (await firm.PostAsync(served.Id, firm.Goes, 1, 3)).ShouldBe((422, "invalid-input"));
        (await firm.PostAsync(firm.Goes, served.Id, 3, 1)).ShouldBe((404, "not-found"));
        (await firm.Depot.GetAsync($"/customers/{served.Id}/merge/{firm.Goes}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await firm.Depot.GetAsync($"/customers/{served.Id}")).Text.ShouldNotContain("可能重复");

        firm.Depot.Actor = A.Clerk;
        await firm.Depot.ChangeAsync(db => db.AddNotedAsync(new Sanbao.Data.Accounts.Account
        {
            Id = Guid.NewGuid(), UserName = "gd", NormalizedUserName = "GD", CustomerId = firm.Goes, CreatedAt = A.Now,
        }));
        (await firm.PostAsync(firm.Stays, firm.Goes, 1, 3)).ShouldBe((409, "customer.merge-sign-ins"));
        firm.Depot.Actor = A.Clerk with { Permissions = A.Clerk.Permissions.Add(Permission.Administer) };
        (await firm.PostAsync(firm.Stays, firm.Goes, 1, 3)).ShouldBe((200, ""));
        await using var db = firm.Depot.Read();
        (await db.Accounts.Where(a => a.UserName == "gd").Select(a => a.CustomerId).SingleAsync()).ShouldBe(firm.Stays);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task The_same_key_merges_once_however_many_send_it_at_once(Kind kind)
    {
        await using var firm = await TwoAsync(kind);
        var body = new { other = firm.Goes, version = 1, otherVersion = 3 };
        var answers = await Task.WhenAll(Enumerable.Range(0, 8)
            .Select(_ => Task.Run(() => firm.Depot.JsonAsync(HttpMethod.Post, $"/api/v1/customers/{firm.Stays}/merge", body, "m-1"))));
        answers.Select(a => (a.Status, a.Answer.GetRawText())).Distinct().ShouldHaveSingleItem()
            .Status.ShouldBe(HttpStatusCode.OK, answers[0].Answer.GetRawText());
        answers[0].Answer.GetProperty("moved").GetProperty("requests").GetInt32().ShouldBe(2);
        var shown = (await firm.Depot.JsonGetAsync($"/api/v1/customers/{firm.Stays}")).Answer;
        answers[0].Answer.GetProperty("customer").GetRawText().ShouldBe(shown.GetRawText());
        await using var db = firm.Depot.Read();
        (await db.TimelineAsync(firm.Stays, Actor.System)).Count(l => l.Code == "customer.took-over").ShouldBe(1);

        // A page that is sent a second time leads to what it did.
        var third = Customer.Create(new() { Name = "苏州轨交二部" }, A.Clerk, A.Now);
        await firm.Depot.WriteAsync(c => c.Add(third));
        (string, string)[] fields = [("version", "2"), ("otherVersion", "1"), ("once", Guid.NewGuid().ToString())];
        for (var i = 0; i < 2; i++)
            (await firm.Depot.FormAsync($"/customers/{firm.Stays}/merge/{third.Id}", $"/customers/{firm.Stays}", fields))
            .Status.ShouldBe(HttpStatusCode.SeeOther);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Merges_can_follow_each_other_and_what_was_written_meanwhile_follows(Kind kind)
    {
        await using var firm = await TwoAsync(kind);
        await firm.MergeAsync();
        var last = Customer.Create(new() { Name = "轨道集团", Phone = "0512-99" }, A.Clerk, A.Now);
        await firm.Depot.WriteAsync(c => c.Add(last));
        (await firm.PostAsync(last.Id, firm.Stays, 1, 2)).ShouldBe((200, ""));
        (await firm.Depot.GoAsync($"/customers/{firm.Goes}")).ShouldBe($"/customers/{last.Id}");
        (await firm.Depot.GetAsync("/customers?q=13812340000")).Text.ShouldContain($"/customers/{last.Id}");

        // Prepared before the merge, written after it.
        await using var db = firm.Depot.Read();
        var gone = await db.Customers.AsNoTracking().SingleAsync(c => c.Id == firm.Goes);
        await firm.Depot.WriteAsync(c => c.Add(A.Request("迟到的请求", customer: gone), 2026));
        using var scope = firm.Depot.Scope();
        var follow = scope.ServiceProvider.GetRequiredService<FollowMerges>();
        (await follow.RunAsync(TestContext.Current.CancellationToken)).ShouldBe(1);
        (await follow.RunAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
        (await db.Requests.CountAsync(r => r.CustomerId == last.Id)).ShouldBe(3);
        (await (await db.SearchRequestsAsync("轨道集团 迟到")).Matches.CountAsync()).ShouldBe(1);
    }

    private async Task<Firm> TwoAsync(Kind kind)
    {
        var depot = await Depot.OpenAsync(kind, cluster);
        var stays = Customer.Create(new() { Name = "苏州轨道交通集团", Phone = "138 1234 0000" }, A.Clerk, A.Now);
        var goes = Customer.Create(new() { Name = "苏州轨交", Phone = "+86 138-1234-0000", Sector = "metro", Member = true }, A.Clerk, A.Now);
        var product = A.Product();
        var unit = A.Unit(product, goes);
        await depot.WriteAsync(c =>
        {
            foreach (var customer in new[] { stays, goes, A.Customer("吴江水务", "0512-1") }) c.Add(customer);
            c.Add(product);
            c.Add(unit);
            c.Add(Contract.Create(goes.Id, new() { Number = "HT-8" }, A.Clerk, A.Now));
            c.Add(A.Request("轴承异响", customer: goes), 2026);
            c.Add(A.Request("漏油", unit: unit, customer: goes), 2026);
        });
        await depot.FormAsync($"/customers/{goes.Id}/contacts/new", ("version", "1"), ("contactName", "李工"),
            ("contactPhone", "13900001111"));
        await depot.FormAsync($"/customers/{goes.Id}/sites/new", ("version", "2"), ("siteName", "三号线车辆段"));
        return new(depot, stays.Id, goes.Id);
    }

    private sealed record Firm(Depot Depot, Guid Stays, Guid Goes) : IAsyncDisposable
    {
        public async Task MergeAsync() => (await PostAsync(Stays, Goes, 1, 3)).ShouldBe((200, ""));

        public async Task<(int Status, string Code)> PostAsync(Guid stays, Guid other, int version, int otherVersion)
        {
            var (status, answer) =
                await Depot.JsonAsync(HttpMethod.Post, $"/api/v1/customers/{stays}/merge", new { other, version, otherVersion });
            return ((int)status, answer.TryGetProperty("code", out var code) ? code.GetString()! : "");
        }

        public ValueTask DisposeAsync() => Depot.DisposeAsync();
    }
}
