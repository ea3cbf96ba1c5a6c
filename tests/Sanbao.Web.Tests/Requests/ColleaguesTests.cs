using AngleSharp.Html.Dom;
using Sanbao.Domain.Kernel;
using Sanbao.Web.Tests.Data;

namespace Sanbao.Web.Tests.Requests;

/// <summary>Who is whose colleague: work is given to the company's own people, and nobody else is told who they are.</summary>
public class ColleaguesTests(PostgresCluster cluster)
{
    private const string Own = "陈伟";
    private static readonly string[] Outside = ["甲经销商", "乙客户"];

    [Theory, MemberData(nameof(Office.Kinds), MemberType = typeof(Office))]
    public async Task Accounts_of_dealers_and_customers_stand_in_no_list_of_colleagues_and_get_no_work(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind, cluster);
        await office.HireAsync(Own);
        Guid[] outside = [await office.HireAsync(Outside[0], Roles.Dealer), await office.HireAsync(Outside[1], Roles.Customer)];
        var number = await TakenInAsync(office);
        var desk = await Counter.AsAsync(office, "service-manager");
        foreach (var path in new[] { "/requests", "/visits", "/approvals", $"/requests/{number}/assignment", $"/requests/{number}/visits" })
        {
            var said = (await desk.PageAsync(path)).Body!.InnerHtml;
            said.ShouldContain(Own, customMessage: path);
            foreach (var name in Outside) said.ShouldNotContain(name, customMessage: path);
        }
        using var program = await office.ClientAsync("service-manager");
        var works = await Counter.AsAsync(office, "service-manager", Entrance.Program);
        foreach (var id in outside)
        {
            (await works.TryAsync(number, "assignment", new { assigneeId = id })).ShouldNotBeNull();
            (await works.TryAsync(number, "visits", new { engineerId = id, appointment = A.Now.AddDays(1) })).ShouldNotBeNull();
        }
    }

    [Theory, MemberData(nameof(Office.Kinds), MemberType = typeof(Office))]
    public async Task Dealers_and_customers_are_not_told_who_works_in_the_company(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind, cluster);
        await office.HireAsync(Own);
        foreach (var role in new[] { Roles.Dealer, Roles.Customer })
        {
            var stranger = await Counter.AsAsync(office, role);
            foreach (var path in new[] { "/", "/requests?view=all", "/visits" })
                (await stranger.PageAsync(path)).Body!.InnerHtml.ShouldNotContain(Own, customMessage: $"{role} {path}");
        }
    }

    [Fact]
    public async Task A_colleague_is_also_found_by_the_pinyin_of_his_name_and_its_initials()
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite, cluster);
        var id = await office.HireAsync(Own);
        var number = await TakenInAsync(office);
        var desk = await Counter.AsAsync(office, "service-manager");
        foreach (var path in new[] { "/requests", "/approvals", $"/requests/{number}/assignment", $"/requests/{number}/visits" })
            AlsoOf(await desk.PageAsync(path), id).Intersect(["chenwei", "cw"]).Count().ShouldBe(2, path);
    }

    private static string[] AlsoOf(IHtmlDocument page, Guid id) =>
        page.QuerySelector($"select[data-island=select] option[value='{id}']")?.GetAttribute("data-pinyin")?.Split(' ') ?? [];

    private static async Task<string> TakenInAsync(Office office) =>
        (await office.PostAsync(new { category = "fault", description = "停机" })).Answer.GetProperty("number").GetString()!;
}
