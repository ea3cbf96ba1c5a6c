using Sanbao.Domain.Charters;
using Sanbao.Domain.Promises;
using static Sanbao.Domain.Tests.Promises.ByHand;

namespace Sanbao.Domain.Tests.Promises;

public class StateTests
{
    private static readonly PromiseRule Arrival =
        Rule(PromiseCode.Arrival, After(240, AmountUnit.Minutes, EventKind.Reported), EventKind.Arrived).CancelledBy(EventKind.Closed);

    private static readonly CaseEvent Call = Reported("2026-05-11 10:00");

    [Theory]
    [InlineData("2026-05-11 14:00:00", DeadlineState.Running, 0)]
    [InlineData("2026-05-11 14:00:01", DeadlineState.Missed, 0)]
    [InlineData("2026-05-11 15:30:59", DeadlineState.Missed, 90)]
    public void An_unmet_promise_runs_up_to_its_due_instant_and_is_missed_after_it(string now, DeadlineState state, int overrun)
    {
        var deadline = Single(Arrival, now, Call);
        deadline.State.ShouldBe(state);
        deadline.OverrunMinutes.ShouldBe(overrun);
        deadline.MetAt.ShouldBeNull();
    }

    [Theory]
    [InlineData("2026-05-11 10:00", DeadlineState.Met, 0)]
    [InlineData("2026-05-11 14:00", DeadlineState.Met, 0)]
    [InlineData("2026-05-11 16:01", DeadlineState.Missed, 121)]
    public void Arriving_at_the_due_instant_is_in_time_and_a_late_arrival_fixes_the_overrun(string arrived, DeadlineState state, int overrun)
    {
        var deadline = Single(Arrival, "2026-05-13 00:00", Call, Event(EventKind.Arrived, arrived));
        deadline.State.ShouldBe(state);
        deadline.OverrunMinutes.ShouldBe(overrun);
        deadline.MetAt!.Value.ShouldBe(Shared.At(arrived));
    }

    [Fact]
    public void What_happened_before_the_start_meets_nothing() =>
        Single(Arrival, "2026-05-11 12:00", Call, Event(EventKind.Arrived, "2026-05-11 09:59")).State.ShouldBe(DeadlineState.Running);

    [Theory]
    [InlineData("2026-05-11 11:00", DeadlineState.Cancelled)]
    [InlineData("2026-05-11 14:00", DeadlineState.Cancelled)]
    [InlineData("2026-05-11 14:01", DeadlineState.Missed)]
    [InlineData("2026-05-11 09:00", DeadlineState.Missed)]
    public void Closing_cancels_what_is_still_running_and_nothing_else(string closed, DeadlineState state) =>
        Single(Arrival, "2026-05-12 00:00", Call, Event(EventKind.Closed, closed)).State.ShouldBe(state);

    [Theory]
    [InlineData("2026-05-11 11:00", "2026-05-11 12:00", DeadlineState.Met)]
    [InlineData("2026-05-11 12:00", "2026-05-11 12:00", DeadlineState.Met)]
    [InlineData("2026-05-11 12:00", "2026-05-11 11:00", DeadlineState.Cancelled)]
    public void Of_meeting_and_cancelling_the_first_decides(string arrived, string closed, DeadlineState state) =>
        Single(Arrival, "2026-05-12 00:00", Call, Event(EventKind.Arrived, arrived), Event(EventKind.Closed, closed)).State.ShouldBe(state);

    [Fact]
    public void The_overrun_of_a_working_day_promise_counts_working_time()
    {
        var rule = Rule(PromiseCode.Handling, After(1, AmountUnit.WorkingDays, EventKind.Reported), EventKind.Handled);
        // Due Friday 2026-05-15 17:30; Monday 09:00 is half a working hour later.
        Single(rule, "2026-05-18 09:00", Reported("2026-05-14 10:00")).OverrunMinutes.ShouldBe(30);
    }

    [Fact]
    public void Counting_through_a_year_that_is_not_announced_says_so()
    {
        var rule = Rule(PromiseCode.Handling, After(3, AmountUnit.WorkingDays, EventKind.Reported), EventKind.Handled);
        Single(rule, "2026-12-30 11:00", Reported("2026-12-30 10:00")).CalendarUnannounced.ShouldBeTrue();
        Single(rule, "2026-12-23 11:00", Reported("2026-12-23 10:00")).CalendarUnannounced.ShouldBeFalse();
        Single(Arrival, "2026-12-31 23:00", Reported("2026-12-31 22:00")).CalendarUnannounced.ShouldBeFalse();
    }

    [Fact]
    public void The_first_start_counts_and_of_the_last_of_two_the_latest()
    {
        CaseEvent[] events = [Event(EventKind.Accepted, "2026-05-03 08:00"), Event(EventKind.Delivered, "2026-05-01 08:00"), Event(EventKind.Delivered, "2026-05-02 08:00")];
        var first = Single(Rule(PromiseCode.Training, After(60, AmountUnit.Minutes, EventKind.Delivered, EventKind.Accepted)), "2026-05-03 08:00", events);
        (first.StartedBy, first.Due.Local()).ShouldBe((EventKind.Delivered, "2026-05-01 09:00:00"));
        var last = Single(Rule(PromiseCode.Training, AfterLast(60, AmountUnit.Minutes, EventKind.Delivered, EventKind.Accepted)), "2026-05-03 08:00", events);
        (last.StartedBy, last.Due.Local()).ShouldBe((EventKind.Accepted, "2026-05-03 09:00:00"));
    }

    [Fact]
    public void Two_rules_of_one_promise_are_told_apart_by_their_keys()
    {
        var quick = Rule(PromiseCode.Reply, After(10, AmountUnit.Minutes, EventKind.Reported)) with { Key = "quick" };
        var slow = Rule(PromiseCode.Reply, After(20, AmountUnit.Minutes, EventKind.Reported)) with { Key = "slow" };
        PromiseEngine.DeadlinesOf(Charter(slow, quick), Fault, [Call], Shared.At("2026-05-11 10:00")).Select(d => d.Rule).ShouldBe(["quick", "slow"]);
    }
}
