namespace Sanbao.Web.Platform.Time;

/// <summary>Days and weeks as the company counts them, in its own zone; a week ends on Sunday.</summary>
internal static class Days
{
    public static DateTimeOffset StartOfDay(DateTimeOffset now, TimeZoneInfo zone) => Midnight(LocalDay(now, zone), zone);

    /// <summary>Exclusive: the first instant of tomorrow.</summary>
    public static DateTimeOffset EndOfDay(DateTimeOffset now, TimeZoneInfo zone) => Midnight(LocalDay(now, zone).AddDays(1), zone);

    /// <summary>Exclusive: the first instant of next Monday.</summary>
    public static DateTimeOffset EndOfWeek(DateTimeOffset now, TimeZoneInfo zone)
    {
        var today = LocalDay(now, zone);
        return Midnight(today.AddDays(7 - ((int)today.DayOfWeek + 6) % 7), zone);
    }

    public static DateOnly LocalDay(DateTimeOffset at, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);

    /// <summary>The first instant of a day.</summary>
    public static DateTimeOffset Midnight(DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new(local, zone.GetUtcOffset(local));
    }
}
