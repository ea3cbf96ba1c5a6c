namespace Sanbao.Domain.Promises;

/// <summary>When a deadline warns: in the last quarter of its time, and no earlier than 24 hours before it is due.</summary>
public static class EarlyWarning
{
    private const int ShareOfTime = 4;
    private static readonly TimeSpan Most = TimeSpan.FromHours(24);

    public static DateTimeOffset At(DateTimeOffset startedAt, DateTimeOffset due)
    {
        var ahead = (due - startedAt) / ShareOfTime;
        return due - (ahead < Most ? ahead : Most);
    }
}
