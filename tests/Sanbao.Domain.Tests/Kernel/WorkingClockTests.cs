using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Sanbao.Domain.Kernel;
using static Sanbao.Domain.Tests.Shared;

namespace Sanbao.Domain.Tests.Kernel;

public class WorkingClockTests
{
    private static readonly WorkingClock Default = new(Calendar, China);
    private static readonly WorkingClock WithLunch = new(Every([new(510, 720), new(780, 1050)]), China);
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    private static readonly WorkingClock DayAndNight = new(Every([new(0, 1440)]), Berlin);

    [Theory]
    [InlineData("2026-05-11 10:00", "2026-05-11 11:30", 90)]
    [InlineData("2026-05-11 17:00", "2026-05-12 09:00", 60)]
    [InlineData("2026-09-24 17:00", "2026-09-28 09:00", 60)]     // Mid-Autumn between
    [InlineData("2026-05-16 08:00", "2026-05-17 20:00", 0)]
    [InlineData("2026-05-12 09:00", "2026-05-11 17:00", -60)]
    public void Only_working_time_passes(string from, string to, int minutes) =>
        Default.WorkingTimeBetween(At(from), At(to)).ShouldBe(TimeSpan.FromMinutes(minutes));

    [Theory]
    [InlineData("2026-05-11 16:30", 60, "2026-05-11 17:30")]     // the end of a day, not the beginning of the next
    [InlineData("2026-05-11 16:30", 61, "2026-05-12 08:31")]
    [InlineData("2026-05-11 20:00", 30, "2026-05-12 09:00")]
    [InlineData("2026-09-24 17:30", 540, "2026-09-28 17:30")]
    [InlineData("2026-05-16 12:00", 0, "2026-05-16 12:00")]
    [InlineData("2026-05-12 09:00", -60, "2026-05-11 17:00")]
    // back, too, to where that work would begin, not to the end of the day before
    [InlineData("2026-05-13 08:30", -540, "2026-05-12 08:30")]
    [InlineData("2026-05-12 09:00", -30, "2026-05-12 08:30")]
    [InlineData("2026-05-16 12:00", -1, "2026-05-15 17:29")]
    public void Working_time_is_added_where_there_is_work(string from, int minutes, string to) =>
        Default.AddWorkingTime(At(from), TimeSpan.FromMinutes(minutes)).ShouldBe(At(to));

    [Theory]
    [InlineData("2026-05-11 11:45", 30, "2026-05-11 13:15")]
    [InlineData("2026-05-11 08:00", 210, "2026-05-11 12:00")]
    [InlineData("2026-05-11 12:30", 1, "2026-05-11 13:01")]
    public void Several_windows_a_day_leave_the_break_out(string from, int minutes, string to) =>
        WithLunch.AddWorkingTime(At(from), TimeSpan.FromMinutes(minutes)).ShouldBe(At(to));

    [Theory]
    [InlineData("2026-03-29T00:00:00+01:00", "2026-03-30T00:00:00+02:00", 23)]
    [InlineData("2026-10-25T00:00:00+02:00", "2026-10-26T00:00:00+01:00", 25)]
    [InlineData("2026-01-01T00:00:00+01:00", "2027-01-01T00:00:00+01:00", 365 * 24)]
    public void Where_the_clocks_jump_an_hour_is_as_long_as_it_really_is(string from, string to, int hours) =>
        DayAndNight.WorkingTimeBetween(Instant(from), Instant(to)).ShouldBe(TimeSpan.FromHours(hours));

    [Fact]
    public void The_hour_that_occurs_twice_is_worked_twice()
    {
        var once = Instant("2026-10-25T02:30:00+02:00");
        DayAndNight.AddWorkingTime(once, TimeSpan.FromHours(1)).ShouldBe(Instant("2026-10-25T02:30:00+01:00"));
        // 01:00 to 02:00 is not prolonged by the hour that begins again at 02:00
        var nights = new WorkingClock(Every([new(60, 120)]), Berlin);
        nights.WorkingTimeBetween(Instant("2026-10-25T00:00:00+02:00"), Instant("2026-10-25T12:00:00+01:00"))
            .ShouldBe(TimeSpan.FromHours(1));
    }

