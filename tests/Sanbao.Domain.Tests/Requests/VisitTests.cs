using Sanbao.Domain.Charters;
using Sanbao.Domain.Requests;

namespace Sanbao.Domain.Tests.Requests;

public class VisitTests
{
    private static readonly Charter S0 = Desk.Charter("S0");
    private static readonly DateTimeOffset Later = Desk.Now.AddHours(9), There = Later.AddHours(1), Done = Later.AddHours(3);

    [Fact]
    public void A_visit_is_scheduled_underway_arrived_and_done_and_keeps_the_promises_on_the_way()
    {
        var request = OnSite();
        request.VisitAhead!.Status.ShouldBe(VisitStatus.Scheduled);
        request.Depart(null, Desk.Clerk, Later);
        request.VisitAhead!.Status.ShouldBe(VisitStatus.Underway);
        request.Arrive(null, S0, Desk.Clerk, There);
        (request.VisitAhead!.Status, request.Deadline(PromiseCode.Arrival).MetAt).ShouldBe((VisitStatus.Arrived, There));
        request.FinishVisit(null, S0, Desk.Clerk, Done);
        request.VisitAhead.ShouldBeNull();
        var visit = request.Visits.ShouldHaveSingleItem();
        (visit.Status, visit.DepartedAt, visit.ArrivedAt, visit.DoneAt).ShouldBe((VisitStatus.Done, Later, There, Done));
        request.CaseEvents().ShouldContain(e => e.Kind == EventKind.Left && e.At == Done);
    }

    [Fact]
    public void A_step_that_its_state_does_not_allow_is_refused_and_none_lies_before_the_one_it_follows()
    {
        var request = Desk.Take("S0");
        Desk.Why(() => request.Depart(null, Desk.Clerk, Later)).ShouldBe("request.no-visit");
        request = OnSite();
        Desk.Why(() => request.FinishVisit(null, S0, Desk.Clerk, Later)).ShouldBe("request.visit-status");
        request.Depart(null, Desk.Clerk, Later);
        Desk.Why(() => request.Depart(null, Desk.Clerk, Later)).ShouldBe("request.visit-status");
        Desk.Wrong(() => request.Arrive(Later.AddMinutes(-1), S0, Desk.Clerk, There)).Code.ShouldBe("instant.before-step");
    }

    [Fact]
    public void An_arrival_told_as_a_step_is_the_arrival_of_the_visit()
    {
        var request = OnSite();
        request.RecordStep(EventKind.Arrived, null, null, S0, Desk.Clerk, There);
        request.VisitAhead!.Status.ShouldBe(VisitStatus.Arrived);
        request.RecordStep(EventKind.Left, null, null, S0, Desk.Clerk, Done);
        request.Visits.ShouldHaveSingleItem().Status.ShouldBe(VisitStatus.Done);
    }

    [Fact]
    public void Planned_anew_what_was_not_begun_is_given_up_and_what_is_underway_goes_on()
    {
        var request = OnSite();
        request.PlanVisit("陈伟", Guid.NewGuid(), Later.AddDays(1), null, S0, Desk.Clerk, Desk.Now);
        request.Visits.Select(v => v.Status).ShouldBe([VisitStatus.Cancelled, VisitStatus.Scheduled]);
        request.Depart(null, Desk.Clerk, Later);
        request.PlanVisit("赵磊", Guid.NewGuid(), Later.AddDays(2), null, S0, Desk.Clerk, Later);
        request.Visits.Select(v => v.Status).ShouldBe([VisitStatus.Cancelled, VisitStatus.Underway, VisitStatus.Scheduled]);
    }

    private static ServiceRequest OnSite()
    {
        var request = Desk.Take("S0");
        request.ChooseMode(ServiceMode.OnSite, "停机", S0, Desk.Clerk, Desk.Now);
        request.PlanVisit("李工", Guid.NewGuid(), There, "带轴承 6312", S0, Desk.Clerk, Desk.Now);
        return request;
    }
}
