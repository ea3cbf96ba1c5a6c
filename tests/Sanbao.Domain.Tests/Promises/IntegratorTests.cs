using Sanbao.Domain.Charters;
using Sanbao.Domain.Promises;
using static Sanbao.Domain.Tests.Promises.ByHand;
using Case = Sanbao.Domain.Promises.Case;

namespace Sanbao.Domain.Tests.Promises;

/// <summary>S9: the quickest clocks, the loaner, and the grid of calls and inspections.</summary>
public class IntegratorTests
{
    private static readonly CaseEvent Call = Reported("2026-05-06 13:20");
    private static readonly CaseEvent Acceptance = Event(EventKind.Accepted, "2023-06-30 10:00");

    [Fact]
    public void A_call_is_on_site_in_one_hour_and_solved_in_twelve()
    {
        var deadlines = Of("2026-05-06 13:21", Call);
        deadlines.Select(d => (d.Promise, d.Due.Local())).ShouldBe(
            [(PromiseCode.Arrival, "2026-05-06 14:20:00"), (PromiseCode.Solution, "2026-05-07 01:20:00")]);
    }

    [Fact]
    public void The_loaner_is_owed_from_the_instant_the_solution_is_missed_until_the_original_is_back()
    {
        Of("2026-05-07 01:20:00", Call).ShouldNotContain(d => d.Promise == PromiseCode.Loaner);
        var owed = Of("2026-05-10 08:00", Call).Single(d => d.Promise == PromiseCode.Loaner);
        (owed.Due.Local(), owed.StartedAt.Local(), owed.State, owed.OverrunMinutes, owed.StartedBy, owed.StartedByMissed, owed.OpenEnded)
            .ShouldBe(("2026-05-07 01:20:00", "2026-05-07 01:20:00", DeadlineState.Running, 0, null, PromiseCode.Solution, true));
        var closed = Of("2026-05-10 08:00", Call, Event(EventKind.LoanerReturned, "2026-05-09 16:00"))
            .Single(d => d.Promise == PromiseCode.Loaner);
        (closed.State, closed.MetAt!.Value.Local()).ShouldBe((DeadlineState.Met, "2026-05-09 16:00:00"));
    }

    [Fact]
    public void Lending_the_loaner_keeps_its_promise_and_a_fault_that_is_solved_late_needs_none()
    {
        var lent = Of("2026-05-10 08:00", Call, Event(EventKind.LoanerLent, "2026-05-07 09:00"))
            .Single(d => d.Promise == PromiseCode.Loaner);
        (lent.State, lent.MetAt!.Value.Local()).ShouldBe((DeadlineState.Met, "2026-05-07 09:00:00"));
        var solved = Of("2026-05-10 08:00", Call, Event(EventKind.Solved, "2026-05-07 10:00")).Single(d => d.Promise == PromiseCode.Loaner);
        (solved.State, solved.CancelledAt!.Value.Local()).ShouldBe((DeadlineState.Cancelled, "2026-05-07 10:00:00"));
    }

    [Fact]
    public void All_of_it_ends_with_the_third_year_and_is_owed_while_the_acceptance_is_not_known()
    {
        CaseEvent acceptance = Event(EventKind.Accepted, "2020-01-15 10:00");
        Of("2023-01-15 23:59", acceptance, Reported("2023-01-15 23:50")).Select(d => d.Promise).ShouldContain(PromiseCode.Solution);
        var after = PromiseEngine.DeadlinesOf(Systems.Of("S9"), Fault, [acceptance, Reported("2023-01-16 00:00")],
            Shared.At("2026-03-02 09:00"), Shared.At("2026-12-31 09:00"));
        after.Select(d => d.Promise).Distinct().Order().ShouldBe([PromiseCode.Inspection, PromiseCode.MonthlyCall, PromiseCode.Training]);
        after.Max(d => d.Due).Local().ShouldBe("2023-01-15 23:59:59");
        after.Count(d => d.Promise == PromiseCode.MonthlyCall).ShouldBe(36);
        after.Count(d => d.Promise == PromiseCode.Inspection).ShouldBe(12);
        Of("2026-03-02 09:00", Reported("2026-03-02 08:30")).Select(d => d.Promise).ShouldBe([PromiseCode.Arrival, PromiseCode.Solution]);
    }

    [Fact]
    public void A_unit_whose_acceptance_is_known_owes_its_calls_itself_and_not_each_of_its_requests()
    {
        CaseEvent acceptance = new(EventKind.Accepted, Shared.At("2024-01-15 00:00"), OfUnit: true);
        Of("2026-03-02 09:00", acceptance, Reported("2026-03-02 08:30")).Select(d => d.Promise)
            .ShouldBe([PromiseCode.Arrival, PromiseCode.Solution]);
        Of("2027-03-02 09:00", acceptance, Reported("2027-03-02 08:30")).ShouldBeEmpty();
    }

