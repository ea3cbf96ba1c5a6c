namespace Sanbao.Domain.Promises;

/// <summary>How loudly a deadline speaks: before it is due, when it is due, and up the chain.</summary>
public enum FiringLevel { Warning, Due, Escalated }

/// <summary>
/// A deadline spoke once at one level for one due instant. The row is unique on these three, which is what makes "exactly once" true
/// on any number of nodes; it is written with its journal line and outgoing message (docs/decisions/0003).
/// </summary>
public sealed class Firing
{
    private Firing() { }

    public Firing(Guid deadlineId, FiringLevel level, DateTimeOffset due, DateTimeOffset firedAt)
    {
        Id = Guid.CreateVersion7(firedAt);
        (DeadlineId, Level, Due, FiredAt) = (deadlineId, level, due, firedAt);
    }

    public Guid Id { get; private set; }
    public Guid DeadlineId { get; private set; }
    public FiringLevel Level { get; private set; }
    public DateTimeOffset Due { get; private set; }
    public DateTimeOffset FiredAt { get; private set; }
}
