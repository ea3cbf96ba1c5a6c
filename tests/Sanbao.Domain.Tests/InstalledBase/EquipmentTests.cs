using Sanbao.Domain.Charters;
using Sanbao.Domain.Customers;
using Sanbao.Domain.Entitlement;
using Sanbao.Domain.InstalledBase;
using Sanbao.Domain.Kernel;
using Sanbao.Domain.Tests.Requests;

namespace Sanbao.Domain.Tests.InstalledBase;

public class EquipmentTests
{
    private static readonly DateOnly Today = new(2026, 5, 2);

    internal static Equipment Unit(UnitDates dates) =>
        Equipment.Create(new() { Serial = "YE3-2024-000123", ProductId = Guid.CreateVersion7(Desk.Now), Dates = dates }, Today, Desk.Clerk,
            Desk.Now);

    [Theory]
    [InlineData("ye3-2024-000123")]
    [InlineData("ＹＥ３－２０２４－０００１２３")]
    [InlineData(" YE3 - 2024 - 000123 ")]
    public void However_a_serial_is_typed_it_is_the_same_unit(string typed) => TextKey.Serial(typed).ShouldBe("YE3-2024-000123");

    [Theory]
    [InlineData("delivered")]
    [InlineData("commissioned")]
    [InlineData("shipped")]
    [InlineData("pickedUp")]
    public void Nothing_happens_to_a_unit_before_it_leaves_the_factory(string field)
    {
        var early = new DateOnly(2025, 2, 1);
        var dates = new UnitDates
        {
            ExFactory = new(2025, 3, 1), Delivered = field is "delivered"
                ? early : null, Commissioned = field is "commissioned" ? early : null,
            Shipped = field is "shipped" ? early : null, PickedUp = field is "pickedUp" ? early : null,
        };
        var error = Desk.Wrong(() => Unit(dates));
        (error.Field, error.Code).ShouldBe((field, "date.before"));
        error.Arguments.ShouldBe([new DateOnly(2025, 3, 1), new Word("field.exFactory")]);
    }

    [Fact]
    public void A_sale_may_come_before_the_making() =>
        Unit(new() { ExFactory = new(2025, 3, 1), Sold = new(2025, 1, 1), Invoiced = new(2025, 1, 2) })
            .Dates.Sold.ShouldBe(new DateOnly(2025, 1, 1));

    [Fact]
    public void Acceptance_does_not_come_before_commissioning_nor_tomorrow()
    {
        Desk.Wrong(() => Unit(new() { Commissioned = new(2025, 3, 2), Accepted = new(2025, 3, 1) })).Field.ShouldBe("accepted");
        Desk.Wrong(() => Unit(new() { Accepted = Today.AddDays(1) })).Code.ShouldBe("date.in-future");
    }

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("1899-12-30")]
    [InlineData("1899-12-31")]
    [InlineData("1900-01-01")]
    [InlineData("1949-12-31")]
    [InlineData("1970-01-01")]
    public void What_other_systems_write_for_no_date_is_never_kept_as_one(string placeholder)
    {
        var day = DateOnly.ParseExact(placeholder, "yyyy-MM-dd");
        var error = Desk.Wrong(() => Unit(new() { Sold = day }));
        (error.Field, error.Code).ShouldBe(("sold", "date.none"));
        Desk.Wrong(
            () =>
            Equipment.Create(new() { Serial = "A1", ProductId = Guid.CreateVersion7(Desk.Now), Supplied = day }, Today, Desk.Clerk,
            Desk.Now)).Field.ShouldBe("supplied");
        Desk.Wrong(() => new ComponentDetails { Name = "轴承", Class = "", Replaced = day }.Check()).Field.ShouldBe("replaced");
        Desk.Wrong(() => new ContractDetails { Number = "HT-1", SignedOn = day }.Check()).Field.ShouldBe("signedOn");
        Desk.Wrong(() => Desk.Take("S0", Desk.Call() with { OccurredOn = day })).Field.ShouldBe("occurredOn");
    }

    [Fact]
    public void A_unit_of_1950_is_old_and_known() =>
        Unit(new() { ExFactory = new(1950, 1, 1), Sold = new(1970, 1, 2) }).Dates.ExFactory.ShouldBe(new DateOnly(1950, 1, 1));

    [Fact]
    public void A_change_tells_which_dates_changed()
    {
        var unit = Unit(new() { ExFactory = new(2025, 3, 1), Delivered = new(2025, 3, 10) });
        unit.Change(
            new() { Serial = unit.Serial, ProductId = unit.ProductId,
            Dates = new() { ExFactory = new(2025, 3, 1), Commissioned = new(2025, 4, 1) } }, Today, Desk.Clerk, Desk.Now);
        unit.Unsaved[^1].Arguments.ShouldBe(
            [("serial", unit.Serial), ("changed", "dates"), ("commissioned", new DateOnly(2025, 4, 1)), ("delivered", null)]);
    }

    [Fact]
    public void A_component_is_judged_by_its_own_class_source_and_replacement()
    {
        var unit = Unit(new() { Accepted = new(2025, 1, 15) });
        var motor = unit.AddComponent(
            new() { Name = "电机", Class = "motor", Source = Source.UserDesignated, Supplied = new(2024, 6, 15), Replaced = new(2025, 8, 1) },
                Desk.Clerk, Desk.Now);
        var facts = unit.FactsOn(Today, motor, new(2, null, 11), Cause.Quality);
        (facts.ComponentClass, facts.Component.Source, facts.Component.Supplied)
            .ShouldBe(("motor", Source.UserDesignated, new DateOnly(2024, 6, 15)));
        (facts.Dates.Replaced, facts.Dates.Accepted, facts.FailedRepairs, facts.RepairDays)
            .ShouldBe((new DateOnly(2025, 8, 1), new DateOnly(2025, 1, 15), 2, 11));
    }

    [Fact]
    public void A_voided_warranty_is_among_the_facts()
    {
        var unit = Unit(new());
        unit.Void(new(2026, 1, 1), "封条破损", Desk.Clerk, Desk.Now);
        unit.FactsOn(Today, null, RepairHistory.None).Voided.ShouldBe(new Voided(new(2026, 1, 1), "封条破损"));
    }
}
