using Sanbao.Charters;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.Tests.Charters;

public class ShippedChartersTests
{
    private static readonly DateOnly Day = new(2026, 5, 2);

    public static TheoryData<string> Codes => [.. Enumerable.Range(0, 12).Select(n => $"S{n}"), "cn-consumer"];

    [Theory, MemberData(nameof(Codes))]
    public void Every_system_ships_as_a_charter_in_force(string code) => InForce(code).Code.ShouldBe(code);

    [Fact] public void Nothing_else_ships() => CharterLibrary.Shipped.Codes.Length.ShouldBe(13);

    [Fact]
    public void S1_reads_as_two_limits_with_an_extension_after_the_goods_of_other_makers()
    {
        var own = InForce("S1").Warranty.Terms[^1];
        own.Scope.Sources.ShouldBe([Source.Own, Source.BoughtIn]);
        own.Limits.Length.ShouldBe(2);
        own.Limits[0].Starts.ShouldBe([new Start(UnitDate.Commissioned, "commissioning")]);
        own.Limits[0].Length.ShouldBe(new Length(LengthFrom.Fixed, Span.Months(12)));
        own.Limits[1].IsCap.ShouldBeTrue();
        own.Limits[1].Length.ShouldBe(new Length(LengthFrom.Fixed, Span.Months(18)));
        own.Extensions.Single().By.ShouldBe(Span.Months(6));
        own.Extensions.Single().Party.ShouldBe(ContractParty.Company);
    }

    [Fact]
    public void S5_and_S10_stand_on_the_law_and_nobody_else_does() =>
        CharterLibrary.Shipped.Versions.Where(v => v.Charter.Law?.Code == "cn-consumer").Select(v => v.Charter.Code)
            .ShouldBe(["S5", "S10"]);

    [Fact]
    public void S9_lends_from_the_missed_solution_without_a_last_moment()
    {
        var loaner = InForce("S9").Promises.Single(p => p.Code == PromiseCode.Loaner);
        loaner.OpenEnded.ShouldBeTrue();
        loaner.Times.Single().Timing.ShouldBe(new Timing.WhenMissed(PromiseCode.Solution));
    }

    [Fact]
    public void S8_settles_every_cell_of_its_table()
    {
        var payers = InForce("S8").Warranty.Payers;
        // No component is excluded by name.
        foreach (var situation in Enum.GetValues<Situation>().Where(s => s is not Situation.InPeriodExcluded))
            payers.Single(p => p.Situations.Contains(situation)).Lines.Count.ShouldBe(4);
    }

    [Fact]
    public void The_city_area_of_S0_leaves_out_the_county_level_cities()
    {
        var city = InForce("S0").Regions.Single();
        city.Contains("320505").ShouldBeTrue();
        city.Contains("320583").ShouldBeFalse();
    }

    [Fact]
    public void The_Mid_Autumn_days_of_2026_are_off_and_a_Sunday_makes_up_for_National_Day()
    {
        var calendar = InForce("S6").Calendar;
        calendar.IsWorkingDay(new DateOnly(2026, 9, 25)).ShouldBeFalse();
        calendar.IsWorkingDay(new DateOnly(2026, 9, 20)).ShouldBeTrue();
        calendar.Holidays.AnnouncedYears.Order().ShouldBe([2023, 2024, 2025, 2026]);
    }

    private static Charter InForce(string code) => CharterLibrary.Shipped.InForce(code, Day)!;
}
