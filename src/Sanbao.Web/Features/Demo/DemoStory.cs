using Sanbao.Domain.Charters;
using Sanbao.Domain.Entitlement;
using Sanbao.Domain.InstalledBase;
using Sanbao.Domain.Requests;

namespace Sanbao.Web.Features.Demo;

/// <summary>
/// One request from the call to its end, through the verbs that people use, each at its time. What would happen after the present does
/// not happen: so the last days' requests are open, with their clocks running.
/// </summary>
internal sealed class DemoStory
{
    private readonly Dice dice;
    private readonly Charter charter;
    private readonly DateTimeOffset now;
    private readonly Actor liaison;
    private readonly Actor engineer;
    private readonly DemoPeople people;
    private DateTimeOffset clock;

    private DemoStory(Dice dice, DemoPeople people, Charter charter, DemoUnit unit, DateTimeOffset reportedAt, DateTimeOffset now)
    {
        (this.dice, this.people, this.charter, this.now, clock) = (dice, people, charter, now, reportedAt);
        liaison = dice.Of(people.Liaisons);
        engineer = people.Engineers.FirstOrDefault(e => e.Id == unit.Owner.Customer.DedicatedEngineerId) ?? people.Engineers[0];
    }

    /// <param name="fault">The unit's own recurring fault; null: any, or a question.</param>
    /// <param name="until">The story stops before this step; null: it runs to its end or to the present.</param>
    public static ServiceRequest Tell(
        Dice dice, DemoPeople people, Charter charter, DemoUnit unit, DemoFault? fault, RepairHistory history, DateTimeOffset reportedAt, DateTimeOffset now, int? until = null)
    {
        var story = new DemoStory(dice, people, charter, unit, reportedAt, now);
        if (fault is null && dice.Chance(22)) return story.Question(unit, history, until);
        return story.Fault(unit, fault ?? dice.Of(DemoFaults.Faults), history, until);
    }

    private ServiceRequest Question(DemoUnit unit, RepairHistory history, int? until)
    {
        var (category, text, answer) = dice.Of(DemoFaults.Questions);
        var request = Open(unit, category, $"{unit.Product.Name} {unit.Product.Model}，{text}", null, history);
        Play(until,
            at => request.Reply(answer, null, charter, liaison, at),
            at => request.RecordSolution(answer, false, 0, null, charter, liaison, at),
            at => request.AskCustomer(dice.Of([Verdict.Satisfied, Verdict.Satisfied, Verdict.Acceptable]), null, liaison, at),
            at => Close(request, at));
        return request;
    }

    private ServiceRequest Fault(DemoUnit unit, DemoFault fault, RepairHistory history, int? until)
    {
        var component = unit.Unit.Components.FirstOrDefault(c => c.Name == fault.Component);
        var request = Open(unit, RequestCategory.Fault, DemoFaults.Said(fault, dice), component, history);
        var byPhone = fault.ByPhone && dice.Chance(70);
        List<Action<DateTimeOffset>> steps =
        [
            at => request.Guide(fault.Advice, unit.Owner.Reporter, byPhone ? GuidanceOutcome.Solved : GuidanceOutcome.NotSolved, null, charter, dice.Chance(20) ? people.ProductEngineer : liaison, at),
            .. byPhone ? [] : dice.Chance(70) ? OnSite(request, unit, fault, component, history) : Returned(request, unit, fault, component, history),
            at => { if (dice.Chance(75)) request.AskCustomer(dice.Of([Verdict.Satisfied, Verdict.Satisfied, Verdict.Satisfied, Verdict.Acceptable, Verdict.Dissatisfied, Verdict.NotReached]), "电话回访", liaison, at); },
            at => Close(request, at),
        ];
        Play(until, [.. steps]);
        return request;
    }

    private Action<DateTimeOffset>[] OnSite(ServiceRequest request, DemoUnit unit, DemoFault fault, Component? component, RepairHistory history) =>
    [
        at => request.Assign(engineer.Id, engineer.Name, null, charter, liaison, at),
        at => request.ChooseMode(ServiceMode.OnSite, "电话指导后故障未消除，用户要求到现场", charter, people.Manager, at),
        at => request.PlanVisit(engineer.Name, engineer.Id, ByDay(at.AddHours(dice.Between(4, 30))), "带" + (fault.Component ?? "常用") + "备件", charter, liaison, at),
        at => request.RecordStep(EventKind.Arrived, "已到现场", null, charter, engineer, at),
        at => Diagnose(request, unit, fault, component, history, at),
        at => request.RecordSolution(fault.Cure, true, 1, null, charter, engineer, at),
        at => request.RecordStep(EventKind.Left, null, null, charter, engineer, at),
    ];

