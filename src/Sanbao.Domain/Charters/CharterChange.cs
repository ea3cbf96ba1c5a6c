using Sanbao.Domain.Approvals;
using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.Charters;

/// <summary>Where an application for a new version stands.</summary>
public enum CharterChangeStatus { Draft, Approved, Rejected, Withdrawn }

/// <summary>
/// An application for a new version of a charter: the whole text, why, and who decided (A3, S3). Its author may rewrite it until somebody
/// else approves or rejects it; from then on it never changes. Until its day in force the version before governs.
/// </summary>
public sealed class CharterChange : Document, IApproved
{
    private const int LongestReason = 1000;

    private CharterChange() { }

    public override string Kind => "charter-change";
    public override Headline Headline => new($"{Code} {Number}", Headline.Cut(Reason)) { Status = Status.ToString() };

    /// <summary>Code, number and first day as the text says them.</summary>
    public string Code { get; private set; } = "";
    public int Number { get; private set; }
    public DateOnly InForce { get; private set; }
    public string Text { get; private set; } = "";
    /// <summary>SHA-256 of the text, as its charter has it.</summary>
    public string Hash { get; private set; } = "";
    /// <summary>Why the change is applied for.</summary>
    public string Reason { get; private set; } = "";
    public CharterChangeStatus Status { get; private set; }
    public Guid AuthorId { get; private set; }
    public string Author { get; private set; } = "";
    public DateTimeOffset WrittenAt { get; private set; }
    /// <summary>Who approved or rejected it; empty while it is a draft.</summary>
    public string DecidedBy { get; private set; } = "";
    public DateTimeOffset? DecidedAt { get; private set; }
    /// <summary>Why it was rejected; may be empty otherwise.</summary>
    public string DecisionReason { get; private set; } = "";

    /// <summary>Somebody else than its author approves it: whoever may edit charters (A3, S3).</summary>
    private static readonly ChainStep[] Chain = [ChainStep.OfWhoMay(Permission.EditCharters)];

    public ApprovalBook Approvals { get; } = new();

    /// <param name="charter">The text, compiled: only what can be executed is applied for.</param>
    public static CharterChange Draft(Charter charter, string text, string? reason, Actor by, DateTimeOffset now)
    {
        var change = new CharterChange { Id = Guid.CreateVersion7(now), AuthorId = by.Id, Author = by.Name };
        change.Write(charter, text, reason, by, now);
        change.Record("charter-change.drafted", by, now, ("charter", charter.Code), ("number", charter.Version),
            ("inForce", charter.InForce), ("reason", change.Reason), ("hash", charter.Hash));
        return change;
    }

    /// <summary>Only its author rewrites a draft: whoever else wrote in it could not approve it.</summary>
    public Refusal? WhyNotRevise(Actor by) =>
        WhyDecided() ?? (by.Id == AuthorId ? null : new Refusal("charter-change.not-the-author", Author));

    /// <summary>Writes it anew. Refused as <see cref="WhyNotRevise"/> says.</summary>
    public void Revise(Charter charter, string text, string? reason, Actor by, DateTimeOffset now)
    {
        Refusal.Throw(WhyNotRevise(by));
        Write(charter, text, reason, by, now);
        Record("charter-change.revised", by, now, ("charter", charter.Code), ("number", charter.Version), ("inForce", charter.InForce),
            ("reason", Reason), ("hash", charter.Hash));
    }

    /// <summary>Nobody decides on what he wrote himself (<see cref="ApprovalBook.WhyNotDecide"/>).</summary>
    public Refusal? WhyNotDecide(Actor by) => WhyDecided() ?? Approvals.WhyNotDecide(by);

    /// <param name="latest">The highest approved version of this charter; null: it is the first.</param>
    /// <param name="today">Local day. A later version never governs days that are over; a first version may.</param>
    public Refusal? WhyNotApprove(Actor by, Charter? latest, DateOnly today) => WhyNotDecide(by) ?? latest switch
    {
        { } known when known.Version >= Number => new Refusal("charter-change.number-taken", Code, known.Version),
        { } when InForce < today => new Refusal("charter-change.backdated", InForce),
        _ => null,
    };

    /// <summary>Makes it the version that governs from its day. Refused as <see cref="WhyNotApprove"/> says.</summary>
    public void Approve(Charter? latest, DateOnly today, Actor by, DateTimeOffset now)
    {
        Refusal.Throw(WhyNotApprove(by, latest, today));
        Approvals.Approve(remark: null, by, now);
        Decide(CharterChangeStatus.Approved, "", by, now);
        Record("charter-change.approved", by, now, ("charter", Code), ("number", Number), ("inForce", InForce), ("hash", Hash));
    }

    /// <summary>Decides against it; needs a reason. Refused as <see cref="WhyNotDecide"/> says.</summary>
    public void Reject(string? reason, Actor by, DateTimeOffset now)
    {
        Refusal.Throw(WhyNotDecide(by));
        Approvals.Reject(reason, by, now);
        Decide(CharterChangeStatus.Rejected, reason!.Trim(), by, now);
        Record("charter-change.rejected", by, now, ("charter", Code), ("number", Number), ("reason", DecisionReason));
    }

    /// <summary>The author takes the draft back.</summary>
    public void Withdraw(Actor by, DateTimeOffset now)
    {
        Refusal.Throw(WhyNotRevise(by));
        Approvals.Drop();
        Decide(CharterChangeStatus.Withdrawn, "", by, now);
        Record("charter-change.withdrawn", by, now, ("charter", Code), ("number", Number));
    }

    private Refusal? WhyDecided() => Status is CharterChangeStatus.Draft ? null : new Refusal("charter-change.decided", DecidedBy);

    private void Write(Charter charter, string text, string? reason, Actor by, DateTimeOffset now)
    {
        var errors = new FieldErrors();
        errors.Text(reason, "reason", LongestReason, required: true);
        errors.Throw();
        (Code, Number, InForce, Hash, Text) = (charter.Code, charter.Version, charter.InForce, charter.Hash, text);
        (Reason, WrittenAt) = (reason!.Trim(), now);
        Approvals.Submit(Id, Chain, AuthorId, by, now);
    }

    private void Decide(CharterChangeStatus status, string reason, Actor by, DateTimeOffset now) =>
        (Status, DecisionReason, DecidedBy, DecidedAt) = (status, reason, by.Name, now);
}
