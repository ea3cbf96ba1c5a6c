using System.Net;
using Microsoft.EntityFrameworkCore;
using Sanbao.Web.Tests.Data;

namespace Sanbao.Web.Tests.Requests;

/// <summary>The same message never makes two requests (D8).</summary>
public class RepeatingTests(PostgresCluster cluster)
{
    private const string Body = """{"channel":"api","category":"fault","serial":"YE3-2024-000123","description":"轴承异响"}""";

    private static string Referred(string description = "轴承异响") =>
        $$"""{"category":"fault","serial":"YE3-2024-000123","description":"{{description}}","externalReference":"ERP-4711"}""";

    [Theory, MemberData(nameof(Office.Kinds), MemberType = typeof(Office))]
    public async Task A_repeated_key_gets_the_first_answer_letter_by_letter(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind, cluster);
        using var first = await office.SendAsync(Body, "k-1");
        using var second = await office.SendAsync(Body, "k-1");
        first.StatusCode.ShouldBe(HttpStatusCode.Created);
        second.StatusCode.ShouldBe(HttpStatusCode.Created);
        second.Headers.Location.ShouldNotBeNull().ShouldBe(first.Headers.Location);
        second.Headers.GetValues("Idempotency-Replayed").ShouldBe(["true"]);
        (await Text(second)).ShouldBe(await Text(first));
        await MadeAsync(office, 1);
    }

    [Theory, MemberData(nameof(Office.Kinds), MemberType = typeof(Office))]
    public async Task A_key_with_another_body_is_told_at_the_key_and_makes_nothing(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind, cluster);
        using var first = await office.SendAsync(Body, "k-1");
        using var other = await office.SendAsync(Body.Replace("异响", "漏油", StringComparison.Ordinal), "k-1");
        other.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Text(other)).ShouldContain("\"Idempotency-Key\"");
        await MadeAsync(office, 1);
    }

    [Theory, MemberData(nameof(Office.Kinds), MemberType = typeof(Office))]
    public async Task A_form_that_is_sent_again_is_done_once_and_with_other_words_it_is_told(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind, cluster);
        (await office.SendAsync(Body, "k-1")).StatusCode.ShouldBe(HttpStatusCode.Created);
        var clerk = await Counter.AsAsync(office, "liaison");
        const string Replies = "/requests/FW-2026-000001/replies";
        var form = Counter.FieldsOf(await clerk.PageAsync(Replies), Replies);
        form["text"] = "工程师明天上午到";
        (await clerk.PostAsync(Replies, form)).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await clerk.PostAsync(Replies, form)).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        form["text"] = "工程师后天上午到";
        (await clerk.PostAsync(Replies, form)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        await using var db = office.Read();
        (await db.Set<Sanbao.Data.Journal.JournalLine>().CountAsync(l => l.Text.Contains("工程师"), TestContext.Current.CancellationToken))
            .ShouldBe(1);
    }

    [Theory, MemberData(nameof(Office.Kinds), MemberType = typeof(Office))]
    public async Task What_was_refused_does_not_use_its_key_up(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind, cluster);
        using var refused = await office.SendAsync("""{"category":"fault"}""", "k-1");
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using var mended = await office.SendAsync(Body, "k-1");
        mended.StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Theory, MemberData(nameof(Office.Kinds), MemberType = typeof(Office))]
    public async Task Two_callers_may_choose_the_same_key(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind, cluster);
        using var first = await office.SendAsync(Body, "k-1");
        office.Http.DefaultRequestHeaders.Authorization = (await office.ClientAsync("engineer")).DefaultRequestHeaders.Authorization;
        using var second = await office.SendAsync(Body, "k-1");
        second.StatusCode.ShouldBe(HttpStatusCode.Created);
        await MadeAsync(office, 2);
    }

    [Theory, MemberData(nameof(Office.Kinds), MemberType = typeof(Office))]
    public async Task A_known_reference_answers_the_request_that_has_it_whatever_else_is_said(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind, cluster);
        using var first = await office.SendAsync(Referred());
        using var again = await office.SendAsync(Referred("同一件事，换一种说法"));
        first.StatusCode.ShouldBe(HttpStatusCode.Created);
        again.StatusCode.ShouldBe(HttpStatusCode.OK);
        again.Headers.Location.ShouldBe(first.Headers.Location);
        (await Text(again)).ShouldContain("轴承异响");
        await MadeAsync(office, 1);
    }

    [Theory, MemberData(nameof(Office.Kinds), MemberType = typeof(Office))]
    public async Task Many_at_once_with_one_reference_make_one_request_and_no_gap(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind, cluster);
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => office.SendAsync(Referred())));
        answers.Count(a => a.StatusCode == HttpStatusCode.Created).ShouldBe(1);
        answers.Count(a => a.StatusCode == HttpStatusCode.OK).ShouldBe(11);
        answers.Select(a => a.Headers.Location).Distinct().Count().ShouldBe(1);
        await MadeAsync(office, 1);
        using var next = await office.SendAsync(Body);
        (await Text(next)).ShouldContain("FW-2026-000002");
    }

    [Theory, MemberData(nameof(Office.Kinds), MemberType = typeof(Office))]
    public async Task Many_at_once_with_one_key_make_one_request(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind, cluster);
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => office.SendAsync(Body, "k-1")));
        answers.ShouldAllBe(a => a.StatusCode == HttpStatusCode.Created);
        (await Task.WhenAll(answers.Select(Text))).Distinct().Count().ShouldBe(1);
        await MadeAsync(office, 1);
    }

    private static Task<string> Text(HttpResponseMessage response) =>
        response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    private static async Task MadeAsync(Office office, int count)
    {
        await using var db = office.Read();
        (await db.Requests.CountAsync()).ShouldBe(count);
        (await db.Set<Sanbao.Domain.Requests.Judgement>().CountAsync()).ShouldBe(count);
    }
}
