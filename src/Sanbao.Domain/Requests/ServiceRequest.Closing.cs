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
        Solve(solution, moment);
        KeepRepair(repaired, repairDays, moment);
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
    /// Why it does not close, however it ended: nothing closes unanswered, unconfirmed or while paused, a complaint not before the customer
    /// was asked.
    /// </summary>
    public Refusal? WhyNotClose() =>
        WhyNotWork()
        ?? (IsWaiting ? new Refusal("request.paused") : null)
        ?? (!Direct && ConfirmedAt is null ? new Refusal("request.not-confirmed") : null)
        ?? (RepliedAt is null ? new Refusal("request.not-answered") : null)
        ?? (Category is RequestCategory.Complaint ? WhyNotMet(ClosingNeed.CustomerAsked) : null);

    /// <summary>Why it does not close with this outcome. What a charter needs besides is asked for of what was solved only.</summary>
    /// <param name="outcome">Null: not told. A solution that stands, or the number of another request, tells it.</param>
    public Refusal? WhyNotClose(RequestOutcome? outcome, Charter charter)
    {
        var ended = EndedAs(outcome);
        return WhyNotClose()
            ?? (ended is null && ClosingNeeds(charter).Contains(ClosingNeed.Outcome) ? new Refusal("request.no-outcome") : null)
            ?? (ended is { } told ? WhyNotEnd(told, charter) : WhyNotMet(charter));
    }

    /// <summary>How it ends where nothing else is told: as the same matter as another one, or solved where a solution stands.</summary>
    public RequestOutcome? EndedAs(RequestOutcome? told) =>
        told ?? (DuplicateOfId is not null ? RequestOutcome.Duplicate : Solution is "" ? null : RequestOutcome.Solved);

    /// <summary>What it needs besides an answer before it closes as solved, or without being told how: by default of a fault how it
    /// ended.</summary>
    public IEnumerable<ClosingNeed> ClosingNeeds(Charter charter) =>
        charter.ClosingNeedsOf(Category).Concat(Category is RequestCategory.Complaint ? [ClosingNeed.CustomerAsked] : []).Distinct();

    /// <summary>Ends the work on it. Refused as <see cref="WhyNotClose(RequestOutcome?, Charter)"/> says.</summary>
    /// <param name="outcome">How it ended; null: as <see cref="EndedAs"/> says.</param>
    /// <param name="causeNotFound">The cause was looked for and not found.</param>
    public void Close(RequestOutcome? outcome, string? remark, Charter charter, Actor by, DateTimeOffset now, bool causeNotFound = false)
    {
        Refusal.Throw(WhyNotClose(outcome, charter));
        AllowText(remark, "remark");
        (Status, ClosedAt, Outcome) = (RequestStatus.Closed, now, EndedAs(outcome));
        EndVisits(by, now);
        Happen(EventKind.Closed, now);
        Record("request.closed", by, now, ("outcome", Outcome), ("causeNotFound", causeNotFound), ("remark", remark));
        Recompute(charter, now);
        Deadlines.EndAs(Outcome);
        Touch(now);
    }

    /// <summary>
    /// Opens it again. The history stays; the answer, the solution and what was asked and verified about it no longer hold, and what was
    /// promised of the fault is owed anew from now on.
    /// </summary>
    public void Reopen(string reason, Charter charter, Actor by, DateTimeOffset now)
    {
        Refusal.Throw(WhyNotReopen());
        RequireText(reason, "reason");
        if (Outcome is RequestOutcome.Duplicate) DuplicateOfId = null;
        (Status, ClosedAt, Outcome) = (RequestStatus.Open, null, null);
        (RepliedAt, CustomerAskedAt, Verdict, VerifiedAt, Solution, SolvedAt) = (null, null, null, null, "", null);
        (Reopened, ReopenedAt) = (Reopened + 1, now);
        // What was told in the same instant came before it.
        foreach (var earlier in events.Where(e => e.At == now.ToMilliseconds() && e.Kind is not EventKind.Reported))
            earlier.NoLongerCounts();
        Happen(EventKind.Reopened, now);
        Record("request.reopened", by, now, ("reason", reason.Trim()));
        Deadlines.PutBehind(Reopened, DeadlinesAt(charter, now));
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

    private Refusal? WhyNotEnd(RequestOutcome outcome, Charter charter) => outcome switch
    {
        RequestOutcome.Solved => WhyNotMet(ClosingNeed.Solution) ?? WhyNotMet(charter),
        RequestOutcome.Duplicate => DuplicateOfId is null ? new("request.no-original") : null,
        RequestOutcome.Withdrawn or RequestOutcome.NoFaultFound or RequestOutcome.NotOurs => null,
    };

    private Refusal? WhyNotMet(Charter charter) => ClosingNeeds(charter).Select(WhyNotMet).FirstOrDefault(why => why is not null);

    private Refusal? WhyNotMet(ClosingNeed need) => need switch
    {
        ClosingNeed.Outcome => null,   // asked before, since the others hang on it
        ClosingNeed.CustomerAsked => CustomerAskedAt is null ? new("request.customer-not-asked") : null,
        ClosingNeed.ResultVerified => VerifiedAt is null ? new("request.result-not-verified") : null,
        ClosingNeed.Solution => Solution is "" ? new("request.no-solution") : null,
    };
}
