using System.Collections.Immutable;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Kernel;
using Sanbao.Domain.Promises;
using static Sanbao.Domain.Tests.Promises.ByHand;
using Case = Sanbao.Domain.Promises.Case;

namespace Sanbao.Domain.Tests.Promises;

public class ScopeTests
{
    private static readonly CaseEvent Call = Reported("2026-05-11 10:00");

    [Fact]
    public void The_first_time_whose_scope_fits_governs()
    {
        var rule = Rule(PromiseCode.Reply, After(0, AmountUnit.Minutes, EventKind.Reported)) with
        {
            Times =
            [
                new(new() { Priorities = [Priority.Urgent, Priority.High] }, After(10, AmountUnit.Minutes, EventKind.Reported)),
                new(new() { Special = true }, After(20, AmountUnit.Minutes, EventKind.Reported)),
                new(new() { Categories = [RequestCategory.Fault] }, After(30, AmountUnit.Minutes, EventKind.Reported)),
            ],
        };
        Minutes(rule, Fault with { Priority = Priority.High, Special = true }).ShouldBe(10);
        Minutes(rule, Fault with { Special = true }).ShouldBe(20);
        Minutes(rule, Fault).ShouldBe(30);
        Minutes(rule, new Case { Category = RequestCategory.Complaint }).ShouldBeNull();
        Minutes(rule, new Case()).ShouldBeNull();
    }

    [Fact]
    public void A_channel_that_is_not_known_fits_any()
    {
        var rule = For(new() { Channels = [Channel.Web] });
        Minutes(rule, Fault with { Channel = Channel.Web }).ShouldBe(5);
        Minutes(rule, Fault).ShouldBe(5);
        Minutes(rule, Fault with { Channel = Channel.Phone }).ShouldBeNull();
    }

    [Fact]
    public void A_mode_not_chosen_yet_fits_only_where_that_is_named()
    {
        Minutes(For(new() { Modes = [ServiceMode.Phone, null] }), Fault).ShouldBe(5);
        Minutes(For(new() { Modes = [ServiceMode.Phone, null] }), Fault with { Mode = ServiceMode.OnSite }).ShouldBeNull();
        Minutes(For(new() { Modes = [ServiceMode.Phone] }), Fault).ShouldBeNull();
    }

    [Theory]
    [InlineData("320505", null, Zone.City)]
    [InlineData("320583", null, Zone.County)]
    [InlineData("110105", null, Zone.Other)]
    [InlineData(null, null, Zone.Other)]
    [InlineData("320505", Zone.Other, Zone.Other)]
    public void The_zone_is_what_was_said_else_that_of_the_region_else_elsewhere(string? region, Zone? said, Zone expected)
    {
        foreach (var zone in Enum.GetValues<Zone>())
            Minutes(For(new() { Zones = [zone] }), Fault with { RegionCode = region, Zone = said }).HasValue.ShouldBe(zone == expected);
    }

    [Fact]
    public void A_region_is_asked_by_its_name_and_without_a_region_code_none_fits()
    {
        Minutes(For(new() { Regions = ["city", "county"] }), Fault with { RegionCode = "320583" }).ShouldBe(5);
        Minutes(For(new() { Regions = ["city"] }), Fault with { RegionCode = "320583" }).ShouldBeNull();
        Minutes(For(new() { Regions = ["city"] }), Fault).ShouldBeNull();
    }

    [Theory]
    [InlineData("2026-05-04 23:59", false)]     // a day before the delivery
    [InlineData("2026-05-05 00:00", true)]
    [InlineData("2026-05-12 23:59", true)]
    [InlineData("2026-05-13 00:00", false)]
    public void Reported_within_counts_local_days_from_the_event(string reported, bool fits)
    {
        var rule = For(new() { ReportedWithin = new(Span.Days(7), EventKind.Delivered, null) });
        Deadlines(rule, Fault, Event(EventKind.Delivered, "2026-05-05 14:00"), Reported(reported)).Any().ShouldBe(fits);
    }

    [Theory]
    [InlineData(null, null, false)]
    [InlineData(ServiceMode.Exchange, null, true)]
    [InlineData(ServiceMode.Exchange, "2025-05-06 10:00", true)]        // delivered too long ago, and yet an exchange
    [InlineData(null, "2025-05-06 10:00", false)]
    [InlineData(null, "2026-05-05 10:00", true)]
    [InlineData(ServiceMode.Return, "2026-05-05 10:00", true)]
    public void Either_the_window_or_the_mode_is_enough(ServiceMode? mode, string? delivered, bool fits)
    {
        var rule = For(new() { ReportedWithin = new(Span.WorkingDays(7), EventKind.Delivered, ServiceMode.Exchange) });
        CaseEvent[] life = delivered is null ? [] : [Event(EventKind.Delivered, delivered)];
        Deadlines(rule, Fault with { Mode = mode }, [.. life, Call]).Any().ShouldBe(fits);
    }

    [Fact]
    public void S11_owes_an_exchange_that_was_chosen_however_old_the_delivery()
    {
        var exchange = Fault with { Mode = ServiceMode.Exchange };
        PromiseEngine.DeadlinesOf(Systems.Of("S11"), exchange,
            [Event(EventKind.Delivered, "2025-05-06 10:00"), Reported("2026-03-02 10:00")], Shared.At("2026-03-02 11:00"))
            .ShouldHaveSingleItem().Due.Local().ShouldBe("2026-03-05 17:30:00");
    }

    [Fact]
    public void A_time_whose_event_or_contract_number_is_missing_does_not_fall_through_to_the_next()
    {
        var rule = Rule(PromiseCode.Reply, After(0, AmountUnit.Minutes, EventKind.Reported)) with
        {
            Times =
            [
                new(new() { Priorities = [Priority.High] }, After(10, AmountUnit.Minutes, EventKind.Arrived)),
                new(new() { Special = true }, new Timing.After(new(0, AmountUnit.Minutes, "responseMinutes"), [EventKind.Reported], false,
                    false)),
                new(new(), After(30, AmountUnit.Minutes, EventKind.Reported)),
            ],
        };
        Minutes(rule, Fault).ShouldBe(30);
        Minutes(rule, Fault with { Priority = Priority.High }).ShouldBeNull();
        Minutes(rule, Fault with { Special = true }).ShouldBeNull();
    }

    private static PromiseRule For(CaseScope scope) =>
        Rule(PromiseCode.Reply, After(5, AmountUnit.Minutes, EventKind.Reported)) with { For = scope };

    private static double? Minutes(PromiseRule rule, Case @case) =>
        Deadlines(rule, @case, Call).SingleOrDefault() is { } d ? (d.Due - Call.At).TotalMinutes : null;

    private static ImmutableArray<Deadline> Deadlines(PromiseRule rule, Case @case, params CaseEvent[] events) => PromiseEngine.DeadlinesOf(
        Charter(rule) with { Regions = [new("city", ["3205"], ["320583"]), new("county", ["320583"], [])] }, @case, events,
            Shared.At("2026-05-11 10:00"));
}
