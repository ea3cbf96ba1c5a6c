using Sanbao.Domain.Charters;
using Sanbao.Domain.Kernel;
using Sanbao.Domain.Promises;
using Sanbao.Domain.Requests;

namespace Sanbao.Domain.Tests.Requests;

public class HandlingTests
{
    private static readonly Charter S0 = Desk.Charter("S0");
    private static readonly DateTimeOffset Later = Desk.Now.AddMinutes(30);

    [Fact]
    public void A_reply_keeps_the_promise_and_nothing_is_owed_then()
    {
        var request = Desk.Take("S0");
        request.Reply("已收到，工程师马上联系您。", null, S0, Desk.Clerk, Later);
        request.Deadline(PromiseCode.Reply).State.ShouldBe(DeadlineState.Met);
        request.NextDue.ShouldBe(Instant.Never);
        request.RepliedAt.ShouldBe(Later);
    }

    [Fact]
    public void A_reply_told_later_counts_from_when_it_was_given_and_not_before_the_report()
    {
        var request = Desk.Take("S0");
        request.Reply("已电话答复", Desk.Reported.AddMinutes(5), S0, Desk.Clerk, Later);
        request.Deadline(PromiseCode.Reply).MetAt.ShouldBe(Desk.Reported.AddMinutes(5));
        Desk.Wrong(() => request.Reply("更早", Desk.Reported.AddMinutes(-1), S0, Desk.Clerk, Later)).Code.ShouldBe("instant.before-report");
        Desk.Wrong(() => request.Reply("将来", Later.AddMinutes(1), S0, Desk.Clerk, Later)).Code.ShouldBe("instant.in-future");
    }

    [Fact]
    public void Choosing_a_visit_starts_the_arrival_from_the_notice_and_a_special_case_lengthens_it()
    {
        var request = Desk.Take("S0");
        request.Guide("检查润滑", "张师傅", GuidanceOutcome.NotSolved, null, S0, Desk.Clerk, Later);
        request.ChooseMode(ServiceMode.OnSite, "客户现场停产", S0, Desk.Clerk, Later);
        request.Deadline(PromiseCode.Arrival).Due.ShouldBe(Shared.At("2026-05-03 23:30"));
        var same = request.Deadline(PromiseCode.Arrival);

        request.DeclareSpecial("台风停航", S0, Desk.Clerk, Later);
        request.Deadline(PromiseCode.Arrival).ShouldBeSameAs(same);
        (same.Due, request.NextDue).ShouldBe((Shared.At("2026-05-05 23:30"), Shared.At("2026-05-05 23:30")));
        Desk.Why(() => request.DeclareSpecial("再次", S0, Desk.Clerk, Later)).ShouldBe("request.already-special");
    }

    [Fact]
    public void Another_way_of_service_drops_the_clocks_of_the_old_one()
    {
        var request = Desk.Take("S0");
        request.ChooseMode(ServiceMode.OnSite, "客户现场停产", S0, Desk.Clerk, Later);
        request.ChooseMode(ServiceMode.Return, "设备可以拆回", S0, Desk.Clerk, Later);
        request.Deadlines.Entries.ShouldNotContain(d => d.Promise == PromiseCode.Arrival);
        request.Deadlines.Dropped.ShouldHaveSingleItem().Promise.ShouldBe(PromiseCode.Arrival);
    }

    [Fact]
    public void Skipping_a_rung_needs_a_reason()
    {
        var request = Desk.Take("S3");
        var s3 = Desk.Charter("S3");
        Desk.Why(() => request.ChooseMode(ServiceMode.OnSite, " ", s3, Desk.Clerk, Later)).ShouldBe("request.rung-skipped");
        request.Guide("复位控制器", null, GuidanceOutcome.NotSolved, null, s3, Desk.Clerk, Later);
        request.ChooseMode(ServiceMode.OnSite, null, s3, Desk.Clerk, Later);
        request.Mode.ShouldBe(ServiceMode.OnSite);
    }

    [Fact]
    public void An_installation_is_to_be_announced_seven_days_before_the_appointment_that_holds()
    {
        var (request, s9) = (Desk.Take("S9", Desk.Call(RequestCategory.Installation)), Desk.Charter("S9"));
        request.PlanVisit("李工", null, Shared.At("2026-05-20 09:00"), null, s9, Desk.Clerk, Desk.Now);
        request.Deadline(PromiseCode.VisitNotice).Due.ShouldBe(Shared.At("2026-05-13 23:59:59"));
        request.PlanVisit("李工", null, Shared.At("2026-06-20 09:00"), null, s9, Desk.Clerk, Desk.Now);
        request.Deadline(PromiseCode.VisitNotice).Due.ShouldBe(Shared.At("2026-06-13 23:59:59"));
    }

