using Sanbao.Domain.Charters;
using Sanbao.Domain.Kernel;
using Sanbao.Domain.Promises;

namespace Sanbao.Data;

/// <summary>What one person is told in the console: that a deadline of a document warns or has passed.</summary>
public sealed class Notice
{
    private Notice() { }

    public Notice(Guid accountId, Firing firing, Document document, PromiseCode promise)
    {
        Id = Guid.CreateVersion7(firing.FiredAt);
        (AccountId, FiringId) = (accountId, firing.Id);
        (DocumentId, Kind, Number) = (document.Id, document.Kind, document.Headline.Number);
        (Promise, Level, Due, At) = (promise, firing.Level, firing.Due, firing.FiredAt);
    }

    public Guid Id { get; private set; }
    public Guid AccountId { get; private set; }
    public Guid FiringId { get; private set; }
    public Guid DocumentId { get; private set; }
    /// <summary>The document's, as its head says them.</summary>
    public string Kind { get; private set; } = "";
    public string Number { get; private set; } = "";
    public PromiseCode Promise { get; private set; }
    public FiringLevel Level { get; private set; }
    public DateTimeOffset Due { get; private set; }
    public DateTimeOffset At { get; private set; }
    /// <summary>When it was acknowledged; <see cref="Instant.Never"/> until then.</summary>
    public DateTimeOffset ReadAt { get; set; } = Instant.Never;
}