    [Fact]
    public void A_solution_that_turns_out_to_have_been_in_time_takes_the_loaner_away()
    {
        Of("2026-05-10 08:00", Call, Event(EventKind.Solved, "2026-05-07 01:20")).ShouldNotContain(d => d.Promise == PromiseCode.Loaner);
        Of("2026-05-10 08:00", Call, Event(EventKind.Solved, "2026-05-07 01:21")).ShouldContain(d => d.Promise == PromiseCode.Loaner);
    }

    [Fact]
    public void The_year_from_acceptance_has_twelve_calls_and_four_inspections()
    {
        var year = PromiseEngine.DeadlinesOf(Systems.Of("S9"), new Case(), [Acceptance], Shared.At("2023-07-01 08:00"),
            Shared.At("2024-06-30 23:59:59"));
        Days(year, PromiseCode.MonthlyCall).ShouldBe([
            "2023-07-30", "2023-08-30", "2023-09-30", "2023-10-30", "2023-11-30", "2023-12-30",
            "2024-01-30", "2024-02-29", "2024-03-30", "2024-04-30", "2024-05-30", "2024-06-30"]);
        Days(year, PromiseCode.Inspection).ShouldBe(["2023-09-30", "2023-12-30", "2024-03-30", "2024-06-30"]);
        Days(year, PromiseCode.Training).ShouldBe(["2023-10-31", "2024-05-31"]);
    }

    [Fact]
    public void Without_a_horizon_each_series_ends_with_the_first_one_after_now()
    {
        var deadlines = Of("2023-09-30 23:59:59", Acceptance);
        Days(deadlines, PromiseCode.MonthlyCall).ShouldBe(["2023-07-30", "2023-08-30", "2023-09-30", "2023-10-30"]);
        Days(deadlines, PromiseCode.Inspection).ShouldBe(["2023-09-30", "2023-12-30"]);
    }

    [Fact]
    public void A_call_counts_for_the_month_in_whose_window_it_falls_and_ends_the_overrun_of_the_one_before()
    {
        var calls = Of("2023-10-15 08:00", Acceptance, Event(EventKind.Called, "2023-07-30 23:59"),
            Event(EventKind.Called, "2023-09-01 00:59:59"))
            .Where(d => d.Promise == PromiseCode.MonthlyCall).ToList();
        calls.Select(d => (d.Occurrence, d.State)).ShouldBe(
            [(1, DeadlineState.Met), (2, DeadlineState.Missed), (3, DeadlineState.Met), (4, DeadlineState.Running)]);
        (calls[1].OverrunMinutes, calls[1].MetAt).ShouldBe((24 * 60 + 60, null));
    }

    [Fact]
    public void The_overrun_of_a_call_that_was_never_made_ends_when_the_next_is_due() =>
        Of("2023-12-01 08:00", Acceptance).First(d => d.Promise == PromiseCode.MonthlyCall).OverrunMinutes.ShouldBe(31 * 24 * 60);

    [Fact]
    public void Notice_is_due_seven_days_before_the_appointment_however_early_it_is_given()
    {
        var installation = new Case { Category = RequestCategory.Installation };
        CaseEvent appointment = Event(EventKind.Appointed, "2026-05-20 09:00");
        var due = Of(installation, "2026-05-10 08:00", appointment).ShouldHaveSingleItem();
        (due.Due.Local(), due.State, due.StartedBy).ShouldBe(("2026-05-13 23:59:59", DeadlineState.Running, EventKind.Appointed));
        Of(installation, "2026-05-21 08:00", appointment, Event(EventKind.Noticed, "2026-05-04 08:00")).ShouldHaveSingleItem()
            .State.ShouldBe(DeadlineState.Met);
        Of(installation, "2026-05-21 08:00", appointment, Event(EventKind.Noticed, "2026-05-14 00:59:59")).ShouldHaveSingleItem()
            .OverrunMinutes.ShouldBe(60);
    }

    private static List<Deadline> Of(string now, params CaseEvent[] events) => Of(Fault, now, events);

    private static List<Deadline> Of(Case @case, string now, params CaseEvent[] events) =>
        [.. PromiseEngine.DeadlinesOf(Systems.Of("S9"), @case, events, Shared.At(now))];

    private static IEnumerable<string> Days(IEnumerable<Deadline> deadlines, PromiseCode promise) =>
        deadlines.Where(d => d.Promise == promise).Select(d => d.Due.Local()[..10]);
}
