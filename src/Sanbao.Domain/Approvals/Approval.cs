using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.Approvals;

/// <summary>Where one step of an approval stands.</summary>
public enum ApprovalState
{
    /// <summary>Another step comes first.</summary>
    Later,
    /// <summary>It is the turn of this step.</summary>
    Open,
    Approved,
    Rejected,
    /// <summary>Not asked any more: another step rejected it, or the document was taken back or submitted anew.</summary>
    Dropped,
}

/// <summary>One step of the approval of one document, of any kind: whose turn it is, and what was decided.</summary>
public sealed class Approval
{
    private Approval() { }

    internal Approval(Guid documentId, int index, int round, ChainStep step, Guid authorId, Guid submitterId, DateTimeOffset now)
    {
        (DocumentId, Index, Round, AuthorId, SubmitterId, Since) = (documentId, index, round, authorId, submitterId, now);
        (Role, PersonId, May) = (step.Role, step.Person, step.May);
    }

    public Guid DocumentId { get; private set; }
    /// <summary>Counts the steps of the document from 0, over all its rounds.</summary>
    public int Index { get; private set; }
    /// <summary>Counts from 1 how often the document was submitted.</summary>
    public int Round { get; private set; }
    public string? Role { get; private set; }
    public Guid? PersonId { get; private set; }
    public Permission? May { get; private set; }
    /// <summary>Who made the document and who submitted it; neither decides on it.</summary>
    public Guid AuthorId { get; private set; }
    public Guid SubmitterId { get; private set; }
    public ApprovalState State { get; private set; }
    /// <summary>Since when it is the turn of this step; before that, since when it waits.</summary>
    public DateTimeOffset Since { get; private set; }
    public Guid? DecidedById { get; private set; }
    public string? DecidedBy { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }
    /// <summary>In whose place his deputy decided; null: whoever decided did so in his own right.</summary>
    public Guid? InPlaceOfId { get; private set; }
    public string? InPlaceOf { get; private set; }
    /// <summary>A remark to the approval, or why it was rejected; may be empty.</summary>
    public string Remark { get; private set; } = "";

    public ChainStep Step => new() { Role = Role, Person = PersonId, May = May };

    internal void Ask(DateTimeOffset now) => (State, Since) = (ApprovalState.Open, now);

    internal void Drop()
    {
        if (State is ApprovalState.Open or ApprovalState.Later) State = ApprovalState.Dropped;
    }

    internal void Decide(ApprovalState state, Actor by, Actor inRightOf, string? remark, DateTimeOffset now)
    {
        (State, DecidedById, DecidedBy, DecidedAt, Remark) = (state, by.Id, by.Name, now, remark?.Trim() ?? "");
        if (inRightOf.Id != by.Id) (InPlaceOfId, InPlaceOf) = (inRightOf.Id, inRightOf.Name);
    }
}
