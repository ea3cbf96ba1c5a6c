using Microsoft.AspNetCore.Http;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Kernel;
using Sanbao.Web.Platform;
using Sanbao.Web.Platform.Forms;

namespace Sanbao.Web.Tests.Platform;

public class FormReaderTests
{
    private readonly FormState state = new();

    private FormReader Typed(string value)
    {
        state.Take(new FormCollection(new() { ["field"] = value }));
        return new(state);
    }

    [Fact]
    public void What_nobody_sees_in_a_pasted_text_is_left_away_tabs_and_line_breaks_stay() =>
        Typed("轴承\u001b异\0响\t停机\r\n急\u0007").Text("field").ShouldBe("轴承异响\t停机\n急");

    [Theory]
    [InlineData("2026-05-02")]
    [InlineData("2026/5/2")]
    [InlineData("2026.5.2")]
    [InlineData("20260502")]
    public void A_day_may_be_written_in_the_ways_people_write_it(string typed) =>
        Typed(typed).Date("field").ShouldBe(new DateOnly(2026, 5, 2));

    [Theory]
    [InlineData("1250", 1250)]
    [InlineData("1,250.50", 1250.5)]
    [InlineData("¥ 0.01", 0.01)]
    [InlineData("-3", -3)]
    public void Money_is_read_to_the_fen(string typed, decimal yuan) => Typed(typed).Money("field").ShouldBe(Money.Yuan(yuan));

    [Theory]
    [InlineData("0.005", "money.places")]
    [InlineData("99999999999999", "money.range")]
    [InlineData("abc", "form.money")]
    public void Money_that_cannot_be_is_an_error_and_never_rounded(string typed, string code)
    {
        Typed(typed).Money("field").ShouldBeNull();
        state.Errors.ShouldHaveSingleItem().Code.ShouldBe(code);
    }

    [Fact]
    public void A_local_time_is_read_in_the_companys_zone() =>
        Typed("2026-05-02T23:30").Instant("field", Company.China)
            .ShouldBe(new DateTimeOffset(2026, 5, 2, 23, 30, 0, TimeSpan.FromHours(8)));

    [Theory]
    [InlineData("0001-01-01T00:00")]
    [InlineData("9999-12-31T23:59")]
    [InlineData("3000-01-01T00:00")]
    public void An_instant_from_which_nothing_can_be_counted_is_none(string typed)
    {
        Typed(typed).Instant("field", Company.China).ShouldBeNull();
        Typed(typed[..10]).Date("field").ShouldBeNull();
        state.Errors.Select(e => e.Code).ShouldBe(["form.instant", "form.date"]);
    }

    [Theory]
    [InlineData("-2147483648")]
    [InlineData("101")]
    public void A_number_out_of_its_range_is_told_and_nobody_counts_on_it(string typed)
    {
        Typed(typed).Number("field", 0, 100).ShouldBeNull();
        state.Errors.ShouldHaveSingleItem().Code.ShouldBe("field.out-of-range");
    }

    [Fact]
    public void A_year_that_was_typed_with_two_digits_is_no_date()
    {
        Typed("0024-01-10").Date("field").ShouldBeNull();
        state.Errors.ShouldHaveSingleItem().Code.ShouldBe("form.date");
    }

    [Fact]
    public void A_needed_field_that_cannot_be_read_has_one_error_only()
    {
        Typed("2026-13-40").NeededDate("field");
        state.Errors.ShouldHaveSingleItem().Code.ShouldBe("form.date");
    }

    [Fact]
    public void Too_long_a_text_is_told_by_its_limit()
    {
        Typed(new string('长', 20_000)).Text("field", 4_000);
        var error = state.Errors.ShouldHaveSingleItem();
        (error.Field, error.Code).ShouldBe(("field", "field.too-long"));
        error.Arguments.ShouldBe([4_000]);
    }

    [Fact]
    public void Numbers_keep_within_their_range()
    {
        Typed("13").Number("field", 1, 12);
        state.Errors.ShouldHaveSingleItem().Code.ShouldBe("field.out-of-range");
    }

    [Fact]
    public void A_choice_is_one_of_its_list()
    {
        Typed("human-damage").Choice<Cause>("field").ShouldBe(Cause.HumanDamage);
        Typed("nonsense").Choice<Cause>("field").ShouldBeNull();
        state.Errors.ShouldHaveSingleItem().Code.ShouldBe("form.choice");
    }
}
