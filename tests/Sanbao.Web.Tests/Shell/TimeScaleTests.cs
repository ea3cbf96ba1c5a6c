using Sanbao.Web.Platform.Forms;
using Sanbao.Web.Shell.Components;
using Sanbao.Web.Texts;

namespace Sanbao.Web.Tests.Shell;

public class TimeScaleTests
{
    private static readonly DateOnly Today = new(2026, 5, 2);

    private static TimeScale Over(DateOnly from, DateOnly? to) =>
        TimeScale.Over([new("整机", from, to, Tone.Good, "")], Today, Words.Of(Language.Chinese));

    [Theory]
    [InlineData("2026-01-01", "2026-12-31")]
    [InlineData("2024-01-10", "2025-07-10")]
    [InlineData("2011-05-02", "2041-05-02")]
    [InlineData("2026-05-01", "2026-05-01")]
    [InlineData("0001-01-01", "9999-12-31")]
    public void Any_period_gets_a_readable_number_of_ticks_within_the_drawing(string from, string to)
    {
        var scale = Over(DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture),
            DateOnly.Parse(to, System.Globalization.CultureInfo.InvariantCulture));
        scale.Ticks.Length.ShouldBeLessThanOrEqualTo(7);
        scale.Ticks.ShouldAllBe(tick => scale.Shows(tick.Day));
    }

    [Fact]
    public void Today_is_on_the_line_when_it_is_near() => Over(new(2024, 1, 1), new(2025, 1, 1)).Shows(Today).ShouldBeTrue();

    [Fact]
    public void A_period_without_end_runs_to_the_edge()
    {
        var scale = Over(new(2026, 1, 1), null);
        var start = double.Parse(scale.Percent(new(2026, 1, 1)).TrimEnd('%'), System.Globalization.CultureInfo.InvariantCulture);
        var width = double.Parse(scale.Width(new(2026, 1, 1), null).TrimEnd('%'), System.Globalization.CultureInfo.InvariantCulture);
        (start + width).ShouldBe(100, 0.01);
    }

    [Theory]
    [InlineData("2025-01-01", "2025-06-30", "left:26")]
    [InlineData("2026-03-01", "2026-12-31", "right:3")]
    [InlineData("2026-10-01", "2026-12-31", "right:15")]
    [InlineData("2025-01-01", "2026-12-31", "right:3")]
    public void The_last_day_is_written_after_its_bar_within_or_before_it(string from, string to, string place)
    {
        var bar = new BarSpan(Day(from), Day(to), Tone.Good, "", "至");
        var scale = TimeScale.Over([new("整机", null, [bar, new(Day("2025-01-01"), Day("2026-12-31"), Tone.Good, "")], [])], Today,
            Words.Of(Language.Chinese));
        scale.EndOf(bar).ShouldStartWith(place);
    }

    [Fact]
    public void A_name_that_would_run_into_another_mark_or_into_today_stands_below()
    {
        BarMark[] marks = [new(new(2025, 1, 1), "", "出厂"), new(new(2025, 1, 5), "", "发货"), new(new(2025, 6, 1), "", "投运")];
        var scale = TimeScale.Over([new("日期", null, [], marks)], Today, Words.Of(Language.Chinese));
        scale.Named(marks, Today).Select(m => (m.Name, m.Line)).ShouldBe([("出厂", 1), ("发货", 0), ("投运", 0)]);

        marks = [marks[0], .. new[] { "到货", "投运", "验收" }.Select((n, at) => new BarMark(Today.AddDays(at - 4), "", n))];
        scale = TimeScale.Over([new("日期", null, [], marks)], Today, Words.Of(Language.Chinese));
        scale.Named(marks, Today).Select(m => (m.Name, m.Line)).ShouldBe([("出厂", 0), ("到货", 0), ("投运", 1), ("验收", 2)]);
    }

    private static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public void The_last_day_is_drawn_too() => Over(Today, Today.AddYears(1)).Width(Today, Today).ShouldNotBe("0%");
}
