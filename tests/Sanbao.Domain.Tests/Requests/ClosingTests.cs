using Sanbao.Domain.Charters;
using Sanbao.Domain.Kernel;
using Sanbao.Domain.Promises;
using Sanbao.Domain.Requests;

namespace Sanbao.Domain.Tests.Requests;

public class ClosingTests
{
    private static readonly DateTimeOffset Later = Desk.Now.AddHours(1);

    [Fact]
    public void Nothing_closes_unanswered()
    {
        var (request, s0) = (Desk.Take("S0"), Desk.Charter("S0"));
        Desk.Why(() => request.Close(null, null, s0, Desk.Clerk, Later)).ShouldBe("request.not-answered");
        request.Guide("加注润滑脂后正常", "张师傅", GuidanceOutcome.Solved, null, s0, Desk.Clerk, Later);
        request.Close(null, null, s0, Desk.Clerk, Later);
        (request.Status, request.ClosedAt, request.NextDue, request.Solution)
            .ShouldBe((RequestStatus.Closed, Later, Instant.Never, "加注润滑脂后正常"));
    }

    [Theory]
    [InlineData("S0")]
    [InlineData("S2")]
    public void A_complaint_does_not_close_before_the_customer_was_asked(string system)
    {
        var (request, charter) = (Desk.Take(system, Desk.Call(RequestCategory.Complaint)), Desk.Charter(system));
        request.Reply("已处理，依据 GB/T 5237。", null, charter, Desk.Clerk, Later);
        Desk.Why(() => request.Close(null, null, charter, Desk.Clerk, Later)).ShouldBe("request.customer-not-asked");
        request.AskCustomer(Verdict.Satisfied, "满意", Desk.Clerk, Later);
        request.WhyNotClose(null, charter)?.Code.ShouldBeNull();
    }

    [Fact]
    public void What_the_charter_needs_besides_is_asked_for_by_name()
    {
        var (request, s4) = (Desk.Take("S4", Desk.Call(RequestCategory.Complaint)), Desk.Charter("S4"));
        request.Reply("已处理", null, s4, Desk.Clerk, Later);
        request.AskCustomer(Verdict.Satisfied, null, Desk.Clerk, Later);
        Desk.Why(() => request.Close(null, null, s4, Desk.Clerk, Later)).ShouldBe("request.result-not-verified");
        request.VerifyResult("称重复核正常", Desk.Clerk, Later);
        request.Close(null, null, s4, Desk.Clerk, Later);
    }

    [Fact]
    public void Outside_information_closes_only_once_confirmed()
    {
        var (request, s0) = (Desk.Take("S0", Desk.Call() with { Direct = false }), Desk.Charter("S0"));
        request.Reply("已联系", null, s0, Desk.Clerk, Later);
        Desk.Why(() => request.Close(RequestOutcome.NotOurs, null, s0, Desk.Clerk, Later)).ShouldBe("request.not-confirmed");
        request.Confirm("客户确认属实", Desk.Clerk, Later);
        request.Close(RequestOutcome.NotOurs, null, s0, Desk.Clerk, Later);
        Desk.Why(() => request.Confirm("再次", Desk.Clerk, Later)).ShouldBe("request.closed");
    }

    [Fact]
    public void A_fault_with_neither_solution_nor_outcome_does_not_close_and_is_asked_for_it_after_the_answer()
    {
        var (request, s0) = (Desk.Take("S0"), Desk.Charter("S0"));
        Desk.Why(() => request.Close(null, null, s0, Desk.Clerk, Later)).ShouldBe("request.not-answered");
        request.Reply("收到", null, s0, Desk.Clerk, Later);
        request.WhyNotClose().ShouldBeNull("there are ways in which it may end");
        Desk.Why(() => request.Close(null, null, s0, Desk.Clerk, Later)).ShouldBe("request.no-outcome");
        Desk.Why(() => request.Close(RequestOutcome.Solved, null, s0, Desk.Clerk, Later)).ShouldBe("request.no-solution");
        Desk.Why(() => request.Close(RequestOutcome.Duplicate, null, s0, Desk.Clerk, Later)).ShouldBe("request.no-original");
        request.Close(RequestOutcome.Withdrawn, "客户自行处理", s0, Desk.Clerk, Later);
        request.Outcome.ShouldBe(RequestOutcome.Withdrawn);
        request.Unsaved[^1].Arguments.ShouldContain(("outcome", RequestOutcome.Withdrawn));
    }

