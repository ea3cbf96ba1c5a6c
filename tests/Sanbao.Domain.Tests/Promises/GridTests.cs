using Sanbao.Domain.Charters;
using Sanbao.Domain.Promises;
using static Sanbao.Domain.Tests.Promises.ByHand;

namespace Sanbao.Domain.Tests.Promises;

public class GridTests
{
    private static readonly PromiseRule Feedback =
        Rule(PromiseCode.Feedback, new Timing.EveryMonth(15, [EventKind.Agreed]), EventKind.FeedbackReceived).CancelledBy(EventKind.Closed);

    private static readonly PromiseRule Survey =
        Rule(PromiseCode.Survey, new Timing.EveryYear([new(12, 31)], [EventKind.Sold]), EventKind.Surveyed);

    [Fact]
    public void Every_month_by_a_day_begins_in_the_month_after_the_start() =>
        Days(Feedback, "2026-03-20 08:00", Event(EventKind.Agreed, "2026-01-03 09:00"))
            .ShouldBe(["2026-02-15", "2026-03-15", "2026-04-15"]);

    [Fact]
    public void A_day_that_a_month_does_not_have_is_its_last()
    {
        var rule = Rule(PromiseCode.Report, new Timing.EveryMonth(31, [EventKind.Agreed]), EventKind.FeedbackReceived);
        Days(rule, "2026-03-31 23:59:59", Event(EventKind.Agreed, "2026-01-03 09:00")).ShouldBe(["2026-02-28", "2026-03-31", "2026-04-30"]);
    }

    [Theory]
    [InlineData("2026-03-01 09:00", "2026-12-31")]
    [InlineData("2025-12-31 10:00", "2025-12-31")]      // sold on the day itself: the year of the sale is included
    public void Every_year_by_a_day_begins_with_the_first_one_on_or_after_the_day_of_the_start(string sold, string first) =>
        Days(Survey, sold, Event(EventKind.Sold, sold)).ShouldBe([first]);

    [Fact]
    public void S9_trains_at_the_end_of_May_whoever_accepted_on_that_day() =>
        PromiseEngine.DeadlinesOf(Systems.Of("S9"), new Sanbao.Domain.Promises.Case(), [Event(EventKind.Accepted, "2026-05-31 10:00")],
            Shared.At("2026-05-31 11:00"))
            .Where(d => d.Promise == PromiseCode.Training).Select(d => d.Due.Local()[..10]).ShouldBe(["2026-05-31"]);

    [Fact]
    public void An_event_that_is_still_to_come_counts_for_no_occurrence_yet() =>
        Deadlines(Feedback, "2026-02-01 08:00", Event(EventKind.Agreed, "2026-01-03 09:00"),
            Event(EventKind.FeedbackReceived, "2026-02-10 09:00"))
            .ShouldHaveSingleItem().State.ShouldBe(DeadlineState.Running);

    [Fact]
    public void Cancelling_ends_the_series_with_the_occurrence_in_whose_window_it_falls() =>
        Deadlines(Feedback, "2026-09-01 08:00", Event(EventKind.Agreed, "2026-01-03 09:00"),
            Event(EventKind.FeedbackReceived, "2026-02-10 09:00"), Event(EventKind.Closed, "2026-04-01 09:00"))
            .Select(d => d.State).ShouldBe([DeadlineState.Met, DeadlineState.Missed, DeadlineState.Cancelled]);

    [Fact]
    public void An_event_at_the_due_instant_is_in_the_window_that_ends_there() =>
        Deadlines(Feedback, "2026-03-16 08:00", Event(EventKind.Agreed, "2026-01-03 09:00"),
            Event(EventKind.FeedbackReceived, "2026-02-15 23:59:59"))
            .Select(d => d.State).ShouldBe([DeadlineState.Met, DeadlineState.Missed, DeadlineState.Running]);

    [Fact]
    public void Of_a_series_of_decades_the_last_forty_years_and_ten_ahead_are_generated()
    {
        var all = PromiseEngine.DeadlinesOf(Charter(Feedback), Fault, [Event(EventKind.Agreed, "1926-01-03 09:00")],
            Shared.At("2036-05-20 08:00"), Shared.At("2126-01-01 00:00"));
        all.Length.ShouldBe(600);
        (all[0].Due.Local(), all[0].Occurrence).ShouldBe(("1996-07-15 23:59:59", 846));
        all[^1].Due.Local().ShouldBe("2046-06-15 23:59:59");
    }

    [Fact]
    public void A_grid_stands_still_while_a_case_is_paused() =>
        Days(Feedback.PausedBy(PauseParty.Customer), "2026-02-01 08:00", Event(EventKind.Agreed, "2026-01-03 09:00"),
            Paused("2026-01-05 09:00")).ShouldBe(["2026-02-15"]);

    private static List<Deadline> Deadlines(PromiseRule rule, string now, params CaseEvent[] events) =>
        [.. PromiseEngine.DeadlinesOf(Charter(rule), Fault, events, Shared.At(now))];

    private static IEnumerable<string> Days(PromiseRule rule, string now, params CaseEvent[] events) =>
        Deadlines(rule, now, events).Select(d => d.Due.Local()[..10]);
}
