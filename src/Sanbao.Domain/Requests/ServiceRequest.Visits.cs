using Sanbao.Domain.Charters;
using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.Requests;

public sealed partial class ServiceRequest
{
    /// <summary>The visit that is being made, else the one that is to be made; null: none.</summary>
    public PlannedVisit? VisitAhead => visits.Where(v => v.IsAhead).MaxBy(v => v.Status);

    /// <summary>Somebody is to go at an appointed time. One that was scheduled before and not begun is given up for it.</summary>
    /// <param name="engineerId">His account; null: somebody from outside.</param>
    public PlannedVisit PlanVisit(
        string engineer, Guid? engineerId, DateTimeOffset appointment, string? remark, Charter charter, Actor by, DateTimeOffset now)
    {
        Refusal.Throw(WhyNotWork());
        RequireText(engineer, "engineer", LongestName);
        AllowText(remark, "remark");
        Check(e => e.When(appointment < ReportedAt, "appointment", "instant.before-report", ReportedAt));
        PlannedVisit[] before = [.. visits.Where(v => v.Status is VisitStatus.Scheduled)];
        foreach (var scheduled in before) scheduled.Cancel();
        var visit = new PlannedVisit(
            Guid.CreateVersion7(now), engineer.Trim(), engineerId, appointment.ToMilliseconds(), remark?.Trim() ?? "");
        visits.Add(visit);
        Happen(EventKind.Appointed, visit.Appointment);   // what is counted back from lies ahead (S9: seven days' notice)
        Record("request.visit-planned", by, now, ("engineer", visit.Engineer), ("appointment", visit.Appointment),
            ("remark", visit.Remark));
        TellOf(visit, before, by, now);
        Recompute(charter, now);
        Touch(now);
        return visit;
    }

    /// <summary>Whoever goes hears when; whoever was to go before and does not, that he need not. Said again, it is known.</summary>
    private void TellOf(PlannedVisit visit, PlannedVisit[] before, Actor by, DateTimeOffset now)
    {
        if (!before.Any(b => b.EngineerId == visit.EngineerId && b.Appointment == visit.Appointment && b.Remark == visit.Remark))
            Tell(visit.EngineerId, NoticeReason.VisitPlanned, by, now, visit.Appointment, visit.Remark);
        foreach (var other in before.Where(b => b.EngineerId != visit.EngineerId))
            Tell(other.EngineerId, NoticeReason.VisitOff, by, now, other.Appointment);
    }

    public Refusal? WhyNotDepart() => WhyNotVisit(VisitStatus.Scheduled);

    /// <summary>He is on the way.</summary>
    public void Depart(DateTimeOffset? at, Actor by, DateTimeOffset now)
    {
        Refusal.Throw(WhyNotDepart());
        var moment = Followed(VisitAhead!, at, now);
        VisitAhead!.Depart(moment);
        Record("request.departed", by, now, ("engineer", VisitAhead.Engineer), ("at", moment));
        Touch(now);
    }

    public Refusal? WhyNotArrive() => WhyNotVisit(VisitStatus.Scheduled, VisitStatus.Underway);

    /// <summary>He is there; whether his way was told or not.</summary>
    public void Arrive(DateTimeOffset? at, Charter charter, Actor by, DateTimeOffset now)
    {
        Refusal.Throw(WhyNotArrive());
        RecordStep(EventKind.Arrived, null, Followed(VisitAhead!, at, now), charter, by, now);
    }

    public Refusal? WhyNotFinishVisit() => WhyNotVisit(VisitStatus.Arrived);

    /// <summary>The visit is over and he leaves; what was done is told by the solution.</summary>
    public void FinishVisit(DateTimeOffset? at, Charter charter, Actor by, DateTimeOffset now)
    {
        Refusal.Throw(WhyNotFinishVisit());
        RecordStep(EventKind.Left, null, Followed(VisitAhead!, at, now), charter, by, now);
    }

    /// <summary>Who tells of the arrival or the leaving tells it of the visit, whichever way he does.</summary>
    private void FollowStep(EventKind step, DateTimeOffset at)
    {
        if (step is EventKind.Arrived && VisitAhead is { Status: VisitStatus.Scheduled or VisitStatus.Underway } coming) coming.Arrive(at);
        if (step is EventKind.Left && VisitAhead is { Status: VisitStatus.Arrived } there) there.Finish(at);
    }

    /// <summary>Nobody goes any more; who was there has made his visit.</summary>
    private void EndVisits(Actor by, DateTimeOffset now)
    {
        foreach (var visit in visits.Where(v => v.IsAhead))
        {
            if (visit.Status is VisitStatus.Arrived) visit.Finish(now);
            else
            {
                visit.Cancel();
                Tell(visit.EngineerId, NoticeReason.VisitOff, by, now, visit.Appointment);
            }
        }
    }

    private Refusal? WhyNotVisit(params ReadOnlySpan<VisitStatus> from)
    {
        if (WhyNotWork() is { } why) return why;
        if (VisitAhead is not { } visit) return new("request.no-visit");
        foreach (var status in from)
            if (visit.Status == status) return null;
        return new("request.visit-status", new Word("visit-status." + StatusWord(visit.Status)));
    }

    private DateTimeOffset Followed(PlannedVisit visit, DateTimeOffset? at, DateTimeOffset now)
    {
        var moment = Happened(at, now, "at");
        Check(e => e.When(moment < visit.LastAt, "at", "instant.before-step", visit.LastAt ?? default));
        return moment;
    }

    private static string StatusWord(VisitStatus status) => status switch
    {
        VisitStatus.Scheduled => "scheduled",
        VisitStatus.Underway => "underway",
        VisitStatus.Arrived => "arrived",
        VisitStatus.Done => "done",
        VisitStatus.Cancelled => "cancelled",
    };
}
