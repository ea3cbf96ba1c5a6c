using Microsoft.EntityFrameworkCore;
using Sanbao.Data.Writing;
using Sanbao.Domain.Kernel;

namespace Sanbao.Web.Tests.Data;

public class IdempotencyTests(PostgresCluster cluster)
{
    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task The_same_key_and_body_answers_the_first_result_however_many_send_it_at_once(Kind kind)
    {
        await using var test = await TestDatabase.NewAsync(kind, cluster);
        var idempotency = new Idempotency(test.Store, test.Writer);
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => Post(idempotency, "k1", "body"))));
        answers.Select(a => a.Result).Distinct().ShouldHaveSingleItem().ShouldBe("FW-2026-000001");
        answers.Count(a => !a.Replayed).ShouldBe(1);
        await using var db = test.Open();
        (await db.Requests.CountAsync()).ShouldBe(1);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task The_same_key_with_another_body_is_an_error_at_the_key(Kind kind)
    {
        await using var test = await TestDatabase.NewAsync(kind, cluster);
        var idempotency = new Idempotency(test.Store, test.Writer);
        await Post(idempotency, "k1", "body");
        var why = await Should.ThrowAsync<FieldErrorsException>(() => Post(idempotency, "k1", "other"));
        why.Errors.ShouldHaveSingleItem().Code.ShouldBe("idempotency.other-body");
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task What_may_be_there_but_once_answers_the_first_result_to_all_who_send_it_at_once(Kind kind)
    {
        await using var test = await TestDatabase.NewAsync(kind, cluster);
        var idempotency = new Idempotency(test.Store, test.Writer);
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => Post(idempotency, "k1", "body", "mail-7"))));
        answers.Select(a => a.Result).Distinct().ShouldHaveSingleItem().ShouldBe("FW-2026-000001");
        answers.Count(a => !a.Replayed).ShouldBe(1);
    }

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Work_that_can_be_done_but_once_answers_the_first_result_to_all_who_send_it_at_once(Kind kind)
    {
        await using var test = await TestDatabase.NewAsync(kind, cluster);
        var idempotency = new Idempotency(test.Store, test.Writer);
        var number = await test.CreateAsync(A.Request());
        var answers = await Task.WhenAll(Enumerable.Range(0, 20)
            .Select(_ => Task.Run(() => idempotency.RunOnceAsync(new("k1", "body"), A.Now, async db =>
        {
            var found = await db.Requests.SingleAsync(r => r.Number == number);
            if (found.Version > 1) throw new RefusedException(new("request.done-already"));
            found.Note("看过", A.Clerk, A.Now);
            return new(200, "seen");
        }))));
        answers.ShouldAllBe(a => a.Result == "seen");
        answers.Count(a => !a.Replayed).ShouldBe(1);
    }

    private static Task<KeyedResult> Post(Idempotency idempotency, string key, string body, string? reference = null) =>
        idempotency.CreateOnceAsync(new(key, body), A.Now, () =>
            Task.FromResult<KeyedResult?>(null), () => Task.FromResult<Func<Creation, KeyedResult>>(creation =>
        {
            var request = A.Request(reference: reference);
            creation.Add(request, 2026);
            return new(201, request.Number);
        }));
}
