using Sanbao.Domain.Charters;
using Sanbao.Domain.Promises;
using static Sanbao.Domain.Tests.Promises.ByHand;

namespace Sanbao.Domain.Tests.Promises;

public class TimingTests
{
    [Theory]
    [InlineData(90, AmountUnit.Minutes, "2026-05-11 11:30:00")]
    [InlineData(480, AmountUnit.WorkingMinutes, "2026-05-12 09:00:00")]
    [InlineData(1, AmountUnit.WorkingDays, "2026-05-12 17:30:00")]
    [InlineData(1, AmountUnit.Days, "2026-05-12 23:59:59")]
    [InlineData(1, AmountUnit.Months, "2026-06-11 23:59:59")]
    [InlineData(int.MaxValue, AmountUnit.Minutes, "6109-06-03 12:07:00")]
    public void Each_unit_counts_in_its_own_way(int count, AmountUnit unit, string due) =>
        Single(Rule(PromiseCode.Reply, After(count, unit, EventKind.Reported)), "2026-05-11 10:00", Reported("2026-05-11 10:00"))
            .Due.Local().ShouldBe(due);

    [Fact]
    public void Months_end_with_the_last_day_of_a_shorter_month() =>
        Single(Rule(PromiseCode.FollowUp, After(1, AmountUnit.Months, EventKind.Sold)), "2026-02-01 10:00",
            Event(EventKind.Sold, "2026-01-31 10:00"))
            .Due.Local().ShouldBe("2026-02-28 23:59:59");

    [Fact]
    public void The_day_is_that_of_the_charters_zone_whatever_offset_an_event_came_with() =>
        Single(Rule(PromiseCode.Payment, After(1, AmountUnit.Days, EventKind.StatementReceived)), "2026-05-12 10:00",
            new CaseEvent(EventKind.StatementReceived, new(2026, 5, 11, 18, 0, 0, TimeSpan.Zero))).Due.Local()
                .ShouldBe("2026-05-13 23:59:59");

    [Theory]
    [InlineData(90, AmountUnit.Minutes, "2026-05-11 08:30:00")]
    [InlineData(120, AmountUnit.WorkingMinutes, "2026-05-09 17:00:00")]     // 9 May, a Saturday, is made up
    [InlineData(2, AmountUnit.WorkingDays, "2026-05-08 17:30:00")]
    [InlineData(7, AmountUnit.Days, "2026-05-04 23:59:59")]
    [InlineData(3, AmountUnit.Months, "2026-02-11 23:59:59")]
    public void Before_an_event_each_unit_counts_back(int count, AmountUnit unit, string due)
    {
        var rule = Rule(PromiseCode.VisitNotice, Before(count, unit, EventKind.Appointed), EventKind.Noticed);
        Single(rule, "2026-01-11 10:00", Event(EventKind.Appointed, "2026-05-11 10:00")).Due.Local().ShouldBe(due);
    }

    [Theory]
    [InlineData("2026-05-13 08:30", "2026-05-12 08:30:00")]     // nine hours of work lie between, a whole day
    [InlineData("2026-05-13 08:31", "2026-05-12 08:31:00")]
    [InlineData("2026-05-11 08:30", "2026-05-09 08:30:00")]     // 9 May, a Saturday, is made up
    public void Working_time_before_an_event_may_begin_with_the_day(string appointed, string due)
    {
        var rule = Rule(PromiseCode.VisitNotice, Before(540, AmountUnit.WorkingMinutes, EventKind.Appointed), EventKind.Noticed);
        var appointment = Event(EventKind.Appointed, appointed);
        Single(rule, "2026-05-08 10:00", appointment).Due.Local().ShouldBe(due);
        Single(rule, "2026-05-20 10:00", appointment, new(EventKind.Noticed, Shared.At(due))).State.ShouldBe(DeadlineState.Met);
    }

    [Fact]
    public void What_starts_a_clock_does_not_meet_it_but_the_next_of_its_kind_does()
    {
        var rule = Rule(PromiseCode.Inspection, After(6, AmountUnit.Months, EventKind.Inspected), EventKind.Inspected);
        var first = Event(EventKind.Inspected, "2026-01-20 10:00");
        Single(rule, "2026-02-01 00:00", first, first).State.ShouldBe(DeadlineState.Running);
        Single(rule, "2026-08-01 00:00", first, Event(EventKind.Inspected, "2026-07-01 10:00")).State.ShouldBe(DeadlineState.Met);
    }

    [Fact]
    public void Rules_that_wait_for_each_others_miss_never_start()
    {
        var a = Rule(PromiseCode.Loaner, new Timing.WhenMissed(PromiseCode.Exchange));
        var b = Rule(PromiseCode.Exchange, new Timing.WhenMissed(PromiseCode.Loaner));
        PromiseEngine.DeadlinesOf(Charter(a, b), Fault, [Reported("2026-05-11 10:00")], Shared.At("2027-05-11 10:00")).ShouldBeEmpty();
    }

    [Fact]
    public void A_promise_may_follow_the_miss_of_one_that_stands_behind_it_in_the_charter()
    {
        var loaner = Rule(PromiseCode.Loaner, new Timing.WhenMissed(PromiseCode.Solution),
            EventKind.LoanerReturned) with { OpenEnded = true };
        var solution = Rule(PromiseCode.Solution, After(60, AmountUnit.Minutes, EventKind.Reported), EventKind.Solved);
        PromiseEngine.DeadlinesOf(Charter(loaner, solution), Fault, [Reported("2026-05-11 10:00")], Shared.At("2026-05-11 12:00"))
            .Select(d => d.Promise).ShouldBe([PromiseCode.Loaner, PromiseCode.Solution]);
    }

    [Theory]
    [InlineData("0001-01-01 09:00")]
    [InlineData("9999-12-31 23:00")]
    public void The_ends_of_the_calendar_break_nothing(string at)
    {
        foreach (var unit in Enum.GetValues<AmountUnit>())
            foreach (var timing in new[] { After(int.MaxValue, unit, EventKind.Reported), Before(int.MaxValue, unit, EventKind.Reported) })
                Should.NotThrow(() => Single(Rule(PromiseCode.Reply, timing), at, Reported(at)));
        Should.NotThrow(() => PromiseEngine.DeadlinesOf(Systems.Of("S9"), Fault, [Event(EventKind.Accepted, at)], Shared.At(at)));
    }
}
