using Sanbao.Domain.Charters;
using Sanbao.Domain.Promises;
using static Sanbao.Domain.Tests.Promises.ByHand;

namespace Sanbao.Domain.Tests.Promises;

public class PauseTests
{
    private static readonly CaseEvent Call = Reported("2026-05-11 10:00");      // a Monday

    private static PromiseRule Solution(int count, AmountUnit unit) =>
        Rule(PromiseCode.Solution, After(count, unit, EventKind.Reported), EventKind.Solved)
            .PausedBy(PauseParty.Customer, PauseParty.Parts);

    [Theory]
    [InlineData(240, AmountUnit.Minutes, "2026-05-11 16:00:00")]
    [InlineData(240, AmountUnit.WorkingMinutes, "2026-05-11 16:00:00")]
    [InlineData(2, AmountUnit.WorkingDays, "2026-05-14 10:30:00")]
    [InlineData(2, AmountUnit.Days, "2026-05-14 01:59:59")]
    [InlineData(1, AmountUnit.Months, "2026-06-12 01:59:59")]
    public void A_pause_of_two_hours_moves_each_kind_of_due_by_two_hours_of_its_own_time(int count, AmountUnit unit, string due)
    {
        var deadline = Single(Solution(count, unit), "2026-05-11 13:30", Call, Paused("2026-05-11 11:00"), Resumed("2026-05-11 13:00"));
        deadline.Due.Local().ShouldBe(due);
        deadline.State.ShouldBe(DeadlineState.Running);
    }

    [Fact]
    public void Only_the_working_part_of_a_pause_counts_for_working_time()
    {
        // Monday 17:00 to Tuesday 09:00: one hour of work.
        CaseEvent[] events = [Reported("2026-05-11 16:00"), Paused("2026-05-11 17:00"), Resumed("2026-05-12 09:00")];
        Single(Solution(120, AmountUnit.WorkingMinutes), "2026-05-12 09:30", events).Due.Local().ShouldBe("2026-05-12 10:00:00");
        Single(Solution(1, AmountUnit.WorkingDays), "2026-05-12 09:30", events).Due.Local().ShouldBe("2026-05-13 09:30:00");
    }

    [Fact]
    public void Overlapping_pauses_of_two_parties_stop_the_clock_once()
    {
        var deadline = Single(Solution(240, AmountUnit.Minutes), "2026-05-11 18:00", Call,
            Paused("2026-05-11 11:00"), Paused("2026-05-11 12:00", PauseParty.Parts), Resumed("2026-05-11 13:00"),
                Resumed("2026-05-11 15:00", PauseParty.Parts));
        deadline.Due.Local().ShouldBe("2026-05-11 18:00:00");
    }

    [Fact]
    public void A_second_pause_of_a_paused_party_changes_nothing() =>
        Single(Solution(240, AmountUnit.Minutes), "2026-05-11 13:30", Call,
            Paused("2026-05-11 11:00"), Paused("2026-05-11 12:30"), Resumed("2026-05-11 13:00")).Due.Local()
                .ShouldBe("2026-05-11 16:00:00");

    [Fact]
    public void A_pause_of_a_party_that_the_rule_does_not_name_stops_nothing()
    {
        var deadline = Single(Solution(240, AmountUnit.Minutes), "2026-05-11 13:00", Call, Paused("2026-05-11 11:00", PauseParty.Maker));
        (deadline.State, deadline.Due.Local()).ShouldBe((DeadlineState.Running, "2026-05-11 14:00:00"));
    }

    [Fact]
    public void While_it_is_paused_due_is_what_it_would_be_if_the_clock_went_on_now()
    {
        var deadline = Single(Solution(240, AmountUnit.Minutes), "2026-05-12 11:00", Call, Paused("2026-05-11 11:00"));
        (deadline.State, deadline.Due.Local()).ShouldBe((DeadlineState.Paused, "2026-05-12 14:00:00"));
    }

    [Fact]
    public void A_pause_after_the_due_instant_does_not_revive()
    {
        var deadline = Single(Solution(240, AmountUnit.Minutes), "2026-05-11 15:00", Call, Paused("2026-05-11 14:00"));
        (deadline.State, deadline.Due.Local(), deadline.OverrunMinutes).ShouldBe((DeadlineState.Missed, "2026-05-11 14:00:00", 60));
    }

    [Fact]
    public void A_pause_that_began_before_the_start_counts_from_the_start() =>
        Single(Solution(240, AmountUnit.Minutes), "2026-05-11 12:30", Call, Paused("2026-05-11 08:00"), Resumed("2026-05-11 12:00"))
            .Due.Local().ShouldBe("2026-05-11 16:00:00");

    [Fact]
    public void Solved_during_a_pause_is_solved_in_time_and_its_due_stands_still()
    {
        CaseEvent[] events = [Call, Paused("2026-05-11 11:00"), Event(EventKind.Solved, "2026-05-11 20:00")];
        var soon = Single(Solution(240, AmountUnit.Minutes), "2026-05-11 20:00", events);
        var later = Single(Solution(240, AmountUnit.Minutes), "2026-06-30 20:00", events);
        (later.State, later.Due.Local()).ShouldBe((DeadlineState.Met, "2026-05-11 23:00:00"));
        later.ShouldBe(soon);
    }

    [Fact]
    public void At_one_instant_the_resumption_wins()
    {
        CaseEvent[] events = [Call, Paused("2026-05-11 11:00"), Resumed("2026-05-11 11:00")];
        Single(Solution(240, AmountUnit.Minutes), "2026-05-11 13:00", events).Due.Local().ShouldBe("2026-05-11 14:00:00");
    }

    [Fact]
    public void A_resumption_without_a_party_ends_every_pause() =>
        Single(Solution(240, AmountUnit.Minutes), "2026-05-11 13:30", Call, Paused("2026-05-11 11:00"),
            Paused("2026-05-11 12:00", PauseParty.Parts),
            Event(EventKind.Resumed, "2026-05-11 13:00")).Due.Local().ShouldBe("2026-05-11 16:00:00");

    [Fact]
    public void A_pause_that_is_still_to_come_stops_nothing_yet()
    {
        var deadline = Single(Solution(240, AmountUnit.Minutes), "2026-05-11 10:30", Call, Paused("2026-05-11 11:00"),
            Resumed("2026-05-11 13:00"));
        (deadline.State, deadline.Due.Local()).ShouldBe((DeadlineState.Running, "2026-05-11 14:00:00"));
    }

    [Fact]
    public void A_resumption_that_is_still_to_come_leaves_the_clock_standing()
    {
        var deadline = Single(Solution(240, AmountUnit.Minutes), "2026-05-11 12:00", Call, Paused("2026-05-11 11:00"),
            Resumed("2026-05-11 13:00"));
        (deadline.State, deadline.Due.Local()).ShouldBe((DeadlineState.Paused, "2026-05-11 15:00:00"));
    }
}
