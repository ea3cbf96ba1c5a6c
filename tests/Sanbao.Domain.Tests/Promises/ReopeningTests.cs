using Sanbao.Domain.Charters;
using Sanbao.Domain.Promises;
using static Sanbao.Domain.Tests.Promises.ByHand;

namespace Sanbao.Domain.Tests.Promises;

/// <summary>A case that is opened again: what is owed anew, what is behind, and what goes on.</summary>
public class ReopeningTests
{
    private static readonly PromiseRule Reply =
        Rule(PromiseCode.Reply, After(120, AmountUnit.Minutes, EventKind.Reported), EventKind.Replied);

    private static readonly CaseEvent[] Round =
    [
        Reported("2026-05-11 10:00"), Event(EventKind.Replied, "2026-05-11 10:30"), Event(EventKind.Arrived, "2026-05-11 12:00"),
        Event(EventKind.Shipped, "2026-05-11 15:00"), Event(EventKind.Solved, "2026-05-11 16:00"),
            Event(EventKind.Closed, "2026-05-11 17:00"),
        Event(EventKind.Reopened, "2026-05-13 08:00"),
    ];

    [Fact]
    public void What_counts_from_the_report_counts_anew_from_the_reopening()
    {
        var reply = Single(Reply, "2026-05-13 08:10", Round);
        (reply.StartedBy, reply.StartedAt, reply.Due.Local(), reply.State, reply.MetAt)
            .ShouldBe((EventKind.Reopened, Shared.At("2026-05-13 08:00"), "2026-05-13 10:00:00", DeadlineState.Running, null));
        Single(Reply, "2026-05-13 09:00", [.. Round, Event(EventKind.Replied, "2026-05-13 09:00")]).State.ShouldBe(DeadlineState.Met);
    }

    [Fact]
    public void Of_several_reopenings_the_last_counts() =>
        Single(Reply, "2026-05-20 08:10", [.. Round, Event(EventKind.Reopened, "2026-05-20 08:00")]).Due.Local()
            .ShouldBe("2026-05-20 10:00:00");

    [Fact]
    public void What_was_settled_waits_until_its_event_happens_again()
    {
        var solution = Rule(PromiseCode.Solution, After(24 * 60, AmountUnit.Minutes, EventKind.Arrived), EventKind.Solved);
        PromiseEngine.DeadlinesOf(Charter(solution), Fault, Round, Shared.At("2026-05-13 09:00")).ShouldBeEmpty();
        Single(solution, "2026-05-14 09:00", [.. Round, Event(EventKind.Arrived, "2026-05-14 08:00")]).Due.Local()
            .ShouldBe("2026-05-15 08:00:00");
    }

    [Fact]
    public void Work_that_was_closed_unsolved_is_settled_too()
    {
        var solution = Rule(PromiseCode.Solution, After(60, AmountUnit.Minutes, EventKind.Arrived), EventKind.Solved);
        PromiseEngine.DeadlinesOf(Charter(solution), Fault, Round.Where(e => e.Kind != EventKind.Solved)
            .ToArray(), Shared.At("2026-05-13 09:00")).ShouldBeEmpty();
    }

    [Fact]
    public void What_is_still_owed_back_goes_on_and_what_came_back_is_owed_once_more_only_after_another_shipment()
    {
        var recovery = Rule(PromiseCode.Recovery, After(30, AmountUnit.Days, EventKind.Shipped), EventKind.Recovered);
        Single(recovery, "2026-05-13 09:00", Round).Due.Local().ShouldBe("2026-06-10 23:59:59");
        CaseEvent[] back = [.. Round, Event(EventKind.Recovered, "2026-05-12 09:00")];
        PromiseEngine.DeadlinesOf(Charter(recovery), Fault, back, Shared.At("2026-05-13 09:00")).ShouldBeEmpty();
        Single(recovery, "2026-05-14 09:00", [.. back, Event(EventKind.Shipped, "2026-05-14 08:00")]).Due.Local()
            .ShouldBe("2026-06-13 23:59:59");
    }

    [Fact]
    public void An_end_that_did_not_hold_starts_nothing()
    {
        var call = Rule(PromiseCode.FollowUp, After(10, AmountUnit.Days, EventKind.Solved, EventKind.Closed), EventKind.Called);
        PromiseEngine.DeadlinesOf(Charter(call), Fault, Round, Shared.At("2026-05-13 09:00")).ShouldBeEmpty();
    }

    [Fact]
    public void A_grid_of_the_units_life_is_not_touched()
    {
        var call = Rule(PromiseCode.MonthlyCall, new Timing.EveryMonths(1, [EventKind.Accepted]), EventKind.Called);
        CaseEvent[] lived = [Event(EventKind.Accepted, "2026-05-01 09:00"), .. Round];
        PromiseEngine.DeadlinesOf(Charter(call), Fault, lived, Shared.At("2026-05-13 09:00")).ShouldHaveSingleItem().Due.Local()
            .ShouldBe("2026-06-01 23:59:59");
    }

    [Fact]
    public void A_report_within_a_time_of_the_delivery_stays_one()
    {
        var within = Rule(PromiseCode.Exchange, After(60, AmountUnit.Minutes, EventKind.Reported), EventKind.Exchanged)
            with { For = new() { ReportedWithin = new(Sanbao.Domain.Kernel.Span.Days(2), EventKind.Delivered, null) } };
        Single(within, "2026-05-13 08:10", [Event(EventKind.Delivered, "2026-05-10 09:00"), .. Round])
            .StartedBy.ShouldBe(EventKind.Reopened);
    }
}
