using System.Collections.Immutable;
using Sanbao.Charters;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Entitlement;
using Sanbao.Domain.Kernel;
using Sanbao.Domain.Promises;

namespace Sanbao.Domain.Tests.Charters;

/// <summary>A company that nobody thought of, with other numbers and one rule of each kind: it runs without a change of code.</summary>
public class ThirteenthCharterTests
{
    private const string Text =
        """
        charter: T13
        version: 1
        name: {zh: 第十三家, en: The thirteenth}
        in-force: 2021-01-01
        law: cn-consumer
        line: fan
        regions:
          city: ["4401"]
          delta: {codes: ["44"], except: ["4401"]}
        working-time:
          holidays: cn
          monday to friday: 08:00-12:00, 14:00-18:00
          saturday: 09:00-12:00
        warranty:
          terms:
            - {term: transit, name: {zh: 运输, en: Transit}, for: {cause: transport}, ends: without end}
            - {term: fuse, name: {zh: 熔断器, en: Fuse}, for: {component: fuse}, ends: 5 days from delivered}
            - {term: club, name: {zh: 俱乐部, en: Club}, for: {member: true}, ends: 40 months from sold}
            - {term: maker, name: {zh: 厂家件, en: Maker's}, for: {source: private-label}, ends: agreement months from supplied}
            - term: goods
              name: {zh: 整机, en: Goods}
              ends:
                - 15 months from accepted with acceptance evidence
                - cap 20 months from shipped
                - cap 300 hours
              at-least: 2 months from paid-repair
              extended:
                - {by: 7 months, when: {sector: harbour, party: company}, name: {zh: 港口, en: Harbours}}
              also-covers: wrong-goods
          never-covered:
            - {causes: misuse, evidence: photo, name: {zh: 误用, en: Misuse}}
            - {components: paint}
          remedies: [repair, refund]
          rights:
            - {right: three, gives: exchange, after: 3 failed repairs of the same fault}
            - {right: early, gives: refund, within: 4 working days of delivered}
            - {right: batch, gives: exchange, when: {batch: true}}
            - {right: waiting, gives: refund, after: parts missing for more than 11 days}
            - {right: slow, gives: exchange, after: a repair of more than 9 days by the repairer's fault}
          who-pays:
            - {when: "in period, other cause", causes: human-damage, parts: cost, labour: 50 % of price-list}
            - {when: out of period, parts: price-list, freight: cost paid by dealer}
          paid-exchange: 0.3 % of the price per day since sold, plus refurbishing by cost
          dealer-period: promised months and stock months from picked-up
          supplier-term: {source: bought-in, lasts: 9 months from supplied, pays: parts}
          parts-available: 8 years from sold
          paid-service: for life
          repair-days: added
          last-day-off: moves to the next working day
        promises:
          - promise: reply
            name: {zh: 答复, en: Reply}
            for: {category: [fault, consultation]}
            due:
              - {when: {priority: urgent}, within: 10 minutes after reported}
              - {when: {channel: web}, within: 45 working minutes after reported}
              - 3 hours after reported
            met-by: replied
            paused-by: [customer, weather]
          - promise: arrival
            name: {zh: 到达, en: Arrival}
            for: {mode: on-site}
            due:
              - {when: {region: delta}, within: contract responseDays working days after reported}
              - {when: {zone: city}, within: 2 working days after reported}
            met-by: arrived
          - {promise: loaner, name: {zh: 备机, en: Loaner}, due: when arrival is missed, met-by: loaner-returned}
          - {promise: survey, name: {zh: 调查, en: Survey}, due: every year by 03-31 from sold, met-by: surveyed}
          - {promise: inspection, name: {zh: 巡检, en: Inspection}, due: every 5 months from accepted, met-by: inspected}
          - {promise: feedback, name: {zh: 反馈, en: Feedback}, due: every month by the 9th from sold, met-by: feedback-received}
          - {promise: follow-up, name: {zh: 回访, en: Call}, due: 10 days after the last of solved or closed, met-by: called}
          - {promise: visit-notice, name: {zh: 预告, en: Notice}, due: 3 days before appointed, met-by: noticed}
          - {promise: document, name: {zh: 资料, en: Papers}, due: by document-due, met-by: document-handed-over}
        closing:
          - {category: complaint, needs: [customer-asked, solution]}
        ladder: [phone, on-site]
        forms: {work-order: T13-01}
        """;

    private static readonly Charter T13 = Read();

    private static readonly UnitDates Life = new()
    {
        Shipped = new(2024, 1, 5), Delivered =
            new(2024, 1, 10), Sold = new(2024, 1, 10), Accepted = new(2024, 2, 1), Invoiced = new(2024, 1, 10),
    };

