using Microsoft.EntityFrameworkCore;
using Sanbao.Data;

namespace Sanbao.Web.Tests.Data;

/// <summary>Connections to SQLite stay open and remember their queries; nobody may notice.</summary>
public class KeptConnectionTests(PostgresCluster cluster)
{
    private static IQueryable<string> Names(ServiceDb db) => db.Customers.OrderBy(c => c.Name).Select(c => c.Name);

    private async Task<TestDatabase> WithCustomersAsync(params string[] names)
    {
        var test = await TestDatabase.NewAsync(Kind.Sqlite, cluster);
        foreach (var name in names) await test.Writer.CreateAsync(c => { c.Add(A.Customer(name)); return true; });
        return test;
    }

    [Fact]
    public async Task A_context_that_comes_back_from_the_pool_brings_the_same_connection_and_sees_what_was_written_since()
    {
        await using var test = await WithCustomersAsync("甲");
        KeptConnection before;
        await using (var db = test.Open())
        {
            before = (KeptConnection)db.Database.GetDbConnection();
            (await Names(db).ToListAsync()).ShouldBe(["甲"]);
        }
        await test.Writer.CreateAsync(c => { c.Add(A.Customer("乙")); return true; });
        await using var again = test.Open();
        again.Database.GetDbConnection().ShouldBeSameAs(before);
        (await Names(again).ToListAsync()).ShouldBe(["乙", "甲"]);
    }

    [Fact]
    public async Task A_query_may_be_asked_again_while_it_is_being_read()
    {
        await using var test = await WithCustomersAsync("甲", "乙");
        await using var db = test.Open();
        var seen = new List<string>();
        await foreach (var outer in Names(db).AsAsyncEnumerable())
            await foreach (var inner in Names(db).AsAsyncEnumerable()) seen.Add(outer + inner);
        seen.ShouldBe(["乙乙", "乙甲", "甲乙", "甲甲"]);
    }

    [Fact]
    public async Task A_reader_that_was_given_up_does_not_hold_the_connection_at_its_moment()
    {
        await using var test = await WithCustomersAsync("甲", "乙");
        await using (var db = test.Open())
        {
            // What a caller who goes away leaves behind: a reader in the midst of its rows.
            await db.Database.OpenConnectionAsync();
            var connection = (KeptConnection)db.Database.GetDbConnection();
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT name FROM cus_customers";
            connection.Read(command)!.Read().ShouldBeTrue();
        }
        await test.Writer.CreateAsync(c => { c.Add(A.Customer("丙")); return true; });
        await using var again = test.Open();
        (await Names(again).CountAsync()).ShouldBe(3);
    }

    [Fact]
    public async Task A_connection_on_which_something_failed_is_not_handed_on()
    {
        await using var test = await WithCustomersAsync("甲", "乙");
        await using (var db = test.Open())
        {
            await db.Database.ExecuteSqlRawAsync("BEGIN");
            (await Names(db).CountAsync()).ShouldBe(2);
            await Should.ThrowAsync<Microsoft.Data.Sqlite.SqliteException>(() => db.Database.ExecuteSqlRawAsync("SELECT nothing"));
        }
        await test.Writer.CreateAsync(c => { c.Add(A.Customer("丙")); return true; });
        for (var others = 0; others < 2; others++)
        {
            await using var db = test.Open();
            (await Names(db).CountAsync()).ShouldBe(3);
        }
    }

    [Fact]
    public async Task However_many_different_queries_are_asked_each_has_its_answer()
    {
        await using var test = await WithCustomersAsync("甲");
        await using var db = test.Open();
        for (var round = 0; round < 2; round++)
            for (var i = 0; i < 60; i++)
#pragma warning disable EF1002 // A number of this test.
                (await db.Database.SqlQueryRaw<int>($"SELECT {i} AS Value").SingleAsync()).ShouldBe(i);
#pragma warning restore EF1002
    }
}
