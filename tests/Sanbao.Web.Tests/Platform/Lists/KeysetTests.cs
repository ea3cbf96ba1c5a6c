using Microsoft.EntityFrameworkCore;
using Sanbao.Domain.Customers;
using Sanbao.Web.Platform.Lists;
using Sanbao.Web.Tests.Data;
using Sanbao.Web.Tests.InstalledBase;

namespace Sanbao.Web.Tests.Platform.Lists;

/// <summary>Pages of any list, by any keys.</summary>
public class KeysetTests(PostgresCluster cluster)
{
    private static readonly Keyset<Customer> ByName = Keyset<Customer>.By(c => c.NameKey, c => c.Id);

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Whoever_leafs_back_to_the_beginning_finds_the_first_page_whole(Kind kind)
    {
        await using var depot = await FilledAsync(kind);
        await using var db = depot.Read();
        var second = await PageAsync(db, new(null, 4), 1);
        second.Items.ShouldBe(["4", "5", "6", "7"]);
        // Two were added before the page that one comes from: the page before it is full, and one more is before that.
        await depot.WriteAsync(c => { c.Add(A.Customer("25", null)); c.Add(A.Customer("26", null)); });
        var before = await FindAsync(db, new(second.Previous! with { Backward = true }, 4));
        before.Items.ShouldBe(["2", "25", "26", "3"]);
        var first = await FindAsync(db, new(before.Previous! with { Backward = true }, 4));
        first.Items.ShouldBe(["0", "1", "2", "25"]);
        first.Previous.ShouldBeNull();
    }

    [Fact]
    public async Task A_page_far_behind_is_entered_by_the_index()
    {
        await using var depot = await FilledAsync(Kind.Sqlite);
        await using var db = depot.Read();
        var first = await FindAsync(db, new(null, 4));
        var plan = await QueryPlan.OfAsync(db, ByName.From(db.Customers, first.Next).Take(4).ToQueryString());
        plan.ShouldContain("name_key>?");
        plan.ShouldNotContain("TEMP B-TREE");
    }

    [Theory]
    [InlineData("[\"a\"]")]
    [InlineData("[\"a\",\"b\"]")]
    [InlineData("[\"a\",\"00000000000070008000000000000001\",\"c\"]")]
    [InlineData("[\"a\\u0000\",\"00000000000070008000000000000001\"]")]
    [InlineData("[null,null]")]
    [InlineData("{}")]
    [InlineData("a")]
    public async Task A_place_that_is_none_in_this_list_is_told(string keys)
    {
        await using var depot = await Depot.OpenAsync(Kind.Sqlite, cluster);
        var word = System.Buffers.Text.Base64Url.EncodeToString(System.Text.Encoding.UTF8.GetBytes(keys));
        (await depot.GetAsync($"/customers?after={word}")).Text.ShouldContain("不是上一页给出的位置");
        (await depot.GetAsync($"/api/v1/customers?after={word}")).Status.ShouldBe(System.Net.HttpStatusCode.UnprocessableEntity);
    }

    private async Task<Depot> FilledAsync(Kind kind)
    {
        var depot = await Depot.OpenAsync(kind, cluster);
        await depot.WriteAsync(c => { for (var n = 0; n < 10; n++) c.Add(A.Customer($"{n}", null)); });
        return depot;
    }

    private static Task<Found<string>> FindAsync(Sanbao.Data.ServiceDb db, ListPlace place) =>
        ByName.FindAsync(db.Customers.AsNoTracking(), c => c.Name, place, TestContext.Current.CancellationToken);

    private static async Task<Found<string>> PageAsync(Sanbao.Data.ServiceDb db, ListPlace place, int behind)
    {
        var page = await FindAsync(db, place);
        for (; behind > 0; behind--) page = await FindAsync(db, place with { From = page.Next });
        return page;
    }
}
