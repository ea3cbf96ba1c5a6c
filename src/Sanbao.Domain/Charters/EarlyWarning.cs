namespace Sanbao.Domain.Charters;

/// <summary>
/// When a deadline warns: in the last part of its time, and no earlier than 24 hours before it is due. Not the charter's word but the
/// company's own, because a promise stays the same whenever somebody is reminded of it.
/// </summary>
/// <param name="Share">The last part of the time, in whole per cent of it.</param>
public sealed record EarlyWarning(int Share)
{
    /// <summary>Both inclusive. Below, a promise of two hours would warn when nothing can be done any more; above, right after it began.</summary>
    public const int Least = 5, Greatest = 75;

    private static readonly TimeSpan Most = TimeSpan.FromHours(24);

    /// <summary>The last quarter.</summary>
    public static EarlyWarning Usual { get; } = new(25);

    public DateTimeOffset At(DateTimeOffset startedAt, DateTimeOffset due)
    {
        var ahead = (due - startedAt) * Share / 100;
        return due - (ahead < Most ? ahead : Most);
    }
}
