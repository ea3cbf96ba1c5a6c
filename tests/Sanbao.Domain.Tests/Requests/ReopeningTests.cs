using Sanbao.Domain.Charters;
using Sanbao.Domain.Entitlement;
using Sanbao.Domain.Kernel;
using Sanbao.Domain.Promises;
using Sanbao.Domain.Requests;
using Sanbao.Domain.Tests.InstalledBase;

namespace Sanbao.Domain.Tests.Requests;

public class ReopeningTests
{
    private static readonly Charter S0 = Desk.Charter("S0");
    private static readonly DateTimeOffset Closed = Desk.Now.AddHours(1), Again = Desk.Now.AddDays(3);

    [Fact]
    public void A_reopened_request_owes_its_reply_anew_and_does_not_close_again_unanswered()
    {
        var request = Reopened();
        var reply = request.Deadline(PromiseCode.Reply);
        (reply.StartedBy, reply.Due, reply.State, request.NextDue)
            .ShouldBe((EventKind.Reopened, Again.AddHours(2), DeadlineState.Running, Again.AddHours(2)));
        Desk.Why(() => request.Close(RequestOutcome.Withdrawn, null, S0, Desk.Clerk, Again)).ShouldBe("request.not-answered");
        request.Reply("明天上门", null, S0, Desk.Clerk, Again);
        Desk.Why(() => request.Close(null, null, S0, Desk.Clerk, Again)).ShouldBe("request.no-outcome");
    }

    [Fact]
    public void Its_history_stays_and_the_earlier_promise_is_kept_as_it_ended()
    {
        var request = Reopened();
        (request.Status, request.Reopened, request.ClosedAt, request.Outcome, request.Solution)
            .ShouldBe((RequestStatus.Open, 1, null, null, ""));
        request.Unsaved.Select(l => l.Code).ShouldBe(["request.opened", "request.guided", "request.closed", "request.reopened"]);
        request.Deadlines.Entries.Where(d => d.Behind == 1).ShouldHaveSingleItem().State.ShouldBe(DeadlineState.Met);
        Desk.Why(() => request.Reopen("又", S0, Desk.Clerk, Again)).ShouldBe("request.not-closed");
    }

    [Fact]
    public void What_was_missed_before_the_reopening_stays_missed()
    {
        var request = Desk.Take("S0");
        request.ChooseMode(ServiceMode.OnSite, "停机", S0, Desk.Clerk, Desk.Now);
        request.Reply("派人", null, S0, Desk.Clerk, Desk.Now);
        var late = Desk.Reported.AddHours(30);
        request.Close(RequestOutcome.NoFaultFound, null, S0, Desk.Clerk, late);
        request.Reopen("又响", S0, Desk.Clerk, late.AddDays(1));
        var missed = request.Deadlines.Entries.Single(d => d.Promise is PromiseCode.Arrival && d.Behind == 1);
        (missed.State, missed.IsOpen, missed.OwedAt, missed.AlarmAt).ShouldBe((DeadlineState.Missed, false, Instant.Never, Instant.Never));
        request.Deadline(PromiseCode.Arrival).Due.ShouldBe(late.AddDays(2));
    }

    [Fact]
    public void Nothing_is_told_of_it_that_happened_before_the_reopening()
    {
        var request = Reopened();
        Desk.Wrong(() => request.Reply("早答了", Again.AddMinutes(-1), S0, Desk.Clerk, Again)).Code.ShouldBe("instant.before-reopening");
    }

    [Fact]
    public void Of_one_instant_the_reopening_comes_last_and_what_follows_it_counts()
    {
        var request = Desk.Take("S0");
        request.Guide("加脂", null, GuidanceOutcome.Solved, null, S0, Desk.Clerk, Closed);
        request.Close(null, null, S0, Desk.Clerk, Closed);
        request.Reopen("又响", S0, Desk.Clerk, Closed);
        request.Deadline(PromiseCode.Reply).State.ShouldBe(DeadlineState.Running);
        request.Reply("再看", null, S0, Desk.Clerk, Closed);
        request.Deadline(PromiseCode.Reply).State.ShouldBe(DeadlineState.Met);
    }

