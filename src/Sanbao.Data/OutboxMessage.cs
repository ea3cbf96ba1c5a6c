namespace Sanbao.Data;

/// <summary>A message that is to leave the house, written with the change that causes it and sent afterwards.</summary>
public sealed class OutboxMessage
{
    private OutboxMessage() { }

    public OutboxMessage(Guid id, string kind, string body, DateTimeOffset createdAt) =>
        (Id, Kind, Body, CreatedAt, SendAt) = (id, kind, body, createdAt, createdAt);

    public Guid Id { get; private set; }
    /// <summary>E.g. deadline.warning; says how <see cref="Body"/> reads.</summary>
    public string Kind { get; private set; } = "";
    /// <summary>JSON.</summary>
    public string Body { get; private set; } = "";
    public DateTimeOffset CreatedAt { get; private set; }
    /// <summary>When it is tried next; <see cref="Domain.Kernel.Instant.Never"/> once it is sent or given up.</summary>
    public DateTimeOffset SendAt { get; set; }
    public DateTimeOffset? SentAt { get; set; }
    public int Attempts { get; set; }
}
