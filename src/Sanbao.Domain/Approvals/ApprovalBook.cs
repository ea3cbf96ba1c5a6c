using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.Approvals;

/// <summary>A document that others approve before it holds.</summary>
public interface IApproved
{
    ApprovalBook Approvals { get; }
}

/// <summary>
/// The approval of one document: its steps, round by round. Who made or submitted it decides nothing, nobody decides twice in a round, and
/// only whose turn it is. The store keeps the steps as rows of their own, in the save of the document.
/// </summary>
public sealed class ApprovalBook
{
    /// <summary>UTF-16 units of a remark or a reason.</summary>
    public const int LongestRemark = 1000;

    private readonly List<Approval> steps = [];

    /// <summary>All of them, the earliest round first. Loaded for work only; empty otherwise.</summary>
    public IReadOnlyList<Approval> Steps => steps;

    /// <summary>The step whose turn it is; null: nothing is asked.</summary>
    public Approval? Open => steps.Find(s => s.State is ApprovalState.Open);

    /// <summary>Called by the store.</summary>
    public void Load(IEnumerable<Approval> stored)
    {
        steps.Clear();
        steps.AddRange(stored);
    }

    /// <summary>
    /// Submits the document: a new round begins, and what was still asked is dropped. False: the chain is empty, nothing is asked.
    /// </summary>
    /// <param name="authorId">Who made the document.</param>
    public bool Submit(Guid document, IEnumerable<ChainStep> chain, Guid authorId, Actor by, DateTimeOffset now)
    {
        Drop();
        var round = steps.Count == 0 ? 1 : steps[^1].Round + 1;
        foreach (var step in chain) steps.Add(new(document, steps.Count, round, step, authorId, by.Id, now));
        return AskNext(now);
    }

    /// <summary>The document was taken back.</summary>
    public void Drop() => steps.ForEach(step => step.Drop());

    /// <summary>It is his turn, or it was and he decided: he sees what it is about, whatever else he may see.</summary>
    public bool Concerns(Actor actor) => WhyNotDecide(actor) is null || steps.Exists(s => s.DecidedById == actor.Id);

    /// <summary>Refused: one's own, decided already in this round, not one's turn.</summary>
    /// <param name="needs">What whoever decides, or in whose place, may do at all; null: the chain says enough.</param>
    public Refusal? WhyNotDecide(Actor by, Permission? needs = null) =>
        Open is not { } open ? new("approval.not-your-turn")
        : IsFrom(by, open) ? new("approval.own")
        : HasDecided(by, open.Round) ? new("approval.twice")
        : InRightOf(by, open) is not { } right || needs is { } permission && !right.May(permission) ? new("approval.not-your-turn")
        : null;

    /// <summary>
    /// Approves the step whose turn it is. Refused as <see cref="WhyNotDecide"/> says. True: it was the last, the document is approved.
    /// </summary>
    public bool Approve(string? remark, Actor by, DateTimeOffset now)
    {
        Decide(ApprovalState.Approved, "remark", remark, by, now);
        return !AskNext(now);
    }

    /// <summary>Rejects the document; needs a reason. Refused as <see cref="WhyNotDecide"/> says.</summary>
    public void Reject(string? reason, Actor by, DateTimeOffset now)
    {
        Decide(ApprovalState.Rejected, "reason", reason, by, now);
        Drop();
    }

    private void Decide(ApprovalState state, string field, string? said, Actor by, DateTimeOffset now)
    {
        Refusal.Throw(WhyNotDecide(by));
        var errors = new FieldErrors();
        errors.Text(said, field, LongestRemark, required: state is ApprovalState.Rejected);
        errors.Throw();
        Open!.Decide(state, by, InRightOf(by, Open)!, said, now);
    }

    private bool AskNext(DateTimeOffset now)
    {
        var next = steps.Find(s => s.State is ApprovalState.Later);
        next?.Ask(now);
        return next is not null;
    }

    /// <summary>
    /// His own right before that of those whose deputy he is; of these, none whose own the document is or who has decided himself.
    /// </summary>
    private Actor? InRightOf(Actor by, Approval open) =>
        open.Step.IsFor(by) ? by
        : by.DeputyFor.FirstOrDefault(other => open.Step.IsFor(other) && !IsFrom(other, open) && !HasDecided(other, open.Round));

    private static bool IsFrom(Actor actor, Approval step) => actor.Id == step.AuthorId || actor.Id == step.SubmitterId;

    private bool HasDecided(Actor actor, int round) =>
        steps.Exists(s => s.Round == round && (s.DecidedById == actor.Id || s.InPlaceOfId == actor.Id));
}
