using Microsoft.EntityFrameworkCore;
using Sanbao.Domain.Kernel;
using Sanbao.Domain.Requests;
using Sanbao.Web.Features.Requests;
using Sanbao.Web.Platform.Live;
using Sanbao.Web.Tests.Data;

namespace Sanbao.Web.Tests.Requests.Ledger;

/// <summary>Many look at the same list; it is read once, and nobody sees what is not his or misses what he did (decision 21).</summary>
public class SharedReadingTests(PostgresCluster cluster)
{
    private static readonly RequestsAsked Open = new(RequestStatus.Open, RequestSort.Due, 50, null, null);
    private static readonly Guid Dealer = Guid.Parse("00000000-0000-7000-8000-00000000dea1");

    [Fact]
    public async Task The_second_who_looks_costs_no_query_until_something_is_committed()
    {
        using var counted = new CommandCount();
        await using var centre = await Centre.OpenAsync(Kind.Sqlite, cluster);
        await centre.TakeInAsync();
        await using var db = centre.Read();
        var first = await LookAsync(centre, A.Clerk);
        var before = counted.OfRequests(db);
        before.ShouldBePositive();
        (await LookAsync(centre, A.Clerk)).ShouldBeSameAs(first);
        counted.OfRequests(db).ShouldBe(before);
        await centre.TakeInAsync("轴温高");
        (await LookAsync(centre, A.Clerk)).Items.Length.ShouldBe(2);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Whoever_changed_something_sees_it_at_the_next_look(Kind kind)
    {
        await using var centre = await Centre.OpenAsync(kind, cluster);
        var request = await centre.TakeInAsync();
        (await centre.PageAsync("/requests")).QuerySelector("#ledger")!.TextContent.ShouldContain("未派");
        await centre.WorkAsync(request.Number, r => r.Assign(A.Clerk.Id, "李工", null, centre.Charter, A.Clerk, centre.Now));
        (await centre.PageAsync("/requests")).QuerySelector("#ledger")!.TextContent.ShouldContain("李工");
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_dealer_is_never_shown_what_the_company_just_looked_at(Kind kind)
    {
        await using var centre = await Centre.OpenAsync(kind, cluster);
        await centre.TakeInAsync();
        await centre.TakeInAsync("轴温高", i => i with { DealerId = Dealer });
        (await LookAsync(centre, A.Clerk)).Items.Length.ShouldBe(2);
        var dealer = new Actor(Guid.NewGuid(), "经销商", [Roles.Dealer], Roles.PermissionsOf([Roles.Dealer])) { Dealer = Dealer };
        (await LookAsync(centre, dealer)).Items.Select(i => i.Description).ShouldBe(["轴温高"]);
        (await LookAsync(centre, dealer with { Dealer = Guid.NewGuid() })).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_another_process_commits_is_seen_when_its_commit_is_noticed()
    {
        await using var centre = await Centre.OpenAsync(Kind.Sqlite, cluster);
        var request = await centre.TakeInAsync();
        (await LookAsync(centre, A.Clerk)).Items.Length.ShouldBe(1);
        var (signal, seen) = (centre.Get<ChangeSignal>(), centre.Get<ChangeSignal>().Count);
        // Not through this process's writer, as the command line would.
        await using (var other = centre.Read()) await other.Requests.Where(r => r.Id == request.Id).ExecuteDeleteAsync(TestContext.Current.CancellationToken);
        await signal.ChangedSinceAsync(seen, TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        (await LookAsync(centre, A.Clerk)).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_line_is_said_in_the_language_of_each_who_looks()
    {
        await using var centre = await Centre.OpenAsync(Kind.Sqlite, cluster);
        await centre.TakeInAsync();
        (await centre.PageAsync("/requests")).QuerySelector("#ledger")!.TextContent.ShouldContain("故障");
        (await centre.PageAsync("/requests", language: "en")).QuerySelector("#ledger")!.TextContent.ShouldContain("Fault");
    }

    private static Task<RequestPage> LookAsync(Centre centre, Actor who) =>
        centre.Get<SharedLists>().FindAsync(Open, who, TestContext.Current.CancellationToken);
}
