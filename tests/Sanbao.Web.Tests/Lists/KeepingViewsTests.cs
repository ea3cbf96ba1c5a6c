using System.Net;
using Sanbao.Domain.Kernel;
using Sanbao.Web.Tests.Data;
using Sanbao.Web.Tests.InstalledBase;

namespace Sanbao.Web.Tests.Lists;

/// <summary>A list that one looks at often is kept under a name, with what it is narrowed to, its order and its columns.</summary>
public class KeepingViewsTests(PostgresCluster cluster)
{
    private const string Query = "?view=open&assignee=none&columns=number,matter";

    private static readonly Actor Manager =
        new(Guid.CreateVersion7(), "李建国", ["service-manager"], Roles.PermissionsOf(["service-manager"]));
    private static readonly Actor Dealer =
        new(Guid.CreateVersion7(), "经销商", [Roles.Dealer], Roles.PermissionsOf([Roles.Dealer])) { Dealer = Guid.CreateVersion7() };

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_view_is_kept_stands_at_its_list_and_leads_to_what_was_kept(Kind kind)
    {
        await using var depot = await Depot.OpenAsync(kind, cluster);
        depot.Actor = Manager;
        (await KeepAsync(depot, "未派的", Query)).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await depot.GetAsync("/requests")).Text.ShouldContain($"/requests{Query.Replace("&", "&amp;", StringComparison.Ordinal)}\"");
        (await depot.GetAsync("/customers")).Text.ShouldNotContain("未派的");
        // Kept again under its name it takes the place of the one before.
        (await KeepAsync(depot, "未派的", "?view=closed")).Status.ShouldBe(HttpStatusCode.SeeOther);
        await using var db = depot.Read();
        db.SavedViews.ShouldHaveSingleItem().Query.ShouldBe("?view=closed");
    }

    [Fact]
    public async Task Ones_own_are_seen_by_nobody_else_and_shared_ones_by_all_of_the_company()
    {
        await using var depot = await Depot.OpenAsync(Kind.Sqlite, cluster);
        depot.Actor = Manager;
        await KeepAsync(depot, "我的", Query);
        await KeepAsync(depot, "大家的", Query, shared: true);
        depot.Actor = A.Clerk;
        var seen = (await depot.GetAsync("/requests")).Text;
        seen.ShouldContain("大家的");
        seen.ShouldNotContain("我的</a>");
        depot.Actor = Dealer;
        (await depot.GetAsync("/requests")).Text.ShouldNotContain("大家的");
    }

    [Fact]
    public async Task Only_who_leads_shares_and_only_who_kept_removes()
    {
        await using var depot = await Depot.OpenAsync(Kind.Sqlite, cluster);
        depot.Actor = A.Clerk with { Permissions = A.Clerk.Permissions.Remove(Permission.AssignRequests) };
        await KeepAsync(depot, "我的", Query, shared: true);
        await using var db = depot.Read();
        var view = db.SavedViews.ShouldHaveSingleItem();
        view.Shared.ShouldBeFalse();
        depot.Actor = Manager;
        (await depot.FormAsync($"/views/{view.Id}/removal", "/requests", [])).Status.ShouldBe(HttpStatusCode.NotFound);
        depot.Actor = A.Clerk;
        (await depot.FormAsync($"/views/{view.Id}/removal", "/requests", [])).Status.ShouldBe(HttpStatusCode.SeeOther);
        await using var after = depot.Read();
        after.SavedViews.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("", "/requests")]
    [InlineData("一个长到没有人会读完的视图名称一个长到没有人会读完的视图名称一个长到没有人会读完的视图名称", "/requests")]
    [InlineData("好", "https://elsewhere.example/")]
    [InlineData("好", "//elsewhere")]
    public async Task What_is_no_view_is_not_kept(string name, string list)
    {
        await using var depot = await Depot.OpenAsync(Kind.Sqlite, cluster);
        depot.Actor = Manager;
        await depot.FormAsync("/views", "/requests", [("list", list), ("query", Query), ("name", name)]);
        await using var db = depot.Read();
        db.SavedViews.ShouldBeEmpty();
    }

    private static Task<(HttpStatusCode Status, string Text)> KeepAsync(Depot depot, string name, string query, bool shared = false) =>
        depot.FormAsync(
            "/views", "/requests", [("list", "/requests"), ("query", query), ("name", name), .. shared
            ? new[] { ("shared", "true") } : []]);
}
