using Sanbao.Domain.Charters;
using Sanbao.Domain.Entitlement;
using Sanbao.Domain.Kernel;
using Sanbao.Domain.Requests;

namespace Sanbao.Domain.Tests.Requests;

/// <summary>The machine of a request is the table of its verbs: walked whole, each verb from each status.</summary>
public class StatusTableTests
{
    private static readonly Charter S0 = Desk.Charter("S0");
    private static readonly DateTimeOffset Later = Desk.Now.AddMinutes(30);

    private static readonly Dictionary<string, Action<ServiceRequest>> Acts = new()
    {
        ["replies"] = r => r.Reply("明天到", null, S0, Desk.Clerk, Later),
        ["guidance"] = r => r.Guide("检查润滑", null, GuidanceOutcome.NotSolved, null, S0, Desk.Clerk, Later),
        ["confirmation"] = r => r.Confirm("属实", Desk.Clerk, Later),
        ["mode"] = r => r.ChooseMode(ServiceMode.Phone, null, S0, Desk.Clerk, Later),
        ["visits"] = r => r.PlanVisit("陈伟", null, Later.AddDays(1), null, S0, Desk.Clerk, Later),
        ["departure"] = r => r.Depart(null, Desk.Clerk, Later),
        ["arrival"] = r => r.Arrive(null, S0, Desk.Clerk, Later),
        ["completion"] = r => r.FinishVisit(null, S0, Desk.Clerk, Later),
        ["steps"] = r => r.RecordStep(EventKind.Arrived, null, null, S0, Desk.Clerk, Later),
        ["solution"] = r => r.RecordSolution("更换轴承", true, 1, null, S0, Desk.Clerk, Later),
        ["assignment"] = r => r.Assign(Guid.NewGuid(), "陈伟", null, S0, Desk.Clerk, Later),
        ["taking"] = r => r.Assign(Desk.Clerk.Id, Desk.Clerk.Name, null, S0, Desk.Clerk, Later),
        ["pauses"] = r => r.Pause(PauseParty.Weather, "台风", S0, Desk.Clerk, Later),
        ["resumptions"] = r => r.Resume(PauseParty.Customer, S0, Desk.Clerk, Later),
        ["priority"] = r => r.ChangePriority(Priority.High, S0, Desk.Clerk, Later),
        ["special"] = r => r.DeclareSpecial("台风停航", S0, Desk.Clerk, Later),
        ["cause"] = r => r.Judge(new() { On = new(2026, 5, 2), Cause = Cause.Quality }, final: true, S0, Desk.Clerk, Later),
        ["equipment"] = r => r.Relink(null, false, null, S0, Desk.Clerk, Later),
        ["goodwill"] = r => r.GiveGoodwill(r.Judgements[^1], [LineKind.Parts], "老客户", S0, Desk.Clerk, Later),
        ["notes"] = r => r.Note("看过", Desk.Clerk, Later),
        ["attachments"] = r => r.Attach("铭牌.jpg", "image/jpeg", 1, "00", Desk.Clerk, Later),
        ["duplicate"] = r => r.LinkTo(Desk.Take("S0"), Desk.Clerk, Later),
        ["verdict"] = r => r.AskCustomer(Verdict.Satisfied, null, Desk.Clerk, Later),
        ["verification"] = r => r.VerifyResult("运行正常", Desk.Clerk, Later),
        ["closing"] = r => r.Close(null, null, S0, Desk.Clerk, Later),
        ["reopening"] = r => r.Reopen("又响了", S0, Desk.Clerk, Later),
    };

    public static TheoryData<string, RequestStatus> Whole =>
        [.. from verb in ServiceRequest.Machine.Verbs from status in Enum.GetValues<RequestStatus>() select (verb, status)];

    [Theory, MemberData(nameof(Whole))]
    public void Each_verb_goes_from_the_statuses_of_the_table_and_from_no_other(string verb, RequestStatus status)
    {
        var request = In(status, verb);
        var before = request.WhyNot(verb)?.Code;
        var lines = request.Unsaved.Count;
        var why = Record.Exception(() => Acts[verb](request)) as RefusedException;
        before.ShouldBe(why?.Refusal.Code);
        if (ServiceRequest.Machine.Allows(verb, status)) why.ShouldBeNull();
        else
        {
            why.ShouldNotBeNull().Refusal.Code.ShouldBe(status is RequestStatus.Open ? "request.not-closed" : "request.closed");
            request.Unsaved.Count.ShouldBe(lines);
        }
    }

    [Fact]
    public void The_table_knows_every_verb_there_is() => ServiceRequest.Machine.Verbs.Order().ShouldBe(Acts.Keys.Order());

    /// <summary>A request in that status of which the verb needs nothing more.</summary>
    private static ServiceRequest In(RequestStatus status, string verb)
    {
        var facts = new Facts { On = new(2026, 5, 2) };
        var call = Desk.Call() with { Direct = verb is not "confirmation" };
        var request = ServiceRequest.Open(call, S0, (facts, EntitlementEngine.Judge(S0, facts)), Desk.Clerk, Desk.Now);
        request.Reply("收到", null, S0, Desk.Clerk, Desk.Now);
        if (verb is "departure" or "arrival" or "completion") request.PlanVisit("陈伟", null, Later, null, S0, Desk.Clerk, Desk.Now);
        if (verb is "completion") request.Arrive(null, S0, Desk.Clerk, Desk.Now);
        if (verb is "closing") request.RecordSolution("更换轴承", true, 1, null, S0, Desk.Clerk, Desk.Now);
        if (status is RequestStatus.Closed) End(request);
        else if (verb is "resumptions") request.Pause(PauseParty.Customer, "等回电", S0, Desk.Clerk, Desk.Now);
        return request;
    }

    private static void End(ServiceRequest request)
    {
        if (!request.Direct) request.Confirm("属实", Desk.Clerk, Desk.Now);
        request.RecordSolution("更换轴承", true, 1, null, S0, Desk.Clerk, Desk.Now);
        request.Close(null, null, S0, Desk.Clerk, Desk.Now);
    }
}
