using Sanbao.Domain.Charters;
using Sanbao.Domain.Entitlement;

namespace Sanbao.Domain.Requests;

public sealed partial class ServiceRequest
{
    /// <summary>The cause as it was last judged; null: nothing was judged.</summary>
    public Cause? JudgedCause { get; private set; }

    /// <summary>What its own earlier rounds add to the history of its unit: a repair after which it had to be opened again has
    /// failed.</summary>
    public RepairHistory OwnHistory()
    {
        var failed = repairs.Where(r => r.Counts && r.Round < Reopened).ToList();
        return new(failed.Count, null, failed.Sum(r => r.Days));
    }

    /// <summary>The repair of this round as it is told now; told again it takes the place of what was told before.</summary>
    private void KeepRepair(bool repaired, int days, DateTimeOffset at)
    {
        var known = repairs.Find(r => r.Round == Reopened);
        if (!repaired) { if (known is not null) repairs.Remove(known); }
        else
        {
            if (known is null) repairs.Add(known = new(Reopened));
            known.Take(Solution, days, at);
            known.Take(JudgedCause, Covered is not false);
        }
        CountRepairs();
    }

    /// <summary>The repair of this round follows the judgement.</summary>
    private void JudgeRepair()
    {
        repairs.Find(r => r.Round == Reopened)?.Take(JudgedCause, Covered is not false);
        CountRepairs();
    }

    private void CountRepairs()
    {
        Repaired = repairs.Count > 0;
        FailedRepairs = repairs.Count(r => r.Counts);
        FailedRepairDays = repairs.Where(r => r.Counts).Sum(r => r.Days);
    }
}
