using Microsoft.EntityFrameworkCore;
using Sanbao.Data.Writing;
using Sanbao.Domain.Kernel;

namespace Sanbao.Web.Tests.Data;

public class CreatingTests(PostgresCluster cluster)
{
    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Numbers_of_concurrent_creates_have_no_gap_and_no_twin(Kind kind)
    {
        await using var test = await TestDatabase.NewAsync(kind, cluster);
        var numbers = await Task.WhenAll(Enumerable.Range(0, 300).Select(_ => Task.Run(() => test.CreateAsync(A.Request()))));
        numbers.Order(StringComparer.Ordinal).ShouldBe(Enumerable.Range(1, 300).Select(i => DocumentNumber.Of("FW", 2026, i)));
        await using var db = test.Open();
        (await db.Requests.Select(r => r.Seq).OrderBy(s => s).ToListAsync()).ShouldBe(Enumerable.Range(1, 300).Select(i => (long)i));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_create_that_fails_leaves_no_gap_and_spoils_no_other_of_its_batch(Kind kind)
    {
        await using var test = await TestDatabase.NewAsync(kind, cluster);
        var tries = Enumerable.Range(0, 60).Select(i => Task.Run(() => test.CreateAsync(A.Request(reference: $"mail-{i / 2}")))).ToList();
        var taken = 0;
        foreach (var attempt in tries)
            try { await attempt; }
            catch (FieldErrorsException why) when (why.Errors is [{ Field: "externalReference", Code: "external-reference.taken" }])
            {
                taken++;
            }
        taken.ShouldBe(30);
        await using var db = test.Open();
        (await db.Requests.Select(r => r.Number).OrderBy(n => n).ToListAsync())
            .ShouldBe(Enumerable.Range(1, 30).Select(i => DocumentNumber.Of("FW", 2026, i)));
        (await db.JournalLines.CountAsync()).ShouldBe(30);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Work_that_throws_gives_its_number_back(Kind kind)
    {
        await using var test = await TestDatabase.NewAsync(kind, cluster);
        await Should.ThrowAsync<RefusedException>(() => test.Writer.CreateAsync<bool>(creation =>
        {
            creation.Add(A.Request(), 2026);
            throw new RefusedException(new("test.no"));
        }));
        (await test.CreateAsync(A.Request())).ShouldBe("FW-2026-000001");
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Forms_and_years_are_numbered_apart(Kind kind)
    {
        await using var test = await TestDatabase.NewAsync(kind, cluster);
        string[] numbers =
            [await test.CreateAsync(A.Request()), await test.CreateAsync(A.Request(), year: 2027), await test.CreateAsync(A.Request())];
        numbers.ShouldBe(["FW-2026-000001", "FW-2027-000001", "FW-2026-000002"]);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Too_many_waiting_writes_are_refused_at_once(Kind kind)
    {
        await using var test = await TestDatabase.NewAsync(kind, cluster, capacity: 2);
        using var held = new ManualResetEventSlim();
        var blocking = test.Writer.CreateAsync(_ => { held.Wait(); return true; });
        var waiting = new List<Task>();
        await Should.ThrowAsync<BusyException>(async () =>
        {
            for (var i = 0; i < 20; i++) waiting.Add(Started(test.CreateAsync(A.Request())));
            await waiting.First(t => t.IsFaulted);
        });
        held.Set();
        (await blocking).ShouldBeTrue();
        await Task.WhenAll(waiting.Where(t => !t.IsFaulted));
        await using var db = test.Open();
        (await db.Requests.CountAsync()).ShouldBe(waiting.Count(t => t.IsCompletedSuccessfully));
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_caller_who_gives_up_before_the_write_begins_leaves_nothing(Kind kind)
    {
        await using var test = await TestDatabase.NewAsync(kind, cluster);
        using var held = new ManualResetEventSlim();
        using var begun = new ManualResetEventSlim();
        using var cancel = new CancellationTokenSource();
        var blocking = test.Writer.CreateAsync(_ => { begun.Set(); held.Wait(); return true; });
        begun.Wait();
        var given = test.Writer.CreateAsync(creation => { creation.Add(A.Request(), 2026); return true; }, cancel.Token);
        await cancel.CancelAsync();
        held.Set();
        await Should.ThrowAsync<OperationCanceledException>(() => given);
        await blocking;
        (await test.CreateAsync(A.Request())).ShouldBe("FW-2026-000001");
    }

    private static Task Started(Task task) => task;
}
