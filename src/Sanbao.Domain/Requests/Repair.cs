using Sanbao.Domain.Charters;

namespace Sanbao.Domain.Requests;

/// <summary>
/// One repair of a unit under a request, with its days and the cause of its fault. Each reopening may bring another. Repairs of faults
/// that were judged covered, finally or still provisionally, count as failed once another fault follows; those of other faults do not,
/// nor do their days.
/// </summary>
public sealed class Repair
{
    private Repair() { }

    internal Repair(int round) => Round = round;

    public Guid RequestId { get; private set; }
    /// <summary>How often the request had been reopened when it was made.</summary>
    public int Round { get; private set; }
    public DateTimeOffset At { get; private set; }
    /// <summary>In repair and waiting.</summary>
    public int Days { get; private set; }
    public string Solution { get; private set; } = "";
    /// <summary>As last judged in its round; null: nothing was judged.</summary>
    public Cause? Cause { get; private set; }
    /// <summary>False: the fault was judged not covered.</summary>
    public bool Counts { get; private set; } = true;

    internal void Take(string solution, int days, DateTimeOffset at) => (Solution, Days, At) = (solution, days, at);

    internal void Take(Cause? cause, bool counts) => (Cause, Counts) = (cause, counts);
}
