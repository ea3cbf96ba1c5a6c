using AngleSharp.Html.Parser;
using Sanbao.Data.Accounts;
using Sanbao.Domain.Kernel;
using Sanbao.Web.Tests.Data;

namespace Sanbao.Web.Tests.InstalledBase;

/// <summary>Lists are leafed through forth and back.</summary>
public class LeafingTests(PostgresCluster cluster)
{
    [Theory]
    [InlineData(Kind.Sqlite, "/customers")]
    [InlineData(Kind.Sqlite, "/products")]
    [InlineData(Kind.Sqlite, "/equipment")]
    [InlineData(Kind.Sqlite, "/users")]
    [InlineData(Kind.Postgres, "/customers")]
    [InlineData(Kind.Postgres, "/products")]
    [InlineData(Kind.Postgres, "/equipment")]
    [InlineData(Kind.Postgres, "/users")]
    public async Task Leafing_back_shows_the_very_pages_that_one_came_through(Kind kind, string list)
    {
        await using var depot = await Depot.OpenAsync(kind, cluster);
        await depot.WriteAsync(c =>
        {
            for (var n = 0; n < 104; n++)
            {
                // Two customers of each name: the id decides between them.
                var (customer, product) = (A.Customer($"客户 {n / 2:000}", null), A.Product($"YE3-{n:000}"));
                c.Add(customer);
                c.Add(product);
                c.Add(A.Unit(product, customer, $"U-{n:000}"));
            }
        });
        await depot.ChangeAsync(db =>
        {
            for (var n = 0; n < 104; n++)
                db.Add(
                new Account { Id = Guid.NewGuid(), UserName = $"u{n:000}", NormalizedUserName = $"U{n:000}", DisplayName = "同名",
                CreatedAt = A.Now });
            return db.NotedAsync();
        });
        depot.Actor = A.Clerk with { Permissions = A.Clerk.Permissions.Add(Permission.Administer) };
        var forth = new List<string>();
        var last = list;
        for (string? next = list; next is not null; next = await Page(last = next, forth.Add, "next")) { }
        forth.Count.ShouldBe(3);
        string.Join(' ', forth).Split(' ').Distinct().Count().ShouldBe(104);
        var back = new List<string>();
        for (string? previous = last; previous is not null; previous = await Page(previous, p => back.Insert(0, p), "prev")) { }
        back.ShouldBe(forth);

        async Task<string?> Page(string path, Action<string> seen, string rel)
        {
            var page = new HtmlParser().ParseDocument((await depot.GetAsync(path)).Text);
            seen(string.Join(' ', page.QuerySelectorAll("tbody tr").Select(r => r.QuerySelector("a")!.GetAttribute("href"))));
            return page.QuerySelector($"a[rel={rel}]")?.GetAttribute("href");
        }
    }
}
