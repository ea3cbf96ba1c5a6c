using Sanbao.Domain.Charters;
using Sanbao.Domain.Kernel;
using Sanbao.Domain.Requests;

namespace Sanbao.Domain.Tests.Requests;

public class ClosingTests
{
    private static readonly DateTimeOffset Later = Desk.Now.AddHours(1);

    [Fact]
    public void Nothing_closes_unanswered()
    {
        var (request, s0) = (Desk.Take("S0"), Desk.Charter("S0"));
        Desk.Why(() => request.Close(null, s0, Desk.Clerk, Later)).ShouldBe("request.not-answered");
        request.Guide("加注润滑脂后正常", "张师傅", GuidanceOutcome.Solved, null, s0, Desk.Clerk, Later);
        request.Close(null, s0, Desk.Clerk, Later);
        (request.Status, request.ClosedAt, request.NextDue, request.Solution).ShouldBe((RequestStatus.Closed, Later, Instant.Never, "加注润滑脂后正常"));
    }

    [Theory]
    [InlineData("S0")]
    [InlineData("S2")]
    public void A_complaint_does_not_close_before_the_customer_was_asked(string system)
    {
        var (request, charter) = (Desk.Take(system, Desk.Call(RequestCategory.Complaint)), Desk.Charter(system));
        request.Reply("已处理，依据 GB/T 5237。", null, charter, Desk.Clerk, Later);
        Desk.Why(() => request.Close(null, charter, Desk.Clerk, Later)).ShouldBe("request.customer-not-asked");
        request.AskCustomer(Verdict.Satisfied, "满意", Desk.Clerk, Later);
        request.WhyNotClose(charter)?.Code.ShouldBeNull();
    }

    [Fact]
    public void What_the_charter_needs_besides_is_asked_for_by_name()
    {
        var (request, s4) = (Desk.Take("S4", Desk.Call(RequestCategory.Complaint)), Desk.Charter("S4"));
        request.Reply("已处理", null, s4, Desk.Clerk, Later);
        request.AskCustomer(Verdict.Satisfied, null, Desk.Clerk, Later);
        Desk.Why(() => request.Close(null, s4, Desk.Clerk, Later)).ShouldBe("request.result-not-verified");
        request.VerifyResult("称重复核正常", Desk.Clerk, Later);
        request.Close(null, s4, Desk.Clerk, Later);
    }

    [Fact]
    public void Outside_information_closes_only_once_confirmed()
    {
        var (request, s0) = (Desk.Take("S0", Desk.Call() with { Direct = false }), Desk.Charter("S0"));
        request.Reply("已联系", null, s0, Desk.Clerk, Later);
        Desk.Why(() => request.Close(null, s0, Desk.Clerk, Later)).ShouldBe("request.not-confirmed");
        request.Confirm("客户确认属实", Desk.Clerk, Later);
        request.Close(null, s0, Desk.Clerk, Later);
        Desk.Why(() => request.Confirm("再次", Desk.Clerk, Later)).ShouldBe("request.closed");
    }

    [Fact]
    public void A_closed_request_is_not_worked_on_until_it_is_reopened_and_its_history_stays()
    {
        var (request, s0) = (Desk.Take("S0"), Desk.Charter("S0"));
        request.Reply("已处理", null, s0, Desk.Clerk, Later);
        request.Close(null, s0, Desk.Clerk, Later);
        Desk.Why(() => request.Reply("再答", null, s0, Desk.Clerk, Later)).ShouldBe("request.closed");

        request.Reopen("故障再次出现", s0, Desk.Clerk, Later);
        (request.Status, request.Reopened, request.ClosedAt).ShouldBe((RequestStatus.Open, 1, null));
        request.CaseEvents().ShouldNotContain(e => e.Kind == EventKind.Closed);
        request.Events.ShouldContain(e => e.Kind == EventKind.Closed);
        request.Unsaved.Select(l => l.Code).ShouldBe(["request.opened", "request.replied", "request.closed", "request.reopened"]);
        Desk.Why(() => request.Reopen("又", s0, Desk.Clerk, Later)).ShouldBe("request.not-closed");
    }
}