    [Theory]
    // three hours on the long Sunday, half an hour on Monday
    [InlineData("2026-10-25T00:00:00+02:00", 210, "2026-10-26T02:00:00+01:00")]
    [InlineData("2026-10-25T00:00:00+02:00", 180, "2026-10-25T03:30:00+01:00")]
    public void Two_windows_that_meet_in_the_hour_that_occurs_twice_are_as_long_as_one(string from, int minutes, string due)
    {
        foreach (var windows in new ImmutableArray<DayWindow>[] { [new(90, 150), new(150, 210)], [new(90, 210)],
            [new(90, 130), new(130, 140), new(140, 210)] })
        {
            var clock = new WorkingClock(Every(windows), Berlin);
            clock.AddWorkingTime(Instant(from), TimeSpan.FromMinutes(minutes)).ShouldBe(Instant(due));
            clock.WorkingTimeBetween(Instant(from), Instant(due)).ShouldBe(TimeSpan.FromMinutes(minutes));
        }
    }

    [Fact]
    public void Time_without_end_ends_with_the_calendar() =>
        Default.AddWorkingTime(At("2026-05-11 16:30"), TimeSpan.FromDays(3_000_000)).Year.ShouldBe(9999);

    [Fact]
    public void Working_time_adds_up() => Prop.ForAll(Clocks().Zip(Instants()).Zip(Instants()).Zip(Instants()).ToArbitrary(), x =>
    {
        var (((clock, a), b), c) = x;
        return clock.WorkingTimeBetween(a, b) + clock.WorkingTimeBetween(b, c) == clock.WorkingTimeBetween(a, c);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Working_time_never_exceeds_the_time_that_passed() =>
        Prop.ForAll(Clocks().Zip(Instants()).Zip(Instants()).ToArbitrary(), x =>
    {
        var ((clock, a), b) = x;
        var worked = clock.WorkingTimeBetween(a, b);
        return a <= b ? worked >= TimeSpan.Zero && worked <= b - a : worked <= TimeSpan.Zero && worked >= b - a;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Adding_working_time_inverts_measuring_it() =>
        Prop.ForAll(Clocks().Zip(Instants()).Zip(Gen.Choose(-60_000, 60_000)).ToArbitrary(), x =>
    {
        var ((clock, a), seconds) = x;
        var end = clock.AddWorkingTime(a, TimeSpan.FromSeconds(seconds));
        return clock.WorkingTimeBetween(a, end) == TimeSpan.FromSeconds(seconds);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void It_agrees_with_counting_minute_by_minute() =>
        Prop.ForAll(Gen.Choose(0, 600_000).Zip(Gen.Choose(0, 6_000)).ToArbitrary(), x =>
    {
        var from = At("2026-01-01 00:00").AddMinutes(x.Item1);
        var worked = Enumerable.Range(0, x.Item2).Count(m => Works(from.AddMinutes(m)));
        return Default.WorkingTimeBetween(from, from.AddMinutes(x.Item2)) == TimeSpan.FromMinutes(worked);
    }).QuickCheckThrowOnFailure();

    private static bool Works(DateTimeOffset minute) =>
        Calendar.WindowsOf(DateOnly.FromDateTime(minute.DateTime))
            .Any(w => minute.TimeOfDay.TotalMinutes >= w.From && minute.TimeOfDay.TotalMinutes < w.To);

    private static WorkingCalendar Every(ImmutableArray<DayWindow> day) => new("test", [day, day, day, day, day, day, day], Holidays.None);

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static Gen<WorkingClock> Clocks() => Gen.Elements(Default, WithLunch, DayAndNight,
        new(new("nights", [[], [new(0, 180), new(1200, 1440)], [], [new(90, 150)], [], [], []], Announced), Berlin));

    // Two thirds near the jump of an hour, the rest anywhere in the tables (beyond them no jump is counted).
    private static Gen<DateTimeOffset> Instants() => Gen.OneOf(
        Gen.Choose(-700_000, 700_000).Select(s => Instant("2026-10-25T01:00:00Z").AddSeconds(s)),
        Gen.Choose(-700_000, 700_000).Select(s => Instant("2026-03-29T01:00:00Z").AddSeconds(s)),
        Gen.Choose(-227_000, 648_000).Select(h => Instant("2026-01-01T00:00:00Z").AddHours(h)));
}