    private static Facts Plain => new()
    {
        On = new(2025, 3, 1), Dates = Life, Evidence = ["acceptance", "invoice"], Cause = Cause.Quality, Price = Money.Yuan(1000m),
    };

    [Fact]
    public void Its_own_limits_end_the_term() =>
        Judge(Plain).LastDay.ShouldBe(new DateOnly(2025, 5, 6), "2025-05-01 is a day off, and so is each day to the 5th");

    [Fact]
    public void Its_cap_cuts_it_short() =>
        Judge(Plain with { On = new(2025, 9, 8), Dates = Life with { Accepted = new(2024, 12, 1) } })
            .Reasons.ShouldContain(new Reason(ReasonCode.CapReached, new DateOnly(2025, 9, 5)));

    [Fact]
    public void Use_beyond_its_cap_is_not_covered() =>
        Judge(Plain with { UsageHours = 301 }).Reasons.ShouldContain(new Reason(ReasonCode.CapReached, new Usage(UsageKind.Hours, 300)));

    [Fact]
    public void A_paid_repair_lengthens_it() =>
        Judge(Plain with { Dates = Life with { PaidRepair = new(2025, 4, 20) } }).LastDay.ShouldBe(new DateOnly(2025, 6, 20));

    [Fact]
    public void A_harbour_has_seven_months_more() =>
        Judge(Plain with { Sector = "harbour", Party = ContractParty.Company }).LastDay.ShouldBe(new DateOnly(2025, 12, 1));

    [Fact]
    public void Its_component_member_and_supplier_terms_govern_where_they_fit()
    {
        EntitlementEngine.Judge(T13 with { Law = null }, Plain with { ComponentClass = "fuse" })
            .Term!.En.ShouldBe("Fuse", "and under the law the longer statutory period");
        Judge(Plain with { Member = true }).LastDay.ShouldBe(new DateOnly(2027, 5, 10));
        Judge(Plain with { Product = new(Source.PrivateLabel, new(2024, 1, 1), 30) }).LastDay.ShouldBe(new DateOnly(2026, 7, 1));
        Judge(Plain with { Cause = Cause.Transport }).LastDay.ShouldBeNull();
    }

    [Fact]
    public void Its_exclusions_hold_and_say_what_proof_is_wanting()
    {
        Judge(Plain with { Cause = Cause.Misuse }).Reasons.ShouldContain(new Reason(ReasonCode.NoEvidence, "photo"));
        Judge(Plain with { Cause = Cause.Misuse, Evidence = ["acceptance", "invoice", "photo"] }).Provisional.ShouldBeFalse();
        Judge(Plain with { ComponentClass = "paint" }).Covered.ShouldBeFalse();
        Judge(Plain with { Cause = Cause.WrongGoods }).Covered.ShouldBeTrue();
    }

    [Fact]
    public void Its_rights_are_due_when_their_conditions_hold()
    {
        Judge(Plain).Remedies.ShouldBe([Remedy.Repair, Remedy.Refund]);
        Judge(Plain with { SameFaultRepairs = 3 }).Remedies[0].ShouldBe(Remedy.Exchange);
        Judge(Plain with { On = new(2024, 1, 16) }).Reasons.ShouldContain(r => r.Code == ReasonCode.EarlyFailure);
        Judge(Plain with { Batch = true }).Remedies[0].ShouldBe(Remedy.Exchange);
        Judge(Plain with { PartsMissingDays = 12 }).Remedies[0].ShouldBe(Remedy.Refund);
        Judge(Plain with { RepairOverdueDays = 10 }).Remedies[0].ShouldBe(Remedy.Exchange);
        Judge(Plain with { On = new(2024, 4, 19), Wanted = Remedy.Exchange }).ExchangeFee.ShouldBe(Money.Yuan(300m), "100 days at 0.3 %");
        Line(Judge(Plain with { On = new(2024, 4, 19), Wanted = Remedy.Exchange }), LineKind.Refurbishing).Basis.ShouldBe(Basis.Cost);
    }

    [Fact]
    public void It_says_who_pays()
    {
        Line(Judge(Plain with { Cause = Cause.HumanDamage }), LineKind.Labour).Share.ShouldBe(0.5m);
        Line(Judge(Plain with { On = new(2026, 1, 1) }), LineKind.Freight).Payer.ShouldBe(Payer.Dealer);
        Line(Judge(Plain with { Product = new(Source.BoughtIn, new(2024, 8, 1), null) }), LineKind.Parts).Payer.ShouldBe(Payer.Maker);
        Line(Judge(Plain with { StockMonths = 1, Dates = Life with { PickedUp = new(2023, 10, 1) } }), LineKind.Parts)
            .Payer.ShouldBe(Payer.Dealer);
        Judge(Plain).PartsUntil.ShouldBe(new DateOnly(2032, 1, 10));
        Judge(Plain).PaidService.ShouldBeTrue();
    }

