namespace Sanbao.Domain.Charters;

/// <summary>
/// When a deadline warns: in the last part of its time, and no earlier than a day before it is due. Not the charter's word but the
/// company's own, because a promise stays the same whenever somebody is reminded of it.
/// </summary>
/// <param name="Share">The last part of the time, in whole per cent of it.</param>
public sealed record EarlyWarning(int Share)
{
    /// <summary>Both inclusive. Below, a promise of two hours would warn when nothing can be done any more; above, right after it
    /// began.</summary>
    public const int Least = 5, Greatest = 75;

    /// <summary>The earliest warning of a promise around the clock.</summary>
    public static TimeSpan Day { get; } = TimeSpan.FromHours(24);

    /// <summary>The last quarter.</summary>
    public static EarlyWarning Usual { get; } = new(25);

    /// <summary>How long before it is due a promise warns.</summary>
    /// <param name="time">What the promise has, in time or in working time; none at all where it has no first moment: a day ahead
    /// then.</param>
    /// <param name="day">A day of that time.</param>
    public TimeSpan Ahead(TimeSpan time, TimeSpan day)
    {
        var ahead = time * Share / 100;
        return time == TimeSpan.Zero || ahead > day ? day : ahead;
    }
}
