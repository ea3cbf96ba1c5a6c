using Sanbao.Domain.Charters;
using Sanbao.Domain.Customers;
using Sanbao.Domain.Kernel;
using Sanbao.Domain.Requests;

namespace Sanbao.Domain.Tests.Requests;

/// <summary>Who is given something hears it, once, and nobody hears what he did himself.</summary>
public class HearingTests
{
    private static readonly Charter S0 = Desk.Charter("S0");
    private static readonly Guid Chen = Guid.NewGuid(), Zhao = Guid.NewGuid();
    private static readonly DateTimeOffset Tomorrow = Desk.Now.AddHours(10);

    [Fact]
    public void Whoever_gets_a_request_hears_it_and_whoever_had_it_hears_who_has_it_now()
    {
        var request = Desk.Take("S0");
        request.Assign(Chen, "陈伟", null, S0, Desk.Clerk, Desk.Now);
        Heard(request).ShouldBe([(Chen, NoticeReason.Assigned, "")]);
        request.Assign(Chen, "陈伟", "再说一遍", S0, Desk.Clerk, Desk.Now);
        Heard(request).ShouldBeEmpty();
        request.Assign(Zhao, "赵磊", "陈伟请假", S0, Desk.Clerk, Desk.Now);
        Heard(request).ShouldBe([(Zhao, NoticeReason.HandedOver, "陈伟请假"), (Chen, NoticeReason.TakenOver, "赵磊")]);
        request.Assign(Desk.Clerk.Id, "王芳", null, S0, Desk.Clerk, Desk.Now);
        Heard(request).ShouldBe([(Zhao, NoticeReason.TakenOver, "王芳")]);
    }

    [Fact]
    public void The_customers_own_engineer_hears_of_a_call_and_whoever_takes_one_for_himself_does_not()
    {
        Heard(Desk.Take("S0", Desk.Call() with { AssigneeId = Chen, Assignee = "陈伟" })).ShouldBe([(Chen, NoticeReason.Assigned, "")]);
        Heard(Desk.Take("S0", Desk.Call() with { AssigneeId = Desk.Clerk.Id, Assignee = "王芳" })).ShouldBeEmpty();
        Heard(Desk.Take("S0")).ShouldBeEmpty();
    }

    [Fact]
    public void Whoever_goes_hears_when_once_though_he_gets_the_request_as_well()
    {
        var request = Desk.Take("S0");
        request.PlanVisit("陈伟", Chen, Tomorrow, "带轴承", S0, Desk.Clerk, Desk.Now);
        request.Assign(Chen, "陈伟", null, S0, Desk.Clerk, Desk.Now);
        var heard = request.Hearings.ShouldHaveSingleItem();
        (heard.AccountId, heard.Reason, heard.Moment, heard.Text, heard.By)
            .ShouldBe((Chen, NoticeReason.VisitPlanned, Tomorrow, "带轴承", "王芳"));
    }

    [Fact]
    public void Planned_for_somebody_else_the_first_need_not_go_and_said_again_nobody_hears_it_twice()
    {
        var request = Desk.Take("S0");
        Plan(request, Chen, Tomorrow).ShouldBe([(Chen, NoticeReason.VisitPlanned, "")]);
        Plan(request, Chen, Tomorrow).ShouldBeEmpty();
        Plan(request, Chen, Tomorrow.AddHours(1)).ShouldBe([(Chen, NoticeReason.VisitPlanned, "")]);
        Plan(request, Zhao, Tomorrow).ShouldBe([(Zhao, NoticeReason.VisitPlanned, ""), (Chen, NoticeReason.VisitOff, "")]);
        Plan(request, null, Tomorrow).ShouldBe([(Zhao, NoticeReason.VisitOff, "")]);
    }

    [Fact]
    public void Closed_nobody_goes_any_more_and_whoever_was_to_go_hears_it()
    {
        var request = Desk.Take("S0");
        Plan(request, Chen, Tomorrow);
        request.Reply("已电话解决", null, S0, Desk.Clerk, Desk.Now);
        request.Close(RequestOutcome.Withdrawn, null, S0, Desk.Clerk, Desk.Now);
        request.Visits.ShouldHaveSingleItem().Status.ShouldBe(VisitStatus.Cancelled);
        Heard(request).ShouldBe([(Chen, NoticeReason.VisitOff, "")]);
    }

    [Fact]
    public void Whom_a_note_mentions_hears_it_with_its_words_and_the_journal_names_him()
    {
        var request = Desk.Take("S0");
        request.Note("@陈伟 请看", Desk.Clerk, Desk.Now, (Chen, "陈伟"), (Desk.Clerk.Id, "王芳"));
        request.Unsaved[^1].Arguments.ShouldContain(("mentioned", "陈伟、王芳"));
        Heard(request).ShouldBe([(Chen, NoticeReason.Mentioned, "@陈伟 请看")]);
    }

    [Fact]
    public void A_unit_of_another_customer_must_be_meant_and_whoever_is_to_go_hears_where()
    {
        var request = Desk.Take("S0");
        Plan(request, Chen, Tomorrow);
        var unit = InstalledBase.EquipmentTests.Unit(new());
        unit.Know(null!, Customer.Create(new() { Name = "芜湖测试化工" }, Desk.Clerk, Desk.Now));
        request.IsOfAnother(unit).ShouldBeTrue();
        var asked = Desk.Wrong(() => request.Relink(unit, false, null, S0, Desk.Clerk, Desk.Now));
        (asked.Field, asked.Code).ShouldBe(("otherCustomer", "request.other-customer"));
        (request.CustomerName, request.EquipmentId).ShouldBe(("苏州轨道交通", null));

        request.Relink(unit, true, null, S0, Desk.Clerk, Desk.Now);
        request.CustomerName.ShouldBe("芜湖测试化工");
        request.Unsaved[^1].Arguments.ShouldContain(("customerFrom", "苏州轨道交通"));
        request.Unsaved[^1].Arguments.ShouldContain(("customerTo", "芜湖测试化工"));
        Heard(request).ShouldBe([(Chen, NoticeReason.VisitChanged, $"芜湖测试化工 {unit.Serial}")]);
        request.IsOfAnother(unit).ShouldBeFalse();
    }

    private static (Guid, NoticeReason, string)[] Plan(ServiceRequest request, Guid? engineer, DateTimeOffset at)
    {
        request.PlanVisit("上门的人", engineer, at, null, S0, Desk.Clerk, Desk.Now);
        return Heard(request);
    }

    /// <summary>What is to be heard since it was asked last, as after a save.</summary>
    private static (Guid, NoticeReason, string)[] Heard(ServiceRequest request)
    {
        (Guid, NoticeReason, string)[] heard = [.. request.Hearings.Select(h => (h.AccountId, h.Reason, h.Text))];
        request.Heard();
        return heard;
    }
}
