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
    public void Arriving_at_the_due_instant_is_in_time_and_a_late_arrival_fixes_the_overrun(string arrived, DeadlineState state,
        int overrun)
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

    [Theory]
    [InlineData("2026-05-11 15:00", 60)]
    [InlineData("2026-05-12 14:00", 24 * 60)]
    public void What_is_cancelled_after_its_due_was_missed_and_its_overrun_ends_there(string closed, int overrun)
    {
        foreach (var now in new[] { "2026-05-12 14:00", "2026-12-02 09:00" })
            foreach (CaseEvent[] more in new CaseEvent[][] { [], [Event(EventKind.Arrived, "2026-08-07 10:30")] })
            {
                var deadline = Single(Arrival, now, [Call, Event(EventKind.Closed, closed), .. more]);
                (deadline.State, deadline.OverrunMinutes, deadline.MetAt).ShouldBe((DeadlineState.Missed, overrun, null));
                deadline.CancelledAt.ShouldBe(Shared.At(closed));
            }
    }

    [Fact]
    public void S0_solved_an_hour_after_the_arrival_was_due_missed_it_by_an_hour_for_ever()
    {
        var visit = Fault with { Mode = ServiceMode.OnSite };
        CaseEvent[] events =
            [Reported("2026-05-02 23:30"), Event(EventKind.Solved, "2026-05-05 00:30"), Event(EventKind.Closed, "2026-05-05 00:40")];
        var arrival = PromiseEngine.DeadlinesOf(Systems.Of("S0"), visit, events, Shared.At("2026-12-02 09:00"))
            .Single(d => d.Promise == PromiseCode.Arrival);
        (arrival.State, arrival.OverrunMinutes).ShouldBe((DeadlineState.Missed, 60));
    }

    [Fact]
    public void Met_late_and_cancelled_later_still_was_met_late()
    {
        var deadline = Single(Arrival, "2026-05-13 00:00", Call, Event(EventKind.Arrived, "2026-05-11 16:00"),
            Event(EventKind.Closed, "2026-05-11 17:00"));
        (deadline.State, deadline.OverrunMinutes, deadline.CancelledAt).ShouldBe((DeadlineState.Missed, 120, null));
        deadline.MetAt.ShouldBe(Shared.At("2026-05-11 16:00"));
    }

    [Fact]
    public void An_event_that_is_still_to_come_neither_meets_nor_cancels_yet()
    {
        CaseEvent arrival = Event(EventKind.Arrived, "2026-05-11 13:00"), end = Event(EventKind.Closed, "2026-05-11 12:30");
        Single(Arrival, "2026-05-11 12:00", Call, arrival).State.ShouldBe(DeadlineState.Running);
        Single(Arrival, "2026-05-11 13:00", Call, arrival).State.ShouldBe(DeadlineState.Met);
        Single(Arrival, "2026-05-11 12:00", Call, end).State.ShouldBe(DeadlineState.Running);
        Single(Arrival, "2026-05-11 12:30", Call, end).State.ShouldBe(DeadlineState.Cancelled);
        Single(Arrival, "2026-05-11 14:30", Call, Event(EventKind.Arrived, "2026-05-11 15:00")).OverrunMinutes.ShouldBe(30);
    }

    [Fact]
    public void As_a_start_an_event_that_is_still_to_come_counts_at_once()
    {
        var rule = Rule(PromiseCode.Arrival, AfterLast(240, AmountUnit.Minutes, EventKind.Reported, EventKind.Appointed),
            EventKind.Arrived);
        Single(rule, "2026-05-11 10:30", Call, Event(EventKind.Appointed, "2026-05-13 08:00")).Due.Local().ShouldBe("2026-05-13 12:00:00");
    }

    [Fact]
    public void The_overrun_of_working_time_that_was_cancelled_counts_working_time_too()
    {
        var rule = Rule(PromiseCode.Handling, After(60, AmountUnit.WorkingMinutes, EventKind.Reported), EventKind.Handled)
            .CancelledBy(EventKind.Closed);
        // Due Friday 17:30; closed on Monday at 09:30, an hour of work later.
        Single(rule, "2026-06-30 09:00", Reported("2026-05-15 16:30"), Event(EventKind.Closed, "2026-05-18 09:30"))
            .OverrunMinutes.ShouldBe(60);
    }

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
        CaseEvent[] events = [Event(EventKind.Accepted, "2026-05-03 08:00"), Event(EventKind.Delivered, "2026-05-01 08:00"),
            Event(EventKind.Delivered, "2026-05-02 08:00")];
        var first = Single(Rule(PromiseCode.Training, After(60, AmountUnit.Minutes, EventKind.Delivered, EventKind.Accepted)),
            "2026-05-03 08:00", events);
        (first.StartedBy, first.Due.Local()).ShouldBe((EventKind.Delivered, "2026-05-01 09:00:00"));
        var last = Single(Rule(PromiseCode.Training, AfterLast(60, AmountUnit.Minutes, EventKind.Delivered, EventKind.Accepted)),
            "2026-05-03 08:00", events);
        (last.StartedBy, last.Due.Local()).ShouldBe((EventKind.Accepted, "2026-05-03 09:00:00"));
    }

    [Fact]
    public void Two_rules_of_one_promise_are_told_apart_by_their_keys()
    {
        var quick = Rule(PromiseCode.Reply, After(10, AmountUnit.Minutes, EventKind.Reported)) with { Key = "quick" };
        var slow = Rule(PromiseCode.Reply, After(20, AmountUnit.Minutes, EventKind.Reported)) with { Key = "slow" };
        PromiseEngine.DeadlinesOf(Charter(slow, quick), Fault, [Call], Shared.At("2026-05-11 10:00")).Select(d => d.Rule)
            .ShouldBe(["quick", "slow"]);
    }
}