    [Fact]
    public void Where_a_solution_stands_it_was_solved_and_where_a_number_stands_it_was_the_same_matter()
    {
        var s0 = Desk.Charter("S0");
        var (solved, same) = (Desk.Take("S0"), Desk.Take("S0"));
        solved.Guide("加注润滑脂", null, GuidanceOutcome.Solved, null, s0, Desk.Clerk, Later);
        solved.Close(null, null, s0, Desk.Clerk, Later);
        solved.Outcome.ShouldBe(RequestOutcome.Solved);
        same.Reply("与前次为同一事", null, s0, Desk.Clerk, Later);
        same.LinkTo(solved, Desk.Clerk, Later);
        same.Close(null, null, s0, Desk.Clerk, Later);
        same.Outcome.ShouldBe(RequestOutcome.Duplicate);
        same.Reopen("不是同一事", s0, Desk.Clerk, Later);
        same.DuplicateOfId.ShouldBeNull();
    }

    [Fact]
    public void A_question_closes_with_its_answer_alone()
    {
        var (request, s0) = (Desk.Take("S0", Desk.Call(RequestCategory.Consultation)), Desk.Charter("S0"));
        request.Reply("每 2000 小时换一次", null, s0, Desk.Clerk, Later);
        request.Close(null, null, s0, Desk.Clerk, Later);
        request.Outcome.ShouldBeNull();
    }

    [Fact]
    public void A_charter_may_ask_less_or_more()
    {
        var s0 = Desk.Charter("S0");
        var less = s0 with { Closing = [new([RequestCategory.Fault], [], WaivesOutcome: true)] };
        var more = s0 with { Closing = [new([], [ClosingNeed.Outcome], false)] };
        var (fault, question) = (Desk.Take("S0"), Desk.Take("S0", Desk.Call(RequestCategory.Consultation)));
        fault.Reply("收到", null, s0, Desk.Clerk, Later);
        question.Reply("已答", null, s0, Desk.Clerk, Later);
        fault.WhyNotClose(null, less).ShouldBeNull();
        question.WhyNotClose(null, more)!.Code.ShouldBe("request.no-outcome");
        question.WhyNotClose(RequestOutcome.NotOurs, more).ShouldBeNull();
    }

    [Fact]
    public void What_a_charter_needs_besides_is_needed_of_what_was_solved_only()
    {
        var (request, s4) = (Desk.Take("S4", Desk.Call(RequestCategory.Consultation)), Desk.Charter("S4"));
        request.Reply("已答", null, s4, Desk.Clerk, Later);
        request.WhyNotClose(null, s4)!.Code.ShouldBe("request.result-not-verified");
        request.WhyNotClose(RequestOutcome.Withdrawn, s4).ShouldBeNull();
    }

    [Fact]
    public void What_was_not_due_yet_ends_with_the_reason_and_what_was_overdue_is_missed()
    {
        var s9 = Desk.Charter("S9");
        var request = Desk.Take("S9");
        request.Reply("收到", null, s9, Desk.Clerk, Later);
        request.Close(RequestOutcome.NoFaultFound, null, s9, Desk.Clerk, Desk.Reported.AddHours(2));
        request.Deadline(PromiseCode.Arrival).State.ShouldBe(DeadlineState.Missed);
        var solution = request.Deadline(PromiseCode.Solution);
        (solution.State, solution.CancelledBy, solution.EndedAs)
            .ShouldBe((DeadlineState.Cancelled, EventKind.Closed, RequestOutcome.NoFaultFound));
    }

    [Fact]
    public void What_becomes_of_its_promises_is_told_before_it_closes()
    {
        var s9 = Desk.Charter("S9");
        var request = Desk.Take("S9");
        request.EndsAtClosing(s9, Desk.Reported.AddHours(2)).Select(e => (e.Deadline.Promise, e.End))
            .ShouldBe([(PromiseCode.Arrival, ClosingEffect.Missed), (PromiseCode.Solution, ClosingEffect.Dropped)]);
        var s0 = Desk.Charter("S0");
        var exchanged = Desk.Take("S0", Desk.Call() with { Mode = ServiceMode.Exchange });
        exchanged.RecordStep(EventKind.Shipped, null, null, s0, Desk.Clerk, Desk.Now);
        exchanged.EndsAtClosing(s0, Later).ShouldContain(e => e.Deadline.Promise == PromiseCode.Recovery && e.End == ClosingEffect.GoesOn);
    }

    [Fact]
    public void A_closed_request_is_not_worked_on_until_it_is_reopened()
    {
        var (request, s0) = (Desk.Take("S0"), Desk.Charter("S0"));
        request.Reply("已处理", null, s0, Desk.Clerk, Later);
        request.Close(RequestOutcome.NotOurs, null, s0, Desk.Clerk, Later);
        Desk.Why(() => request.Reply("再答", null, s0, Desk.Clerk, Later)).ShouldBe("request.closed");
        request.Reopen("故障再次出现", s0, Desk.Clerk, Later);
        request.Reply("再答", null, s0, Desk.Clerk, Later);
    }
}
