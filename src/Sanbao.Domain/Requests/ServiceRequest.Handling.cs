using System.Collections.Immutable;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.Requests;

public sealed partial class ServiceRequest
{
    /// <summary>Gives the request to somebody, or hands it over from one to another.</summary>
    public void Assign(Guid assigneeId, string assignee, string? reason, Charter charter, Actor by, DateTimeOffset now)
    {
        Refusal.Throw(WhyNotWork());
        AllowText(reason, "reason");
        var (from, before) = (Assignee, AssigneeId);
        (AssigneeId, Assignee) = (assigneeId, assignee);
        Happen(EventKind.Assigned, now);
        if (before != assigneeId)
        {
            Tell(assigneeId, from is null ? NoticeReason.Assigned : NoticeReason.HandedOver, by, now, text: reason);
            Tell(before, NoticeReason.TakenOver, by, now, text: assignee);
        }
        Record(from is null ? "request.assigned" : "request.handed-over", by, now, ("from", from), ("to", assignee), ("reason", reason));
        Recompute(charter, now);
        Touch(now);
    }

    public void ChangePriority(Priority priority, Charter charter, Actor by, DateTimeOffset now)
    {
        Refusal.Throw(WhyNotWork());
        Record("request.priority-changed", by, now, ("from", Priority), ("to", priority));
        Priority = priority;
        Recompute(charter, now);
        Touch(now);
    }

    public Refusal? WhyNotDeclareSpecial() => WhyNotWork() ?? (Special ? new Refusal("request.already-special") : null);

    /// <summary>Declares a special case; the right belongs to the service manager, and a reason is kept (S0).</summary>
    public void DeclareSpecial(string reason, Charter charter, Actor by, DateTimeOffset now)
    {
        Refusal.Throw(WhyNotDeclareSpecial());
        RequireText(reason, "reason");
        (Special, SpecialReason) = (true, reason.Trim());
        Record("request.declared-special", by, now, ("reason", SpecialReason));
        Recompute(charter, now);
        Touch(now);
    }

    /// <summary>The ways of the charter's ladder that come before this one and were not tried.</summary>
    public ImmutableArray<ServiceMode> RungsSkipped(ServiceMode mode, Charter charter) =>
        charter.Ladder.Contains(mode) ? [.. charter.Ladder.TakeWhile(m => m != mode).Except(ModesTried)] : [];

    /// <summary>Why this way cannot be chosen: the request is closed, or a rung of the charter's ladder was skipped without a reason
    /// (F10).</summary>
    public Refusal? WhyNotChooseMode(ServiceMode mode, string? reason, Charter charter) =>
        WhyNotWork()
        ?? (string.IsNullOrWhiteSpace(reason) && RungsSkipped(mode, charter) is [var skipped, ..]
            ? new Refusal("request.rung-skipped", ModeWord(skipped), ModeWord(mode))
            : null);

    /// <summary>Chooses the way of service. Skipping a rung of the charter's ladder needs a reason (F10).</summary>
    public void ChooseMode(ServiceMode mode, string? reason, Charter charter, Actor by, DateTimeOffset now)
    {
        Refusal.Throw(WhyNotChooseMode(mode, reason, charter));
        AllowText(reason, "reason");
        var skipped = RungsSkipped(mode, charter);
        Mode = mode;
        Try(mode);
        Record("request.mode-chosen", by, now, ("mode", mode), ("reason", reason), ("skipped", skipped.IsEmpty ? null : skipped[0]));
        Recompute(charter, now);
        Touch(now);
    }

    /// <summary>The steps that a person can tell of directly, until the documents of later work report them.</summary>
    public static ImmutableArray<EventKind> Steps { get; } =
    [
        EventKind.Planned, EventKind.Noticed, EventKind.Arrived, EventKind.Left, EventKind.Received, EventKind.Repaired, EventKind.Shipped,
        EventKind.Exchanged, EventKind.Recovered, EventKind.LoanerLent, EventKind.LoanerReturned, EventKind.Quoted, EventKind.Agreed,
        EventKind.Delivered,
    ];

    /// <summary>Notes that one of the <see cref="Steps"/> happened: a plan was given, the engineer arrived, the unit was shipped.</summary>
    public void RecordStep(EventKind step, string? remark, DateTimeOffset? at, Charter charter, Actor by, DateTimeOffset now)
    {
        Refusal.Throw(WhyNotWork() ?? (Steps.Contains(step) ? null : new Refusal("request.not-a-step")));
        AllowText(remark, "remark");
        var moment = Happened(at, now, "at");
        Happen(step, moment);
        FollowStep(step, moment);
        Record("request.step", by, now, ("step", step), ("at", moment), ("remark", remark));
        Recompute(charter, now);
        Touch(now);
    }

    public Refusal? WhyNotLinkTo(ServiceRequest original) =>
        original.Id == Id || original.DuplicateOfId == Id ? new Refusal("request.duplicate-of-itself") : null;

    /// <summary>Says that this is the same matter as another request; said again, it is known.</summary>
    public void LinkTo(ServiceRequest original, Actor by, DateTimeOffset now)
    {
        Refusal.Throw(WhyNotLinkTo(original));
        if (DuplicateOfId == original.Id) return;
        DuplicateOfId = original.Id;
        Record("request.linked", by, now, ("original", original.Number));
        Touch(now);
    }

    private void Try(ServiceMode mode)
    {
        if (!ModesTried.Contains(mode)) ModesTried = ModesTried.Add(mode);
    }

    private static Word ModeWord(ServiceMode mode) => new("mode." + mode switch
    {
        ServiceMode.Phone => "phone",
        ServiceMode.Return => "return",
        ServiceMode.Exchange => "exchange",
        ServiceMode.OnSite => "on-site",
    });
}
