using Sanbao.Domain.Charters;
using Sanbao.Domain.Entitlement;
using Sanbao.Domain.InstalledBase;
using Sanbao.Domain.Kernel;
using Sanbao.Domain.Requests;
using Sanbao.Domain.Tests.InstalledBase;

namespace Sanbao.Domain.Tests.Requests;

public class IntakeTests
{
    [Fact]
    public void A_call_starts_the_promise_to_reply_and_owes_it_next()
    {
        var request = Desk.Take("S0");
        request.Deadline(PromiseCode.Reply).Due.ShouldBe(Shared.At("2026-05-03 01:30"));
        request.NextDue.ShouldBe(Shared.At("2026-05-03 01:30"));
        (request.CharterCode, request.CharterVersion).ShouldBe(("S0", 1));
        request.Unsaved.Select(l => l.Code).ShouldBe(["request.opened"]);
    }

    [Fact]
    public void A_unit_that_fails_soon_after_its_delivery_is_owed_a_replacement()
    {
        var fresh = Desk.Take("S11", Desk.Call() with { Unit = EquipmentTests.Unit(new() { Delivered = new(2026, 4, 27) }) });
        fresh.Deadline(PromiseCode.Exchange).Due.ShouldBe(Shared.At("2026-05-08 17:30"), "three working days after the holidays");

        var right = EquipmentTests.Unit(new() { Delivered = new(2026, 4, 1) });
        fresh.Relink(right, false, "读错铭牌", Desk.Charter("S11"), Desk.Clerk, Desk.Now);
        fresh.Deadlines.Entries.ShouldBeEmpty("the right unit was delivered long ago");
    }

    [Fact]
    public void The_judgement_made_at_intake_is_kept_as_provisional()
    {
        var charter = Desk.Charter("S0");
        var facts = new Facts { On = new(2026, 3, 10), Line = "motor", Dates = new() { Delivered = new(2025, 3, 10) } };
        var request = ServiceRequest.Open(Desk.Call(), charter, (facts, EntitlementEngine.Judge(charter, facts)), Desk.Clerk, Desk.Now);
        (request.Covered, request.CoveredUntil, request.Provisional).ShouldBe((true, new DateOnly(2026, 3, 10), true));

        request.Judge(facts with { Cause = Cause.Misuse }, final: true, charter, Desk.Clerk, Desk.Now);
        (request.Covered, request.Provisional).ShouldBe((false, false));
        request.Judgements.Select(j => (j.Final, j.Decision.Covered)).ShouldBe([(false, true), (true, false)]);
    }

    [Fact]
    public void A_final_judgement_needs_the_cause()
    {
        var request = Desk.Take("S0");
        Desk.Why(() => request.Judge(new() { On = new(2026, 5, 2) }, final: true, Desk.Charter("S0"), Desk.Clerk, Desk.Now))
            .ShouldBe("request.not-judged", "nothing is final before it was provisional");
        request.Judge(new() { On = new(2026, 5, 2) }, final: false, Desk.Charter("S0"), Desk.Clerk, Desk.Now);
        Desk.Why(() => request.Judge(new() { On = new(2026, 5, 2) }, final: true, Desk.Charter("S0"), Desk.Clerk, Desk.Now))
            .ShouldBe("request.cause-unknown");
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void A_contact_must_say_what_it_is_about(string text)
    {
        var error = Desk.Wrong(() => Desk.Take("S0", Desk.Call() with { Description = text }));
        (error.Field, error.Code).ShouldBe(("description", "field.required"));
    }

    [Fact]
    public void Twenty_thousand_characters_are_too_many() =>
        Desk.Wrong(() => Desk.Take("S0", Desk.Call() with { Description = new('轴', 20_000) })).Code.ShouldBe("field.too-long");

    [Fact]
    public void A_fault_cannot_occur_after_its_report() =>
        Desk.Wrong(() => Desk.Take("S0", Desk.Call() with { OccurredOn = new(2026, 5, 3) })).Field.ShouldBe("occurredOn");

    [Fact]
    public void A_fault_may_come_before_the_warranty_begins_but_not_before_everything_known_of_the_unit()
    {
        var unit = Equipment.Create(
            new() { Serial = "A1", ProductId = Guid.CreateVersion7(Desk.Now), Dates = new() { ExFactory = new(2025, 3, 1) } },
                new(2026, 5, 2), Desk.Clerk, Desk.Now);
        Desk.Wrong(() => Desk.Take("S0", Desk.Call() with { Unit = unit, OccurredOn = new(2025, 2, 28) }))
            .Code.ShouldBe("date.before-unit");
        Desk.Take("S0", Desk.Call() with { Unit = unit, OccurredOn = new(2025, 3, 1) }).OccurredOn.ShouldBe(new DateOnly(2025, 3, 1));
    }

    [Theory]
    [InlineData("32050")]
    [InlineData("苏州市")]
    public void A_region_is_six_digits(string region) =>
        Desk.Wrong(() => Desk.Take("S0", Desk.Call() with { RegionCode = region })).Code.ShouldBe("region.malformed");

    [Fact]
    public void Imported_history_carries_no_promises_and_may_have_no_text()
    {
        var request = ServiceRequest.Import(Desk.Call() with { Description = null }, "ORDS-1",
            new(Desk.Now, RequestOutcome.Solved, "更换电池"), Desk.Charter("S0"), Desk.Clerk, Desk.Now);
        request.Deadlines.Entries.ShouldBeEmpty();
        (request.Status, request.NextDue, request.Solution).ShouldBe((RequestStatus.Closed, Instant.Never, "更换电池"));
    }
}
