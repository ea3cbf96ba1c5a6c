using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.Tests.Kernel;

public class LocalClockTests
{
    private static readonly LocalClock Berlin = Of("Europe/Berlin");

    [Theory]
    [InlineData("2026-07-01T12:00:00", false, "2026-07-01T10:00:00Z")]
    [InlineData("2026-01-01T12:00:00", true, "2026-01-01T11:00:00Z")]
    [InlineData("2026-10-25T02:30:00", false, "2026-10-25T00:30:00Z")]   // occurs twice
    [InlineData("2026-10-25T02:30:00", true, "2026-10-25T01:30:00Z")]
    [InlineData("2026-03-29T02:30:00", false, "2026-03-29T01:00:00Z")]   // is skipped: the instant of the jump
    [InlineData("2026-03-29T02:30:00", true, "2026-03-29T01:00:00Z")]
    public void A_wall_time_that_occurs_twice_or_never_has_one_meaning(string local, bool second, string utc) =>
        Berlin.UtcOf(Ticks(local), second).ShouldBe(Ticks(utc));

    [Fact]
    public void A_day_that_ends_twice_ends_the_second_time() =>
        // Santiago goes back from 24:00 to 23:00.
        Of("America/Santiago").EndOf(new(2026, 4, 4)).ShouldBe(Ticks("2026-04-05T03:59:59Z"));

    [Theory]
    [InlineData("Asia/Shanghai")]
    [InlineData("Europe/Berlin")]
    [InlineData("America/New_York")]
    [InlineData("Australia/Lord_Howe")]
    public void It_reads_what_the_zone_reads_and_finds_the_way_back(string zone)
    {
        var clock = Of(zone);
        var info = TimeZoneInfo.FindSystemTimeZoneById(zone);
        Prop.ForAll(Gen.Choose(-1_000_000, 3_000_000).ToArbitrary(), quarters =>
        {
            var utc = new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(15.0 * quarters);
            var local = TimeZoneInfo.ConvertTime(new DateTimeOffset(utc), info);
            return clock.At(utc.Ticks).EqualsExact(local) && clock.LocalOf(utc.Ticks) == local.DateTime.Ticks
                && (clock.UtcOf(local.DateTime.Ticks, false) == utc.Ticks || clock.UtcOf(local.DateTime.Ticks, true) == utc.Ticks);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_ends_of_the_calendar_overflow_nothing()
    {
        foreach (var clock in new[] { Berlin, Of("Asia/Shanghai"), Of("America/New_York") })
        {
            clock.At(long.MaxValue).Year.ShouldBe(9999);
            clock.At(long.MinValue).Year.ShouldBe(1);
            clock.EndOf(DateOnly.MaxValue).ShouldBe(LocalClock.EndOfTime);
            Should.NotThrow(() => clock.EndOf(DateOnly.MinValue));
        }
    }

    private static LocalClock Of(string zone) => new(TimeZoneInfo.FindSystemTimeZoneById(zone));

    private static long Ticks(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).UtcTicks;
}
