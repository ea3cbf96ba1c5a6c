using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Kernel;

namespace Sanbao.Web.Tests.Data;

public class StoringTests(PostgresCluster cluster)
{
    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_unit_comes_back_as_it_was_stored(Kind kind)
    {
        await using var test = await TestDatabase.NewAsync(kind, cluster);
        var (customer, product) = (A.Customer(), A.Product());
        var unit = A.Unit(product, customer);
        unit.AddComponent(new() { Name = "轴承", Class = "wear", Serial = "ｂ-１" }, A.Clerk, A.Now);

        await test.Writer.CreateAsync(creation =>
        {
            creation.Add(customer);
            creation.Add(product);
            creation.Add(unit);
            return true;
        });

        await using var db = test.Open();
        var read = await db.Equipment.Include(u => u.Product).Include(u => u.Customer).Include(u => u.Components).Include(u => u.Moves)
            .SingleAsync(u => u.SerialKey == "YE3-2024-000123");
        read.Dates.ShouldBe(unit.Dates);
        read.Evidence.ShouldBe(["delivery"]);
        read.Customer!.Seq.ShouldBe(1);
        read.Product!.Source.ShouldBe(Source.Own);
        read.Components.ShouldHaveSingleItem().SerialKey.ShouldBe("B-1");
        read.Moves.ShouldHaveSingleItem().CustomerId.ShouldBe(customer.Id);
        read.CreatedAt.ShouldBe(A.Now);
        (read.Version, read.JournalLength).ShouldBe((1, 2));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_request_keeps_its_number_events_and_far_future_due(Kind kind)
    {
        await using var test = await TestDatabase.NewAsync(kind, cluster);
        var request = A.Request();
        await test.Writer.CreateAsync(creation => { creation.Add(request, 2026); return true; });

        await using var db = test.Open();
        var read = (await db.Requests.FirstForWorkAsync(db)).ShouldNotBeNull();
        read.Id.ShouldBe(request.Id);
        read.NextDue.ShouldBe(Instant.Never);
        read.Events.ShouldHaveSingleItem().Kind.ShouldBe(EventKind.Reported);
        read.ReportedAt.ShouldBe(request.ReportedAt);
    }

    [Fact]
    public async Task On_SQLite_every_commit_is_on_disk_before_its_answer_whichever_connection_it_takes()
    {
        await using var test = await TestDatabase.NewAsync(Kind.Sqlite, cluster);
        await using var first = test.Open();
        await using var second = test.Open();
        await first.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        foreach (var db in new[] { second, first, second })
            (await db.Database.SqlQueryRaw<int>("SELECT synchronous AS Value FROM pragma_synchronous")
                .SingleAsync(TestContext.Current.CancellationToken)).ShouldBe(2);
    }
}