    [Fact]
    public void A_planned_visit_names_who_goes_and_when()
    {
        var request = Desk.Take("S0");
        request.PlanVisit("李工", null, Later.AddHours(10), "带轴承 6312", S0, Desk.Clerk, Later);
        request.Visits.ShouldHaveSingleItem().Engineer.ShouldBe("李工");
        Desk.Wrong(() => request.PlanVisit(" ", null, Later, null, S0, Desk.Clerk, Later)).Field.ShouldBe("engineer");
    }

    [Fact]
    public void The_same_party_cannot_stop_the_clocks_twice_and_a_waiting_request_does_not_close()
    {
        var request = Desk.Take("S0");
        request.Reply("等客户提供照片", null, S0, Desk.Clerk, Later);
        request.Pause(PauseParty.Customer, "等客户照片", S0, Desk.Clerk, Later);
        Desk.Why(() => request.Pause(PauseParty.Customer, "再等", S0, Desk.Clerk, Later)).ShouldBe("request.already-paused");
        Desk.Why(() => request.Close(RequestOutcome.Withdrawn, null, S0, Desk.Clerk, Later)).ShouldBe("request.paused");
        request.Resume(PauseParty.Customer, S0, Desk.Clerk, Later);
        Desk.Why(() => request.Resume(PauseParty.Customer, S0, Desk.Clerk, Later)).ShouldBe("request.not-paused");
        request.Close(RequestOutcome.Withdrawn, null, S0, Desk.Clerk, Later);
    }

    [Fact]
    public void A_unit_put_right_takes_its_customer_and_model_along()
    {
        var request = Desk.Take("S0", Desk.Call() with { Serial = "打错的号" });
        request.EquipmentId.ShouldBeNull();
        var unit = InstalledBase.EquipmentTests.Unit(new());
        request.Relink(unit, false, "读错铭牌", S0, Desk.Clerk, Later);
        (request.EquipmentId, request.Serial).ShouldBe((unit.Id, unit.Serial));
        request.Unsaved[^1].Arguments.ShouldContain(("from", "打错的号"));
    }

    [Fact]
    public void A_pause_without_a_reason_is_refused_at_its_field()
    {
        var request = Desk.Take("S0");
        Desk.Wrong(() => request.Pause(PauseParty.Customer, " ", S0, Desk.Clerk, Later)).Code.ShouldBe("field.required");
        request.IsWaiting.ShouldBeFalse();
    }

    public static TheoryData<string, Action<ServiceRequest, string>> Remarks => new()
    {
        { "reason", (r, text) => r.Assign(Guid.NewGuid(), "陈伟", text, S0, Desk.Clerk, Later) },
        { "reason", (r, text) => r.DeclareSpecial(text, S0, Desk.Clerk, Later) },
        { "reason", (r, text) => r.ChooseMode(ServiceMode.OnSite, text, S0, Desk.Clerk, Later) },
        { "remark", (r, text) => r.PlanVisit("陈伟", null, Later, text, S0, Desk.Clerk, Later) },
        { "remark", (r, text) => r.RecordStep(EventKind.Arrived, text, null, S0, Desk.Clerk, Later) },
        { "reason", (r, text) => r.Relink(null, false, text, S0, Desk.Clerk, Later) },
        { "reason", (r, text) => r.Pause(PauseParty.Weather, text, S0, Desk.Clerk, Later) },
        { "remark", (r, text) => r.AskCustomer(Verdict.Satisfied, text, Desk.Clerk, Later) },
        { "finding", (r, text) => r.VerifyResult(text, Desk.Clerk, Later) },
        { "remark", (r, text) => r.Close(RequestOutcome.NotOurs, text, S0, Desk.Clerk, Later) },
    };

    [Theory, MemberData(nameof(Remarks))]
    public void A_remark_has_a_length_whoever_says_it(string field, Action<ServiceRequest, string> say)
    {
        var request = Desk.Take("S0");
        request.Reply("已答复", null, S0, Desk.Clerk, Later);
        var wrong = Desk.Wrong(() => say(request, new('长', 1001)));
        (wrong.Field, wrong.Code).ShouldBe((field, "field.too-long"));
        request.JournalLength.ShouldBe(0);
        say(request, new('长', 1000));
    }
}
