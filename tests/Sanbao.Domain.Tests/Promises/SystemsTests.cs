using System.Collections.Immutable;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Promises;
using static Sanbao.Domain.Tests.Promises.ByHand;
using Case = Sanbao.Domain.Promises.Case;

namespace Sanbao.Domain.Tests.Promises;

/// <summary>The acceptance rows of the twelve systems about response times.</summary>
public class SystemsTests
{
    [Theory]
    [InlineData(Zone.City, false, "2026-05-03 23:30:00")]
    [InlineData(Zone.Other, false, "2026-05-04 23:30:00")]
    [InlineData(Zone.County, false, "2026-05-04 23:30:00")]
    [InlineData(Zone.City, true, "2026-05-05 23:30:00")]
    [InlineData(Zone.Other, true, "2026-05-05 23:30:00")]
    public void S0_replies_in_two_hours_and_is_on_site_in_one_two_or_three_days(Zone zone, bool special, string arrival)
    {
        var due = Due("S0", Visit with { Zone = zone, Special = special }, "2026-05-02 23:40", Reported("2026-05-02 23:30"));
        due[PromiseCode.Reply].ShouldBe("2026-05-03 01:30:00");
        due[PromiseCode.Arrival].ShouldBe(arrival);
    }

    [Fact]
    public void S0_promises_no_arrival_before_a_visit_is_chosen_and_then_from_the_report()
    {
        CaseEvent call = Reported("2026-05-02 23:30");
        Due("S0", Fault, "2026-05-02 23:40", call).ShouldNotContainKey(PromiseCode.Arrival);
        Due("S0", Visit with { Zone = Zone.City }, "2026-05-03 20:00", call)[PromiseCode.Arrival].ShouldBe("2026-05-03 23:30:00");
    }

    [Fact]
    public void S4_is_near_Shanghai_in_a_day_and_solves_within_a_day_of_arrival()
    {
        var hangzhou = Fault with { RegionCode = "330106" };
        Due("S4", hangzhou, "2026-05-06 08:01", Reported("2026-05-06 08:00"))
            .ShouldBe(new Dictionary<PromiseCode, string> { [PromiseCode.Arrival] = "2026-05-07 08:00:00" });
        Due("S4", hangzhou, "2026-05-06 21:00", Reported("2026-05-06 08:00"), Event(EventKind.Arrived, "2026-05-06 20:10"))
            [PromiseCode.Solution].ShouldBe("2026-05-07 20:10:00");
    }

    [Fact]
    public void S4_inspects_again_half_a_year_after_the_last_inspection_done()
    {
        var due = PromiseEngine.DeadlinesOf(Systems.Of("S4"), new Case(), [
            Event(EventKind.Commissioned, "2024-01-15 10:00"), Event(EventKind.Inspected, "2025-07-18 10:00"),
                Event(EventKind.Inspected, "2026-01-20 10:00"),
        ], Shared.At("2026-01-21 08:00")).ShouldHaveSingleItem();
        (due.Due.Local(), due.State).ShouldBe(("2026-07-20 23:59:59", DeadlineState.Running));
    }

    [Fact]
    public void S5_pays_twenty_days_after_the_statement_came() =>
        Due("S5", new Case(), "2026-03-18 12:00", Event(EventKind.StatementReceived, "2026-03-18 11:00"))[PromiseCode.Payment]
            .ShouldBe("2026-04-07 23:59:59");

    [Theory]
    [InlineData(2, "2026-09-24 15:00", "2026-09-29 17:30:00")]
    [InlineData(1, "2026-09-18 15:00", "2026-09-20 17:30:00")]
    [InlineData(3, "2026-09-30 16:00", "2026-10-10 17:30:00")]
    public void S6_counts_working_days_by_the_statutory_calendar(int days, string call, string due)
    {
        var visit = Visit with { Channel = Channel.Web, Contract = ImmutableDictionary<string, int>.Empty.Add("responseDays", days) };
        Due("S6", visit, call, Reported(call)).ShouldBe(new Dictionary<PromiseCode, string> { [PromiseCode.Arrival] = due });
    }

    [Fact]
    public void S6_deals_with_what_came_by_phone_within_the_contracts_days_and_promises_nothing_that_the_contract_does_not_note()
    {
        var contract = ImmutableDictionary<string, int>.Empty.Add("handlingDays", 1);
        Due("S6", Fault with { Mode = ServiceMode.Phone, Channel = Channel.Phone, Contract = contract }, "2026-09-24 15:00",
            Reported("2026-09-24 15:00"))
            .ShouldBe(new Dictionary<PromiseCode, string> { [PromiseCode.Handling] = "2026-09-28 17:30:00" });
        Due("S6", Visit with { Contract = contract }, "2026-09-24 15:00", Reported("2026-09-24 15:00")).ShouldBeEmpty();
    }

    [Fact]
    public void S7_is_in_town_within_four_hours_and_promises_no_time_out_of_town()
    {
        Due("S7", Visit with { Zone = Zone.City }, "2026-05-06 10:00", Reported("2026-05-06 10:00"))[PromiseCode.Arrival]
            .ShouldBe("2026-05-06 14:00:00");
        Due("S7", Visit with { Zone = Zone.Other }, "2026-05-06 10:00", Reported("2026-05-06 10:00")).ShouldBeEmpty();
        Due("S7", Visit, "2026-05-06 10:00", Reported("2026-05-06 10:00")).ShouldBeEmpty();
    }

    [Fact]
    public void S8_sends_back_two_days_after_receipt_around_the_clock() =>
        Due("S8", Fault with { Mode = ServiceMode.Return }, "2026-05-11 09:01", Reported("2026-05-08 09:00"),
            Event(EventKind.Received, "2026-05-11 09:00"))
            [PromiseCode.RepairTurnaround].ShouldBe("2026-05-13 09:00:00");

    [Theory]
    [InlineData("2026-10-12 10:00", "2026-10-15 17:30:00")]
    [InlineData("2026-10-13 10:00", null)]
    public void S11_replaces_within_three_working_days_what_fails_within_seven_of_delivery(string reported, string? due) =>
        Due("S11", Fault, reported, Event(EventKind.Delivered, "2026-09-24 14:00"), Reported(reported))
            .GetValueOrDefault(PromiseCode.Exchange).ShouldBe(due);

    [Fact]
    public void S11_replaces_where_the_delivery_is_not_known_only_when_an_exchange_was_chosen()
    {
        Due("S11", Fault, "2026-10-12 10:00", Reported("2026-10-12 10:00")).ShouldBeEmpty();
        Due("S11", Fault with { Mode = ServiceMode.Exchange }, "2026-10-12 10:00", Reported("2026-10-12 10:00"))[PromiseCode.Exchange]
            .ShouldBe("2026-10-15 17:30:00");
    }

    private static Case Visit => Fault with { Mode = ServiceMode.OnSite };

    private static Dictionary<PromiseCode, string> Due(string charter, Case @case, string now, params CaseEvent[] events) =>
        PromiseEngine.DeadlinesOf(Systems.Of(charter), @case, events, Shared.At(now)).ToDictionary(d => d.Promise, d => d.Due.Local());
}
