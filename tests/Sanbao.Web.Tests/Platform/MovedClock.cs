namespace Sanbao.Web.Tests.Platform;

/// <summary>A clock that stands until the test says another time. How much time passed between two moments is still the machine's to
/// say.</summary>
internal class StoppedClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset At { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => At.ToUniversalTime();
}

/// <summary>One by which also the time that passes is measured: for what is kept for a while.</summary>
internal sealed class MovedClock(DateTimeOffset now) : StoppedClock(now)
{
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => At.UtcTicks;
}