    [Fact]
    public void Every_repair_counts_with_its_days_and_its_own_cause()
    {
        var (request, facts) = Judged();
        Repair(request, 10, Cause.Quality, facts, Desk.Now.AddDays(10));
        request.Reopen("没修好", S0, Desk.Clerk, Desk.Now.AddDays(12));
        Repair(request, 7, Cause.Misuse, facts, Desk.Now.AddDays(19));

        request.Repairs.Select(r => (r.Round, r.Days, r.Cause, r.Counts))
            .ShouldBe([(0, 10, Cause.Quality, true), (1, 7, Cause.Misuse, false)]);
        (request.Repaired, request.FailedRepairs, request.FailedRepairDays)
            .ShouldBe((true, 1, 10), "a fault that is not covered is no failed repair, nor do its days count");
    }

    [Fact]
    public void A_repair_told_again_takes_the_place_of_the_one_before()
    {
        var (request, _) = Judged();
        request.RecordSolution("换轴承", true, 10, null, S0, Desk.Clerk, Closed);
        request.RecordSolution("换轴承，找正", true, 3, null, S0, Desk.Clerk, Closed);
        request.Repairs.ShouldHaveSingleItem().Days.ShouldBe(3);
        request.RecordSolution("紧固螺栓，未拆机", false, 0, null, S0, Desk.Clerk, Closed);
        (request.Repairs.Count, request.Repaired, request.FailedRepairs).ShouldBe((0, false, 0));
    }

    [Fact]
    public void A_repair_counts_while_the_cause_is_not_found_and_no_longer_when_it_proves_not_covered()
    {
        var (request, facts) = Judged();
        request.RecordSolution("换轴承", true, 5, null, S0, Desk.Clerk, Closed);
        (request.FailedRepairs, request.FailedRepairDays).ShouldBe((1, 5));
        request.Judge(facts with { Cause = Cause.Misuse }, final: true, S0, Desk.Clerk, Closed);
        (request.FailedRepairs, request.FailedRepairDays, request.Repaired).ShouldBe((0, 0, true));
    }

    [Fact]
    public void The_repairs_after_which_it_was_opened_again_belong_to_its_own_history()
    {
        var (request, facts) = Judged();
        Repair(request, 10, Cause.Quality, facts, Desk.Now.AddDays(10));
        request.OwnHistory().ShouldBe(RepairHistory.None);
        request.Reopen("没修好", S0, Desk.Clerk, Desk.Now.AddDays(12));
        request.OwnHistory().ShouldBe(new(1, null, 10));
    }

    private static ServiceRequest Reopened()
    {
        var request = Desk.Take("S0");
        request.Guide("加注润滑脂后正常", "张师傅", GuidanceOutcome.Solved, null, S0, Desk.Clerk, Closed);
        request.Close(null, null, S0, Desk.Clerk, Closed);
        request.Reopen("故障再次出现", S0, Desk.Clerk, Again);
        return request;
    }

    private static (ServiceRequest Request, Facts Facts) Judged()
    {
        var unit = EquipmentTests.Unit(new() { Delivered = new(2026, 1, 10) });
        var facts = unit.FactsOn(new(2026, 5, 2), null, RepairHistory.None);
        return (
            ServiceRequest.Open(Desk.Call() with { Unit = unit }, S0, (facts, EntitlementEngine.Judge(S0, facts)), Desk.Clerk, Desk.Now),
            facts);
    }

    private static void Repair(ServiceRequest request, int days, Cause cause, Facts facts, DateTimeOffset at)
    {
        request.Reply("返修", null, S0, Desk.Clerk, at);
        request.Judge(facts with { Cause = cause }, final: true, S0, Desk.Clerk, at);
        request.RecordSolution("换轴承", true, days, null, S0, Desk.Clerk, at);
        request.Close(null, null, S0, Desk.Clerk, at);
    }
}
