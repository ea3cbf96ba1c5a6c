using Sanbao.Domain.Charters;
using Sanbao.Domain.Kernel;
using static Sanbao.Domain.Charters.AmountUnit;
using static Sanbao.Domain.Charters.EventKind;
using static Sanbao.Domain.Tests.Promises.ByHand;

namespace Sanbao.Domain.Tests.Promises;

/// <summary>The time rules of the systems, as far as the acceptance tables of systems.md ask for them.</summary>
internal static class Systems
{
    private static readonly CaseScope Visit = new() { Modes = [ServiceMode.OnSite] };
    private static readonly CaseScope Fault = new() { Categories = [RequestCategory.Fault] };
    private static readonly CaseScope City = new() { Zones = [Zone.City] };

    private static readonly Dictionary<string, Charter> All = new()
    {
        ["S0"] = Charter(
            Rule(PromiseCode.Reply, After(2 * 60, Minutes, EventKind.Reported), Replied),
            Rule(PromiseCode.Arrival, After(0, Minutes, EventKind.Reported), Arrived) with
            {
                For = Visit,
                Times = [Hours(72, new() { Special = true }), Hours(24, City), Hours(48, new())],
            }),
        ["S4"] = Charter(
            Rule(PromiseCode.Arrival, After(0, Minutes, EventKind.Reported), Arrived) with
            {
                For = Fault, Times = [Hours(24, new() { Regions = ["near"] }), Hours(48, new())],
            },
            Rule(PromiseCode.Solution, After(24 * 60, Minutes, Arrived), Solved) with { For = Fault },
            Rule(PromiseCode.Inspection, AfterLast(6, Months, Commissioned, Inspected), Inspected))
            with { Regions = [new("near", ["31", "32", "33", "34"], [])] },
        ["S5"] = Charter(
            Rule(PromiseCode.Solution, After(0, Minutes, EventKind.Reported), Solved) with
            {
                For = Fault, Times = [Hours(24, City), Hours(48, new())],
            },
            Rule(PromiseCode.Payment, After(20, Days, StatementReceived), Paid)),
        ["S6"] = Charter(
            Rule(PromiseCode.Arrival, FromContract("responseDays"), Arrived) with { For = Visit },
            Rule(PromiseCode.Handling, FromContract("handlingDays"), Handled) with { For = new() { Channels = [Channel.Phone] } }),
        ["S7"] = Charter(Rule(PromiseCode.Arrival, After(0, Minutes, EventKind.Reported), Arrived) with { For = Fault, Times = [Hours(4, City)] }),
        ["S8"] = Charter(
            Rule(PromiseCode.Plan, After(24 * 60, Minutes, EventKind.Reported), Planned) with { For = new() { Categories = [RequestCategory.Complaint] } },
            Rule(PromiseCode.RepairTurnaround, After(48 * 60, Minutes, Received), Shipped)),
        ["S9"] = Charter(
            Rule(PromiseCode.Arrival, After(60, Minutes, EventKind.Reported), Arrived) with { For = Fault },
            Rule(PromiseCode.Solution, After(12 * 60, Minutes, EventKind.Reported), Solved) with { For = Fault },
            Rule(PromiseCode.Loaner, new Timing.WhenMissed(PromiseCode.Solution), LoanerReturned) with { OpenEnded = true },
            Rule(PromiseCode.MonthlyCall, new Timing.EveryMonths(1, [Accepted]), Called),
            Rule(PromiseCode.Inspection, new Timing.EveryMonths(3, [Accepted]), Inspected),
            Rule(PromiseCode.Training, new Timing.EveryYear([new(10, 31), new(5, 31)], [Accepted]), Trained),
            Rule(PromiseCode.VisitNotice, Before(7, Days, Appointed), Noticed)),
        ["S11"] = Charter(Rule(PromiseCode.Exchange, After(3, WorkingDays, EventKind.Reported), Exchanged) with
        {
            For = new() { Categories = [RequestCategory.Fault], ReportedWithin = new(Span.WorkingDays(7), Delivered, ServiceMode.Exchange) },
        }),
    };

    public static Charter Of(string code) => All[code];

    private static TimeLimit Hours(int hours, CaseScope scope) => new(scope, After(hours * 60, Minutes, EventKind.Reported));

    private static Timing.After FromContract(string name) => new(new(0, WorkingDays, name), [EventKind.Reported], false, false);
}
