using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Domain.Kernel;
using Sanbao.Domain.Requests;

namespace Sanbao.Web.Tests.Data;

public class UpdatingTests(PostgresCluster cluster)
{
    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Two_who_write_at_once_both_succeed_one_behind_the_other(Kind kind)
    {
        await using var test = await TestDatabase.NewAsync(kind, cluster);
        var request = A.Request();
        await test.CreateAsync(request);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(() => test.Writer.RunAsync(async db =>
            (await db.FindRequestAsync(request.Id, A.Clerk))!.Note($"第{i}次联系", A.Clerk, A.Now)))));

        await using var db = test.Open();
        var read = await db.Requests.Include(r => r.Notes).SingleAsync();
        read.Notes.Count.ShouldBe(4);
        (read.Version, read.JournalLength).ShouldBe((5, 5));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Who_looked_at_an_older_version_is_refused(Kind kind)
    {
        await using var test = await TestDatabase.NewAsync(kind, cluster);
        var request = A.Request();
        await test.CreateAsync(request);
        Task Write(long seen) => test.Writer.RunAsync(async db =>
        {
            var loaded = (await db.FindRequestAsync(request.Id, A.Clerk))!;
            loaded.RequireVersion(seen);
            loaded.Note("已回电", A.Clerk, A.Now);
        });
        await Write(1);
        (await Should.ThrowAsync<RefusedException>(() => Write(1))).Refusal.Code.ShouldBe("document.changed");
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_refused_update_saves_nothing_of_what_it_did_before(Kind kind)
    {
        await using var test = await TestDatabase.NewAsync(kind, cluster);
        var request = A.Request();
        await test.CreateAsync(request);
        await Should.ThrowAsync<FieldErrorsException>(() => test.Writer.RunAsync(async db =>
        {
            var loaded = (await db.FindRequestAsync(request.Id, A.Clerk))!;
            loaded.Note("先记一笔", A.Clerk, A.Now);
            loaded.Note("", A.Clerk, A.Now);
        }));
        await using var db = test.Open();
        (await db.Set<RequestNote>().CountAsync()).ShouldBe(0);
        (await db.Requests.SingleAsync()).Version.ShouldBe(1);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_second_unit_of_the_same_serial_is_told_at_its_field(Kind kind)
    {
        await using var test = await TestDatabase.NewAsync(kind, cluster);
        var product = A.Product();
        await test.Writer.CreateAsync(creation => { creation.Add(product); creation.Add(A.Unit(product)); return true; });
        var why = await Should.ThrowAsync<FieldErrorsException>(() =>
            test.Writer.CreateAsync(creation => { creation.Add(A.Unit(product, serial: "ｙｅ3-2024-000123")); return true; }));
        why.Errors.ShouldHaveSingleItem().Field.ShouldBe("serial");
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task What_is_made_beside_what_is_made_in_groups_is_counted_on_without_a_gap(Kind kind)
    {
        await using var test = await TestDatabase.NewAsync(kind, cluster);
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(() => i % 2 == 0
            ? test.Writer.CreateAsync(creation => { creation.Add(A.Customer($"成组{i}")); return true; })
            : test.Writer.RunAsync(db => { db.Add(A.Customer($"单独{i}")); return Task.FromResult(true); }))));
        await using var db = test.Open();
        (await db.Customers.Select(c => c.Seq).OrderBy(s => s).ToListAsync()).ShouldBe(Enumerable.Range(1, 40).Select(i => (long)i));
    }
}
