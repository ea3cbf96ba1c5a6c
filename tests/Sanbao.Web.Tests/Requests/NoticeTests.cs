using Microsoft.EntityFrameworkCore;
using Sanbao.Domain.Kernel;
using Sanbao.Web.Tests.Data;

namespace Sanbao.Web.Tests.Requests;

/// <summary>Who is given work or a visit, or is mentioned, finds it in his notices: one for him, in the save of the deed.</summary>
public class NoticeTests(PostgresCluster cluster)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<Kind, Entrance> Ways => GuardTests.Ways;

    [Theory, MemberData(nameof(Ways))]
    public async Task Whoever_is_given_work_hears_it_and_whoever_had_it_too(Kind kind, Entrance entrance)
    {
        await using var office = await Office.OpenAsync(kind, cluster);
        var (chen, zhao) = (await office.HireAsync("陈伟"), await office.HireAsync("赵磊"));
        var (_, number) = await office.CallAsync(entrance);
        var manager = await Counter.AsAsync(office, "service-manager", entrance);
        await manager.DoAsync(number, "assignment", new { assigneeId = chen, reason = "您熟悉这台" });
        (await ToldAsync(office)).ShouldBe([(chen, NoticeReason.Assigned, "您熟悉这台")]);
        await manager.DoAsync(number, "assignment", new { assigneeId = zhao });
        (await ToldAsync(office)).ShouldBe(
            [(chen, NoticeReason.Assigned, "您熟悉这台"), (zhao, NoticeReason.HandedOver, ""), (chen, NoticeReason.TakenOver, "赵磊")],
            ignoreOrder: true);
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task Whoever_is_to_go_hears_when_and_a_mention_is_heard_with_its_words(Kind kind, Entrance entrance)
    {
        await using var office = await Office.OpenAsync(kind, cluster);
        var (chen, zhao) = (await office.HireAsync("陈伟"), await office.HireAsync("赵磊"));
        var (desk, number) = await office.CallAsync(entrance);
        var appointment = entrance is Entrance.Page ? "2026-05-03T09:30" : "2026-05-03T09:30:00+08:00";
        await desk.DoAsync(number, "visits", new { engineerId = chen, appointment });
        await desk.DoAsync(number, "notes", new { text = "＠赵磊 备件在你车上吗？@没有这人" });
        (await ToldAsync(office)).ShouldBe(
            [(chen, NoticeReason.VisitPlanned, ""), (zhao, NoticeReason.Mentioned, "＠赵磊 备件在你车上吗？@没有这人")], ignoreOrder: true);
        await using var db = office.Read();
        (await db.Notices.SingleAsync(n => n.AccountId == chen, Cancel)).Moment.ShouldBe(A.Now.AddHours(9).AddMinutes(50));
    }

    [Theory, MemberData(nameof(Office.Kinds), MemberType = typeof(Office))]
    public async Task What_was_refused_tells_nobody_and_what_is_sent_twice_tells_once(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind, cluster);
        var chen = await office.HireAsync("陈伟");
        var (desk, number) = await office.CallAsync(Entrance.Program);
        (await desk.TryAsync(number, "notes", new { text = "@陈伟 " + new string('长', 5000) }))!.ShouldStartWith("422");
        (await ToldAsync(office)).ShouldBeEmpty();

        foreach (var _ in new[] { 1, 2 })
        {
            using var note = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/requests/{number}/notes")
            {
                Content = new StringContent("""{"text":"@陈伟 请回电"}""", System.Text.Encoding.UTF8, "application/json"),
            };
            note.Headers.Add("Idempotency-Key", "one-note");
            using var answer = await office.Http.SendAsync(note, Cancel);
            answer.IsSuccessStatusCode.ShouldBeTrue();
        }
        (await ToldAsync(office)).ShouldBe([(chen, NoticeReason.Mentioned, "@陈伟 请回电")]);
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task A_call_of_a_customer_with_an_engineer_of_its_own_is_told_to_him(Kind kind, Entrance entrance)
    {
        await using var office = await Office.OpenAsync(kind, cluster);
        var chen = await office.HireAsync("陈伟");
        await office.ChangeAsync(async db =>
        {
            var customer = await db.Customers.SingleAsync(c => c.Id == office.Customer.Id, Cancel);
            customer.Change(new() { Name = customer.Name, Phone = customer.Phone, DedicatedEngineerId = chen }, A.Clerk, A.Now, "陈伟");
        });
        await office.CallAsync(entrance);
        (await ToldAsync(office)).ShouldBe([(chen, NoticeReason.Assigned, "")]);
    }

    private static async Task<(Guid, NoticeReason, string)[]> ToldAsync(Office office)
    {
        await using var db = office.Read();
        var notices = await db.Notices.AsNoTracking().ToListAsync(Cancel);
        return [.. notices.Select(n => (n.AccountId, n.Reason, n.Text))];
    }
}
