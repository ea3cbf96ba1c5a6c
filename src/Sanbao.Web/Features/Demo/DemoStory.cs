using Sanbao.Domain.Charters;
using Sanbao.Domain.Entitlement;
using Sanbao.Domain.InstalledBase;
using Sanbao.Domain.Requests;

namespace Sanbao.Web.Features.Demo;

/// <summary>What the stories of all requests share.</summary>
internal sealed record DemoStage(Dice Dice, DemoPeople People, DemoDiary Diary, DateTimeOffset Now);

/// <summary>
/// One request from the call to its end, through the verbs that people use, each at its time (<see cref="DemoClock"/>).
/// </summary>
internal sealed class DemoStory
{
    private readonly DemoStage stage;
    private readonly Dice dice;
    private readonly DemoPeople people;
    private readonly Charter charter;
    private readonly DemoCall call;
    private readonly DemoUnit unit;
    private readonly RepairHistory history;
    private readonly DemoClock clock;
    private readonly Actor liaison;
    private Actor engineer;
    private DateTimeOffset appointment;

    private DemoStory(DemoStage stage, Charter charter, DemoCall call, RepairHistory history)
    {
        (this.stage, dice, people, this.charter) = (stage, stage.Dice, stage.People, charter);
        (this.call, unit, this.history, clock) = (call, call.Unit, history, new(stage, call));
        liaison = dice.Of(people.Liaisons);
        var own = people.Engineers.FirstOrDefault(e => e.Id == unit.Owner.Customer.DedicatedEngineerId) ?? people.Engineers[0];
        engineer = call.Engineer ?? own;
    }

    public static ServiceRequest Tell(DemoStage stage, Charter charter, DemoCall call, RepairHistory history)
    {
        var story = new DemoStory(stage, charter, call, history);
        if (call.Fault is null && stage.Dice.Chance(22)) return story.Question();
        return story.Fault(call.Fault ?? stage.Dice.Of(DemoFaults.Of(call.Unit.Product.Line)));
    }

    private ServiceRequest Question()
    {
        var (_, category, text, answer, _) = dice.Of(DemoFaults.QuestionsOf(unit.Product.Line, repaired: history.FailedRepairs > 0));
        var request = Open(category, $"{unit.Product.Name} {unit.Product.Model}，{text}", null);
        clock.Play(
            new(clock.Soon(4, 90), at => request.Reply(answer, null, charter, liaison, at)),
            new(clock.Office(20, 900), at => request.RecordSolution(answer, false, 0, null, charter, liaison, at)),
            new(clock.Office(30, 900), at =>
                request.AskCustomer(dice.Chance(70) ? Verdict.Satisfied : Verdict.Acceptable, null, liaison, at)),
            new(clock.Office(240, 2880), at => Close(request, at)));
        return request;
    }

    private ServiceRequest Fault(DemoFault fault)
    {
        var component = unit.Unit.Components.FirstOrDefault(c => c.Name == fault.Component);
        var request = Open(RequestCategory.Fault, DemoFaults.Said(fault, unit.Product.Line, dice), component);
        var byPhone = call.Until is null && fault.ByPhone && dice.Chance(70);
        var helper = dice.Chance(20) ? people.ProductEngineer : liaison;
        var guided = byPhone ? GuidanceOutcome.Solved : GuidanceOutcome.NotSolved;
        var onSite = call.Until is not null || !fault.Returns || dice.Chance(70);
        clock.Play(
        [
            new(clock.Soon(4, 90), at => request.Guide(fault.Advice, unit.Owner.Reporter, guided, null, charter, helper, at)),
            .. byPhone ? [] : onSite ? OnSite(request, fault, component) : Returned(request, fault, component),
            new(clock.Office(60, 1500), at => { if (dice.Chance(75)) request.AskCustomer(dice.Of(Verdicts), "电话回访", liaison, at); }),
            new(clock.Office(240, 2880), at => Close(request, at)),
        ]);
        return request;
    }

    private static readonly Verdict[] Verdicts =
        [Verdict.Satisfied, Verdict.Satisfied, Verdict.Satisfied, Verdict.Acceptable, Verdict.Dissatisfied, Verdict.NotReached];

