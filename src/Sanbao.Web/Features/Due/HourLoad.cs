using System.Collections.Immutable;
using Sanbao.Data;

namespace Sanbao.Web.Features.Due;

/// <summary>How many deadlines fall into one hour of the company's clock; the first is the hour that runs, from now on.</summary>
public readonly record struct HourLoad(DateTimeOffset From, int Count)
{
    public const int Hours = 24;

    /// <summary>The next day, hour by hour. Counted over no more than the nearest <see cref="CappedCount.Most"/>.</summary>
    internal static async Task<ImmutableArray<HourLoad>> ReadAsync(ServiceDb db, DueScope scope, Actor actor, DateTimeOffset now,
        TimeZoneInfo zone, CancellationToken cancel)
    {
        var hours = BeginsFrom(now, zone);
        var due = await DueBoard.InstantsAsync(db, scope, actor, now, hours[^1].AddHours(1), cancel);
        return [.. hours.Select(hour => new HourLoad(hour, due.Count(at => at >= hour && at < hour.AddHours(1))))];
    }

    /// <summary>Begins of the hours as clocks on the wall show them, also where they differ from Greenwich by half an hour.</summary>
    internal static ImmutableArray<DateTimeOffset> BeginsFrom(DateTimeOffset now, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(now, zone);
        var first = local.AddTicks(-(local.TimeOfDay.Ticks % TimeSpan.TicksPerHour));
        return [.. Enumerable.Range(0, Hours).Select(n => first.AddHours(n))];
    }
}
