using System.Collections.Immutable;
using Sanbao.Domain.Kernel;
using static Sanbao.Domain.Tests.Shared;

namespace Sanbao.Domain.Tests.Kernel;

public class WorkingCalendarTests
{
    private static readonly WorkingCalendar Weekdays = WorkingCalendar.Default(Holidays.None);

    [Theory]
    [InlineData("2026-09-25", false)]   // Mid-Autumn, a Friday
    [InlineData("2026-09-20", true)]    // a Sunday made up
    [InlineData("2026-10-10", true)]    // a Saturday made up
    [InlineData("2026-10-11", false)]
    [InlineData("2026-10-12", true)]
    public void Days_off_and_made_up_days_are_those_announced(string day, bool worked)
    {
        Calendar.IsWorkingDay(Day(day)).ShouldBe(worked);
        Calendar.WindowsOf(Day(day)).IsEmpty.ShouldBe(!worked);
    }

    [Fact]
    public void A_made_up_day_has_the_hours_of_a_Monday() =>
        Calendar.WindowsOf(Day("2026-10-10")).ShouldBe([new DayWindow(510, 1050)]);

    [Fact]
    public void Where_Monday_is_off_a_made_up_day_has_the_hours_of_the_first_working_weekday()
    {
        ImmutableArray<DayWindow> sunday = [new(600, 720)], tuesday = [new(480, 1080)], friday = [new(540, 960)];
        var calendar = new WorkingCalendar("test", [sunday, [], tuesday, [], [], friday, []], Announced);
        calendar.WindowsOf(Day("2026-10-10")).ShouldBe(tuesday);
    }

    [Theory]
    [InlineData("2026-09-24", 1, "2026-09-28")]
    [InlineData("2026-09-24", 7, "2026-10-12")]
    [InlineData("2026-09-26", 1, "2026-09-28")]
    [InlineData("2026-09-24", 0, "2026-09-24")]
    public void The_nth_working_day_after_a_day_does_not_count_the_day_itself(string day, int count, string expected) =>
        Calendar.WorkingDayAfter(Day(day), count).ShouldBe(Day(expected));

    [Theory]
    [InlineData("2026-09-28", 1, "2026-09-24")]
    [InlineData("2026-09-26", 1, "2026-09-24")]
    [InlineData("2026-10-12", 7, "2026-09-24")]
    public void The_nth_working_day_before_a_day_does_not_count_the_day_itself(string day, int count, string expected) =>
        Calendar.WorkingDayBefore(Day(day), count).ShouldBe(Day(expected));

    [Theory]
    [InlineData("1999-12-30", "2000-01-05")]
    [InlineData("1900-01-01", "1900-03-01")]
    [InlineData("2099-12-28", "2100-02-01")]
    [InlineData("2350-05-05", "2351-01-01")]
    [InlineData("1998-01-01", "2102-01-01")]
    public void Outside_the_tables_days_are_counted_as_by_walking(string from, string to)
    {
        DateOnly a = Day(from), b = Day(to);
        var walked = 0;
        for (var d = a.AddDays(1); d <= b; d = d.AddDays(1)) if (d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)) walked++;
        Weekdays.WorkingDaysBetween(a, b).ShouldBe(walked);
        var last = Weekdays.WorkingDayAfter(a, walked);
        Weekdays.WorkingDaysBetween(a, last).ShouldBe(walked);
        last.ShouldBeLessThanOrEqualTo(b);
    }

    [Fact]
    public void A_count_past_the_end_of_the_calendar_ends_there() =>
        Weekdays.WorkingDayAfter(Day("2026-01-01"), int.MaxValue).ShouldBe(DateOnly.MaxValue);

    [Theory]
    [InlineData("2026-12-30", "2026-12-31", false)]
    [InlineData("2026-12-30", "2027-01-04", true)]
    public void A_year_without_an_announcement_is_noticed(string from, string to, bool unannounced) =>
        Calendar.CrossesUnannouncedYear(Day(from), Day(to)).ShouldBe(unannounced);
}
