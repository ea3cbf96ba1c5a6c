using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace Sanbao.Web.Tests.Data;

/// <summary>Connections are shared by all callers, one after another: what one asks wrongly is no other's trouble.</summary>
public class FailedQueryTests(PostgresCluster cluster)
{
    private const int Callers = 16, Rounds = 60;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_query_that_fails_leaves_its_connection_fit_for_everybody_else(Kind kind)
    {
        await using var test = await TestDatabase.NewAsync(kind, cluster);
        await test.Writer.CreateAsync(c => { c.Add(A.Customer("甲")); return true; });
        var wrong = new ConcurrentBag<string>();
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(async caller =>
        {
            for (var round = 0; round < Rounds; round++)
            {
                await FailAsync(test, (caller + round) % 4);
                try
                {
                    var found = await AskAsync(test, "甲", round % 4);
                    if (found != 1) wrong.Add($"found {found}");
                }
                catch (Exception why)
                {
                    wrong.Add($"{why.GetType().Name} {why.Message} {why.InnerException?.Message}");
                }
            }
        }));
        wrong.Distinct().ShouldBeEmpty();
    }

    private static async Task FailAsync(TestDatabase test, int way)
    {
        try
        {
            if (way == 3)
            {
                await using var db = test.Open();
                await db.Database.ExecuteSqlAsync($"SELECT nothing FROM nowhere", TestContext.Current.CancellationToken);
            }
            else await AskAsync(test, way switch { 0 => "a\0b", 1 => "a\uD800b", _ => "\uDC00" }, way);
        }
        catch (Exception)
        {
            // Told to whoever asked; looked at here is only what the others get.
        }
    }

    private static async Task<int> AskAsync(TestDatabase test, string name, int way)
    {
        await using var db = test.Open();
        return way switch
        {
            0 => await db.Customers.CountAsync(c => c.Name == name),
            1 => (await db.Customers.Where(c => c.Name == name).ToListAsync()).Count,
            2 => (await db.Customers.Include(c => c.Contacts).Where(c => c.Name == name).ToListAsync()).Count,
            _ => (await db.Customers.AsNoTracking().Where(c => c.Name == name || c.NameKey == name).Select(c => c.Id).ToListAsync()).Count,
        };
    }
}
