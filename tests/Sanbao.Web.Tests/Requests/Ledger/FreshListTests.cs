using Sanbao.Web.Tests.Data;

namespace Sanbao.Web.Tests.Requests.Ledger;

/// <summary>The list is as fresh as the last commit, and speaks to each in his language.</summary>
public class FreshListTests(PostgresCluster cluster)
{
    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Whoever_changed_something_sees_it_at_the_next_look(Kind kind)
    {
        await using var centre = await Centre.OpenAsync(kind, cluster);
        var request = await centre.TakeInAsync();
        (await centre.PageAsync("/requests")).QuerySelector("#ledger")!.TextContent.ShouldContain("未派");
        await centre.WorkAsync(request.Number, r => r.Assign(A.Clerk.Id, "李工", null, centre.Charter, A.Clerk, centre.Now));
        (await centre.PageAsync("/requests")).QuerySelector("#ledger")!.TextContent.ShouldContain("李工");
    }

    [Fact]
    public async Task A_line_is_said_in_the_language_of_each_who_looks()
    {
        await using var centre = await Centre.OpenAsync(Kind.Sqlite, cluster);
        await centre.TakeInAsync();
        (await centre.PageAsync("/requests")).QuerySelector("#ledger")!.TextContent.ShouldContain("故障");
        (await centre.PageAsync("/requests", language: "en")).QuerySelector("#ledger")!.TextContent.ShouldContain("Fault");
    }
}
