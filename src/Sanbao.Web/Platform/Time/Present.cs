namespace Sanbao.Web.Platform.Time;

internal static class Present
{
    /// <summary>The present, to the millisecond: what both databases keep of it (docs/decisions/0004).</summary>
    public static DateTimeOffset Now(this TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond));
    }

    /// <summary>The company's local day.</summary>
    public static DateOnly Today(this TimeProvider clock, Company company) =>
        Days.LocalDay(clock.GetUtcNow(), company.Zone);
}
