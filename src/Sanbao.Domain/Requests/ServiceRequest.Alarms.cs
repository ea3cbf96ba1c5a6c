using Sanbao.Domain.Kernel;
using Sanbao.Domain.Promises;

namespace Sanbao.Domain.Requests;

public sealed partial class ServiceRequest
{
    /// <summary>
    /// Lets every deadline speak whose moment has come, and notes it in the journal. What came due while nobody watched speaks as due
    /// alone. A due instant that moved speaks again, and its line names the one before.
    /// </summary>
    /// <param name="spoken">How its deadlines spoke before.</param>
    public IReadOnlyList<Firing> Fire(IReadOnlyCollection<Firing> spoken, Actor by, DateTimeOffset now)
    {
        var fired = new List<Firing>();
        foreach (var deadline in Deadlines.Entries.Where(d => d.AlarmAt <= now).OrderBy(d => d.Due))
        {
            var level = deadline.TakeAlarm(now);
            var earlier = spoken.Where(f => f.DeadlineId == deadline.Id && f.Level == level).ToList();
            if (Status is RequestStatus.Closed || earlier.Exists(f => f.Due == deadline.Due)) continue;
            fired.Add(new(deadline.Id, level, deadline.Due, now));
            Witness(LineOf(level), by, now, ("promise", deadline.Promise), ("due", deadline.Due),
                ("earlierDue", earlier.Count == 0 ? null : earlier.Max(f => f.Due)));
        }
        return fired;
    }

    private static string LineOf(FiringLevel level) => level switch
    {
        FiringLevel.Warning => "request.deadline-warned",
        FiringLevel.Due => "request.deadline-passed",
        FiringLevel.Escalated => "request.deadline-escalated",
    };
}
