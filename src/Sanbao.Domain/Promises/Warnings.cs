using Sanbao.Domain.Charters;

namespace Sanbao.Domain.Promises;

/// <summary>
/// When a deadline warns: in the last part of its time, as the company says (<see cref="EarlyWarning"/>), and at most a day ahead. A
/// promise in working time is warned of in working time, at most a working day ahead: a warning that goes off at night warns nobody.
/// </summary>
public static class Warnings
{
    /// <summary>Not after the due instant. What is owed at once, and has no time to be warned in, warns when it is due.</summary>
    public static DateTimeOffset At(Charter charter, Deadline deadline) =>
        deadline.OpenEnded ? deadline.Due
        : deadline.InWorkingTime ? InWorkingTime(charter, deadline)
        : deadline.Due - charter.Warning.Ahead((deadline.Due - deadline.StartedAt).Duration(), EarlyWarning.Day);

    private static DateTimeOffset InWorkingTime(Charter charter, Deadline deadline)
    {
        var clock = PromiseBook.Of(charter).WorkingClock;
        var time = clock.WorkingTimeBetween(deadline.StartedAt, deadline.Due).Duration();
        var day = charter.Calendar.WorkUpTo(DateOnly.FromDateTime(deadline.Due.DateTime));
        return clock.AddWorkingTime(deadline.Due, -charter.Warning.Ahead(time, day));
    }
}
