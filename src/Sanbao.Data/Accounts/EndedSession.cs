namespace Sanbao.Data.Accounts;

/// <summary>A sign-in that its person ended: a copy of its cookie opens nothing any more. Kept as long as such a copy would last.</summary>
public sealed class EndedSession
{
    private EndedSession() { }

    public EndedSession(Guid id, Guid accountId, DateTimeOffset endedAt) => (Id, AccountId, EndedAt) = (id, accountId, endedAt);

    /// <summary>Of the sign-in, as its cookie says.</summary>
    public Guid Id { get; private set; }
    public Guid AccountId { get; private set; }
    public DateTimeOffset EndedAt { get; private set; }
}
