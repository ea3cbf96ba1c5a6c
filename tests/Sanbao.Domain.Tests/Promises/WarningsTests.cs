using Sanbao.Domain.Charters;
using Sanbao.Domain.Promises;
using static Sanbao.Domain.Tests.Promises.ByHand;

namespace Sanbao.Domain.Tests.Promises;

/// <summary>When a deadline warns, with the usual last quarter.</summary>
public class WarningsTests
{
    [Theory]
    [InlineData(120, AmountUnit.Minutes, "2026-05-11 10:00", "2026-05-11 11:30:00")]
    [InlineData(10, AmountUnit.Days, "2026-05-11 10:00", "2026-05-20 23:59:59")]             // a day ahead at the most
    // a quarter of an hour before 09:15, not in the night
    [InlineData(60, AmountUnit.WorkingMinutes, "2026-05-11 17:15", "2026-05-12 09:00:00")]
    // half an hour of work ahead, over the weekend
    [InlineData(120, AmountUnit.WorkingMinutes, "2026-05-15 17:00", "2026-05-18 09:30:00")]
    [InlineData(240, AmountUnit.WorkingMinutes, "2026-05-15 14:00", "2026-05-15 17:00:00")]
    // a quarter of 18 hours and a half before Monday 17:30
    [InlineData(2, AmountUnit.WorkingDays, "2026-05-14 17:00", "2026-05-18 12:52:30")]
    [InlineData(10, AmountUnit.WorkingDays, "2026-05-14 17:00", "2026-05-28 08:30:00")]         // a working day ahead at the most
    public void It_warns_in_the_last_quarter_of_its_own_kind_of_time(int count, AmountUnit unit, string reported, string warns) =>
        Warns(Rule(PromiseCode.Reply, After(count, unit, EventKind.Reported)), Reported(reported)).ShouldBe(warns);

    [Fact]
    public void Counted_back_from_an_appointment_it_warns_before_it_is_due_and_not_after() =>
        Warns(Rule(PromiseCode.VisitNotice, Before(480, AmountUnit.Minutes, EventKind.Appointed)),
            Event(EventKind.Appointed, "2026-05-20 18:00"))
            .ShouldBe("2026-05-20 08:00:00");

    [Fact]
    public void What_is_due_at_an_event_itself_warns_a_day_ahead() =>
        Warns(Rule(PromiseCode.Document, Before(0, AmountUnit.Minutes, EventKind.DocumentDue)),
            Event(EventKind.DocumentDue, "2026-05-20 09:00"))
            .ShouldBe("2026-05-19 09:00:00");

    [Fact]
    public void What_is_owed_at_once_does_not_warn_before_it_is_owed()
    {
        var loaner = Rule(PromiseCode.Loaner, new Timing.WhenMissed(PromiseCode.Solution)) with { OpenEnded = true };
        var charter = Charter(Rule(PromiseCode.Solution, After(60, AmountUnit.Minutes, EventKind.Reported)), loaner);
        var owed = PromiseEngine.DeadlinesOf(charter, Fault, [Reported("2026-05-11 10:00")], Shared.At("2026-05-11 12:00"))
            .Single(d => d.OpenEnded);
        Warnings.At(charter, owed).ShouldBe(owed.Due);
    }

    private static string Warns(PromiseRule rule, CaseEvent start)
    {
        var charter = Charter(rule);
        var deadline = PromiseEngine.DeadlinesOf(charter, Fault, [start], Shared.At("2026-05-01 08:00")).ShouldHaveSingleItem();
        return Warnings.At(charter, deadline).ToOffset(TimeSpan.FromHours(8))
            .ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);
    }
}
