using Sanbao.Domain.Charters;
using Sanbao.Domain.Kernel;
using Sanbao.Domain.Promises;

namespace Sanbao.Data;

/// <summary>What one person is told in the console: that a deadline of a request warns or has passed.</summary>
public sealed class Notice
{
    private Notice() { }

    public Notice(Guid accountId, Firing firing, Guid requestId, string requestNumber, PromiseCode promise)
    {
        Id = Guid.CreateVersion7(firing.FiredAt);
        (AccountId, FiringId, RequestId, RequestNumber) = (accountId, firing.Id, requestId, requestNumber);
        (Promise, Level, Due, At) = (promise, firing.Level, firing.Due, firing.FiredAt);
    }

    public Guid Id { get; private set; }
    public Guid AccountId { get; private set; }
    public Guid FiringId { get; private set; }
    public Guid RequestId { get; private set; }
    public string RequestNumber { get; private set; } = "";
    public PromiseCode Promise { get; private set; }
    public FiringLevel Level { get; private set; }
    public DateTimeOffset Due { get; private set; }
    public DateTimeOffset At { get; private set; }
    /// <summary>When it was acknowledged; <see cref="Instant.Never"/> until then.</summary>
    public DateTimeOffset ReadAt { get; set; } = Instant.Never;
}
