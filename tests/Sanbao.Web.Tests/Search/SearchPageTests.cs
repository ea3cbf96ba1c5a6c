using System.Net;
using Sanbao.Data.Writing;
using Sanbao.Domain.Customers;
using Sanbao.Web.Tests.Data;
using Sanbao.Web.Tests.Requests.Ledger;

namespace Sanbao.Web.Tests.Search;

/// <summary>The field in the top bar.</summary>
public class SearchPageTests(PostgresCluster cluster)
{
    private static async Task<Centre> FilledAsync(Kind kind, PostgresCluster cluster)
    {
        var centre = await Centre.OpenAsync(kind, cluster);
        var (customer, product) = (A.Customer(), A.Product());
        var unit = A.Unit(product, customer);
        var contract = Contract.Create(customer.Id, new() { Number = "HT-2024-88" }, A.Clerk, A.Now);
        await centre.Get<Writer>().CreateAsync(c =>
        {
            c.Add(customer);
            c.Add(product);
            c.Add(unit);
            c.Add(contract);
            return true;
        });
        await centre.TakeInAsync("轴承异响", i => i with { Unit = unit, CustomerId = customer.Id });
        await centre.TakeInAsync("绝缘偏低");
        return centre;
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Everything_that_fits_is_shown_by_kind(Kind kind)
    {
        await using var centre = await FilledAsync(kind, cluster);
        async Task<string[]> Find(string typed) =>
            [.. (await centre.PageAsync("/search?q=" + Uri.EscapeDataString(typed))).QuerySelectorAll(".result strong")
            .Select(h => h.TextContent.Split('·')[0].Trim())];

        (await Find("轨道交通")).ShouldBe(["苏州轨道交通", "FW-2026-000002", "FW-2026-000001"]);
        (await Find("HT-2024")).ShouldBe(["HT-2024-88"]);
        (await Find("绝缘")).ShouldBe(["FW-2026-000002"]);
        (await Find("YE3-2024-0001")).ShouldContain("YE3-2024-000123");
        (await Find("没有这样的词")).ShouldBeEmpty();
        (await Find("'\"😀<script>")).ShouldBeEmpty();
        (await Find("")).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task While_one_types_pages_and_records_are_offered(Kind kind)
    {
        await using var centre = await FilledAsync(kind, cluster);
        async Task<string[]> Offered(string typed) =>
            [.. (await centre.PageAsync("/search/quick?q=" + Uri.EscapeDataString(typed))).QuerySelectorAll("#quick a")
            .Select(a => a.GetAttribute("href")!)];

        (await Offered("台账")).ShouldBe(["/requests"]);
        (await Offered("fw-2026-000002")).ShouldBe(["/requests/FW-2026-000002"]);
        (await Offered("轨道")).ShouldContain("/requests/FW-2026-000001");
        (await Offered("轨道")).ShouldContain(path => path.StartsWith("/customers/", StringComparison.Ordinal));
        (await Offered("轴")).ShouldBeEmpty();
        (await Offered("")).ShouldBeEmpty();
        (await centre.PageAsync("/search/quick?q=FW-2026-000002", "dealer")).QuerySelectorAll("#quick a").ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_looked_for_is_marked_and_stays_text()
    {
        await using var centre = await FilledAsync(Kind.Sqlite, cluster);
        await centre.TakeInAsync(new string('长', 200) + "联轴器 <b>断裂</b>，联轴器罩丢失");
        var page = await centre.PageAsync("/search?q=" + Uri.EscapeDataString("联轴器 断裂"));
        page.QuerySelectorAll("mark").Select(m => m.TextContent).ShouldBe(["联轴器", "断裂", "联轴器"]);
        page.QuerySelectorAll(".result b").ShouldBeEmpty();
        page.QuerySelectorAll(".result .sub")[^1].TextContent.ShouldStartWith("…长长");
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task An_exact_number_leads_straight_there(Kind kind)
    {
        await using var centre = await FilledAsync(kind, cluster);
        using var client = centre.ClientOf("liaison");
        using var answer =
            await client.GetAsync(new Uri("/search?q=fw-2026-000002", UriKind.Relative), TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.Found);
        answer.Headers.Location!.ToString().ShouldBe("/requests/FW-2026-000002");
    }

    [Fact]
    public async Task What_an_actor_may_not_see_is_not_found()
    {
        await using var centre = await FilledAsync(Kind.Sqlite, cluster);
        (await centre.PageAsync("/search?q=FW-2026-000002", "dealer")).QuerySelectorAll(".result").ShouldBeEmpty();
        (await centre.PageAsync("/search?q=" + Uri.EscapeDataString("轨道"), "customer")).QuerySelectorAll(".result").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_very_long_text_is_a_search_like_any_other()
    {
        await using var centre = await FilledAsync(Kind.Sqlite, cluster);
        (await centre.PageAsync("/search?q=" + new string('a', 5000))).QuerySelector(".empty").ShouldNotBeNull();
    }
}