    private DemoStep[] OnSite(ServiceRequest request, DemoFault fault, Component? component) =>
    [
        new(clock.Soon(3, 40), at => { Appoint(at); request.Assign(engineer.Id, engineer.Name, null, charter, liaison, at); }),
        new(clock.Soon(2, 10), at => request.ChooseMode(ServiceMode.OnSite, "电话指导后故障未消除，用户要求到现场", charter, people.Manager, at)),
        new(clock.Soon(2, 10), at => request.PlanVisit(engineer.Name, engineer.Id, appointment, WithThem(fault), charter, liaison, at)),
        new(() => clock.Later(appointment.AddMinutes(-dice.Between(15, 45))), at => request.Depart(null, engineer, at)),
        new(() => clock.Later(appointment.AddMinutes(dice.Between(-5, 20))), at => request.Arrive(null, charter, engineer, at)),
        new(clock.OnTheSpot(20, 45), at => Diagnose(request, fault, component, at)),
        new(clock.OnTheSpot(30, 100), at => request.RecordSolution(fault.Cure, true, 1, null, charter, engineer, at)),
        new(clock.OnTheSpot(5, 20), at => request.FinishVisit(null, charter, engineer, at)),
    ];

    private static string WithThem(DemoFault fault) => $"带{fault.Component ?? "常用"}备件";

    private DemoStep[] Returned(ServiceRequest request, DemoFault fault, Component? component)
    {
        var waits = dice.Chance(15);
        return
        [
            new(clock.Office(20, 600), at => request.ChooseMode(ServiceMode.Return, "现场不具备维修条件", charter, people.Manager, at)),
            new(clock.Office(1440, 4320), at => request.RecordStep(EventKind.Received, "到货，外观完好", null, charter, people.Manager, at)),
            new(clock.Office(60, 900), at => Diagnose(request, fault, component, at)),
            .. waits ? Waiting(request) : [],
            new(clock.Office(120, 2880), at => request.RecordStep(EventKind.Repaired, null, null, charter, engineer, at)),
            new(clock.Office(10, 60), at => request.RecordSolution(fault.Cure, true, dice.Between(3, 9), null, charter, engineer, at)),
            new(clock.Office(30, 900), at => request.RecordStep(EventKind.Shipped, "已发货，随附检验单", null, charter, liaison, at)),
        ];
    }

    private DemoStep[] Waiting(ServiceRequest request) =>
    [
        new(clock.Office(10, 60), at => request.Pause(PauseParty.Parts, "等待外购件到货", charter, liaison, at)),
        new(clock.Office(1440, 5760), at => request.Resume(PauseParty.Parts, charter, liaison, at)),
    ];

    /// <summary>Agrees with the customer when somebody comes, and with whom.</summary>
    private void Appoint(DateTimeOffset at)
    {
        if (call.Appointment is { } agreed) appointment = agreed;
        // What is only planned yet lies ahead of whoever looks.
        else if (call.Until is not null) appointment = stage.Diary.Book(engineer, stage.Now.AddMinutes(30));
        else if (unit.Product.Line == "system") (engineer, appointment) = stage.Diary.BookSoon(people.Engineers, at);
        else appointment = stage.Diary.Book(engineer, at.AddHours(2));
    }

    private void Diagnose(ServiceRequest request, DemoFault fault, Component? component, DateTimeOffset at)
    {
        var facts = unit.Unit.FactsOn(request.JudgedOn(charter.Zone), component, history, dice.Of(fault.Causes));
        request.Judge(facts, final: true, charter, people.Manager, at);
    }

    private ServiceRequest Open(RequestCategory category, string text, Component? component)
    {
        var facts = unit.Unit.FactsOn(Days.LocalDay(call.ReportedAt, charter.Zone), component, history);
        var (takenIn, intake) = (clock.TakeIn(), DemoIntake.Of(call, category, text, component, dice));
        return ServiceRequest.Open(intake, charter, (facts, EntitlementEngine.Judge(charter, facts)), liaison, takenIn);
    }

    // Before a request closes, the customer is asked where the rules want it.
    private void Close(ServiceRequest request, DateTimeOffset at)
    {
        if (request.WhyNotClose(null, charter) is { Code: "request.customer-not-asked" })
            request.AskCustomer(Verdict.Satisfied, "电话回访", liaison, at);
        if (request.WhyNotClose(null, charter) is null) request.Close(null, null, charter, liaison, at);
    }
}
