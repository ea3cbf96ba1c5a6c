namespace Sanbao.Domain.Kernel;

/// <summary>Instants are kept to the millisecond: PostgreSQL knows microseconds, .NET ticks, and both must say the same
/// (docs/decisions/0004).</summary>
public static class Instant
{
    /// <summary>Stands where no instant is known in a column that lists are ordered by; never null (docs/decisions/0004).</summary>
    public static DateTimeOffset Never { get; } = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static DateTimeOffset ToMilliseconds(this DateTimeOffset at) => at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMillisecond));
}
