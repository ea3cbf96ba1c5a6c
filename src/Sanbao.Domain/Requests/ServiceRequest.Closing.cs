using Sanbao.Domain.Charters;
using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.Requests;

public sealed partial class ServiceRequest
{
    /// <summary>Writes the solution down. <paramref name="repaired"/>: a repair was made, which counts in the unit's history.</summary>
    /// <param name="repairDays">Days in repair and waiting.</param>
    public void RecordSolution(
        string solution, bool repaired, int repairDays, DateTimeOffset? at, Charter charter, Actor by, DateTimeOffset now)
    {
        Refusal.Throw(WhyNotWork());
        RequireText(solution, "solution", Intake.LongestDescription);
        Check(e => e.When(repairDays is < 0 or > MostRepairDays, "repairDays", "field.out-of-range", 0, MostRepairDays));
        var moment = Happened(at, now, "at");
        (Repaired, RepairDays) = (repaired, repairDays);
        Solve(solution, moment);
        Record("request.solved", by, now, ("solution", Solution), ("repaired", repaired), ("repairDays", repairDays), ("at", moment));
        Recompute(charter, now);
        Touch(now);
    }

    /// <summary>Somebody verified that the result holds (S4).</summary>
    public void VerifyResult(string finding, Actor by, DateTimeOffset now)
    {
        Refusal.Throw(WhyNotWork());
        RequireText(finding, "finding");
        VerifiedAt = now;
        Record("request.verified", by, now, ("finding", finding.Trim()));
        Touch(now);
    }

    /// <summary>
    /// Nothing closes unanswered, unconfirmed or while paused; a complaint not before the customer was asked (D6); the charter may
    /// need more.
    /// </summary>
    public Refusal? WhyNotClose(Charter charter) =>
        WhyNotWork()
        ?? (IsWaiting ? new Refusal("request.paused") : null)
        ?? (!Direct && ConfirmedAt is null ? new Refusal("request.not-confirmed") : null)
        ?? (RepliedAt is null ? new Refusal("request.not-answered") : null)
        ?? ClosingNeeds(charter).Select(WhyNotMet).FirstOrDefault(why => why is not null);

    /// <summary>What it needs besides an answer before it closes: of a complaint that the customer was asked (D6), and what the charter names.</summary>
    public IEnumerable<ClosingNeed> ClosingNeeds(Charter charter) =>
        (Category is RequestCategory.Complaint ? [ClosingNeed.CustomerAsked] : Array.Empty<ClosingNeed>())
            .Concat(charter.Closing.Where(r => r.Categories.IsEmpty || r.Categories.Contains(Category)).SelectMany(r => r.Needs))
            .Distinct();

    /// <summary>Ends the work on it. Refused as <see cref="WhyNotClose"/> says.</summary>
    public void Close(string? remark, Charter charter, Actor by, DateTimeOffset now)
    {
        Refusal.Throw(WhyNotClose(charter));
        AllowText(remark, "remark");
        (Status, ClosedAt) = (RequestStatus.Closed, now);
        Happen(EventKind.Closed, now);
        Record("request.closed", by, now, ("remark", remark));
        Recompute(charter, now);
        Touch(now);
    }

    public Refusal? WhyNotReopen() => Status switch
    {
        RequestStatus.Open => new("request.not-closed"),
        RequestStatus.Closed => null,
    };

    /// <summary>Opens it again; the history stays, only the closing no longer counts.</summary>
    public void Reopen(string reason, Charter charter, Actor by, DateTimeOffset now)
    {
        Refusal.Throw(WhyNotReopen());
        RequireText(reason, "reason");
        (Status, ClosedAt) = (RequestStatus.Open, null);
        Reopened++;
        foreach (var closing in events.Where(e => e.Kind is EventKind.Closed)) closing.NoLongerCounts();
        Record("request.reopened", by, now, ("reason", reason.Trim()));
        Recompute(charter, now);
        Touch(now);
    }

    private void Solve(string solution, DateTimeOffset at)
    {
        (Solution, SolvedAt) = (solution.Trim(), at);
        Happen(EventKind.Solved, at);
        // What is solved has been dealt with (S6: "handled").
        Happen(EventKind.Handled, at);
    }

    private Refusal? WhyNotMet(ClosingNeed need) => need switch
    {
        ClosingNeed.CustomerAsked => CustomerAskedAt is null ? new("request.customer-not-asked") : null,
        ClosingNeed.ResultVerified => VerifiedAt is null ? new("request.result-not-verified") : null,
        ClosingNeed.Solution => Solution is "" ? new("request.no-solution") : null,
    };
}
