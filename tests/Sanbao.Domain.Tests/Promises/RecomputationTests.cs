using Sanbao.Domain.Charters;
using Sanbao.Domain.Promises;
using static Sanbao.Domain.Tests.Promises.ByHand;

namespace Sanbao.Domain.Tests.Promises;

public class RecomputationTests
{
    [Fact]
    public void A_case_declared_special_later_is_due_as_if_it_had_always_been_so()
    {
        CaseEvent[] events = [Reported("2026-05-02 23:30"), Event(EventKind.Replied, "2026-05-03 00:10")];
        var visit = Fault with { Mode = ServiceMode.OnSite, Zone = Zone.City };
        var before = Arrival(visit, events, "2026-05-04 08:00");
        var after = Arrival(visit with { Special = true }, events, "2026-05-04 08:00");
        (before.State, after.State, after.Due.Local()).ShouldBe((DeadlineState.Missed, DeadlineState.Running, "2026-05-05 23:30:00"));
        after.ShouldBe(Arrival(visit with { Special = true }, events, "2026-05-02 23:40"));
    }

    [Fact]
    public void An_earlier_report_that_turns_up_later_starts_the_clock_anew()
    {
        CaseEvent late = Reported("2026-05-03 09:00"), early = Reported("2026-05-03 07:00");
        var visit = Fault with { Mode = ServiceMode.OnSite, Zone = Zone.City };
        Arrival(visit, [late], "2026-05-03 10:00").Due.Local().ShouldBe("2026-05-04 09:00:00");
        Arrival(visit, [late, early], "2026-05-03 10:00").Due.Local().ShouldBe("2026-05-04 07:00:00");
    }

    private static Deadline Arrival(Sanbao.Domain.Promises.Case @case, CaseEvent[] events, string now) =>
        PromiseEngine.DeadlinesOf(Systems.Of("S0"), @case, events, Shared.At(now)).Single(d => d.Promise == PromiseCode.Arrival);
}