    /// <summary>Nobody agrees to come at night: the same or the next morning then, to the half hour.</summary>
    private DateTimeOffset ByDay(DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, charter.Zone);
        var midnight = local.AddTicks(-local.TimeOfDay.Ticks);
        return local.Hour switch
        {
            < 8 => midnight.AddHours(9),
            >= 17 => midnight.AddHours(33),
            _ => midnight.AddMinutes(Math.Ceiling(local.TimeOfDay.TotalMinutes / 30) * 30),
        };
    }

    private Action<DateTimeOffset>[] Returned(ServiceRequest request, DemoUnit unit, DemoFault fault, Component? component, RepairHistory history)
    {
        var waits = dice.Chance(15);
        return
        [
            at => request.ChooseMode(ServiceMode.Return, "现场不具备维修条件", charter, people.Manager, at),
            at => request.RecordStep(EventKind.Received, "到货，外观完好", null, charter, people.Manager, at),
            at => Diagnose(request, unit, fault, component, history, at),
            at => { if (waits) request.Pause(PauseParty.Parts, "等待外购件到货", charter, liaison, at); },
            at => { if (waits) request.Resume(PauseParty.Parts, charter, liaison, at); },
            at => request.RecordStep(EventKind.Repaired, null, null, charter, engineer, at),
            at => request.RecordSolution(fault.Cure, true, dice.Between(3, 9), null, charter, engineer, at),
            at => request.RecordStep(EventKind.Shipped, "已发货，随附检验单", null, charter, liaison, at),
        ];
    }

    private void Diagnose(ServiceRequest request, DemoUnit unit, DemoFault fault, Component? component, RepairHistory history, DateTimeOffset at) =>
        request.Judge(unit.Unit.FactsOn(request.JudgedOn(charter.Zone), component, history, dice.Of(fault.Causes)), final: true, charter, people.Manager, at);

    private ServiceRequest Open(DemoUnit unit, RequestCategory category, string text, Component? component, RepairHistory history)
    {
        var (reportedAt, owner) = (clock, unit.Owner);
        clock = reportedAt + dice.Minutes(1, 12);
        if (clock > now) clock = now;
        var day = Days.LocalDay(reportedAt, charter.Zone);
        var facts = unit.Unit.FactsOn(day, component, history);
        var intake = new Intake
        {
            Channel = dice.Of([Channel.Phone, Channel.Phone, Channel.Phone, Channel.Phone, Channel.Web, Channel.Qr, Channel.Email, Channel.Engineer, Channel.Dealer]),
            Category = category, Unit = unit.Unit, CustomerName = owner.Customer.Name, CustomerPhone = owner.Customer.Phone, ReporterName = owner.Reporter,
            ReporterPhone = owner.ReporterPhone, ComponentId = component?.Id, RegionCode = owner.Place.Code, Contract = owner.Contract, ReportedAt = reportedAt,
            Priority = dice.Chance(6) ? Priority.Urgent : dice.Chance(12) ? Priority.High : Priority.Normal, Description = text,
        };
        return ServiceRequest.Open(intake, charter, (facts, EntitlementEngine.Judge(charter, facts)), liaison, clock);
    }

    // Before a request closes, the customer is asked where the rules want it.
    private void Close(ServiceRequest request, DateTimeOffset at)
    {
        if (request.WhyNotClose(null, charter) is { Code: "request.customer-not-asked" }) request.AskCustomer(Verdict.Satisfied, "电话回访", liaison, at);
        if (request.WhyNotClose(null, charter) is null) request.Close(null, null, charter, liaison, at);
    }

    private void Play(int? until, params Action<DateTimeOffset>[] steps)
    {
        for (var i = 0; i < steps.Length && i < (until ?? int.MaxValue); i++)
        {
            // The first answer comes soon, the rest in hours, the close a day or two later.
            clock += i == 0 ? dice.Minutes(4, 150) : i == steps.Length - 1 ? dice.Minutes(240, 2880) : dice.Minutes(20, 1500);
            clock = clock.ToMilliseconds();
            if (clock > now) return;
            steps[i](clock);
        }
    }
}