    [Fact]
    public void Its_promises_run()
    {
        Due(Case with { Priority = Priority.Urgent }, PromiseCode.Reply).ShouldBe(Shared.At("2026-03-05 11:40"));
        Due(Case with { Channel = Channel.Web }, PromiseCode.Reply)
            .ShouldBe(Shared.At("2026-03-05 14:15"), "half an hour before noon, the rest after two");
        Due(Case with { Channel = Channel.Phone }, PromiseCode.Reply).ShouldBe(Shared.At("2026-03-05 14:30"));
        Due(Case with { Mode = ServiceMode.OnSite, RegionCode = "440103" }, PromiseCode.Arrival)
            .ShouldBe(Shared.At("2026-03-07 12:00"), "Saturday is worked until noon");
        Due(Case with { Mode = ServiceMode.OnSite, RegionCode = "440300", Contract = Contract(3) }, PromiseCode.Arrival)
            .ShouldBe(Shared.At("2026-03-09 18:00"));
        Due(Case with { Mode = ServiceMode.OnSite, RegionCode = "110100" }, PromiseCode.Arrival)
            .ShouldBeNull("nothing is promised elsewhere");
    }

    [Fact]
    public void A_weather_pause_stops_the_clock_it_names()
    {
        CaseEvent[] paused = [.. Reported, new(EventKind.Paused, Shared.At("2026-03-05 12:00"), PauseParty.Weather),
            new(EventKind.Resumed, Shared.At("2026-03-05 13:00"), PauseParty.Weather)];
        Due(Case, PromiseCode.Reply, paused, "2026-03-05 13:05").ShouldBe(Shared.At("2026-03-05 15:30"));
    }

    [Fact]
    public void Its_plans_fall_on_their_days()
    {
        CaseEvent[] life =
        [
            new(EventKind.Sold, Shared.At("2025-11-20 09:00")), new(EventKind.Accepted, Shared.At("2025-11-30 09:00")),
            new(EventKind.Solved, Shared.At("2026-03-01 09:00")), new(EventKind.Appointed, Shared.At("2026-03-20 09:00")),
            new(EventKind.DocumentDue, Shared.At("2026-03-25 16:00")),
        ];
        Due(Case, PromiseCode.Survey, life).ShouldBe(Shared.At("2026-03-31 23:59:59"));
        Due(Case, PromiseCode.Inspection, life).ShouldBe(Shared.At("2026-04-30 23:59:59"));
        Due(Case, PromiseCode.Feedback, life).ShouldBe(Shared.At("2025-12-09 23:59:59"));
        Due(Case, PromiseCode.FollowUp, life).ShouldBe(Shared.At("2026-03-11 23:59:59"));
        Due(Case, PromiseCode.VisitNotice, life).ShouldBe(Shared.At("2026-03-17 23:59:59"));
        Due(Case, PromiseCode.Document, life).ShouldBe(Shared.At("2026-03-25 16:00"));
    }

    private static readonly Domain.Promises.Case Case = new() { Category = RequestCategory.Fault, Channel = Channel.Phone };

    private static readonly CaseEvent[] Reported = [new(EventKind.Reported, Shared.At("2026-03-05 11:30"))];

    private static ImmutableDictionary<string, int> Contract(int days) => ImmutableDictionary<string, int>.Empty.Add("responseDays", days);

    private static DateTimeOffset? Due(Domain.Promises.Case @case, PromiseCode promise, CaseEvent[]? events = null,
        string now = "2026-03-05 11:35") =>
        PromiseEngine.DeadlinesOf(T13, @case, events ?? Reported, Shared.At(now)).FirstOrDefault(d => d.Promise == promise)?.Due;

    private static Decision Judge(Facts facts) => EntitlementEngine.Judge(T13, facts);

    private static Line Line(Decision decision, LineKind kind) => decision.Lines.Single(l => l.Kind == kind);

    private static Charter Read()
    {
        var reading = CharterLibrary.Shipped.With([new SourceFile("t13.yaml", Text)]);
        reading.Errors.ShouldBeEmpty();
        return reading.Library.InForce("T13", new(2024, 1, 1))!;
    }
}
