using Sanbao.Charters;
using Sanbao.Data.Writing;
using Sanbao.Domain.Entitlement;
using Sanbao.Domain.Requests;

namespace Sanbao.Web.Features.Demo;

/// <summary>
/// The demo company as of a day: 200 customers, 3,000 units and two years of requests for the usual 5,000, and more of all for more. The
/// same day and number give the same company.
/// </summary>
internal sealed class DemoCompany
{
    public const int UsualRequests = 5000;
    private const int BatchSize = 1000;
    private const int Years = 2;

    private readonly Dice dice;
    private readonly DateTimeOffset now;
    private readonly DemoPeople people;
    private readonly DemoStage stage;
    private readonly CharterLibrary library;
    private readonly TimeZoneInfo zone;
    private readonly int requests;
    private readonly Writer writer;
    private readonly Dictionary<Guid, List<(DateTimeOffset SolvedAt, int Days)>> repairs = [];
    private readonly Dictionary<Guid, DemoFault> weak = [];

    public DemoCompany(DemoPeople people, CharterLibrary library, TimeZoneInfo zone, DateTimeOffset now, int requests, Writer writer)
    {
        (this.people, this.library, this.zone, this.requests, this.writer) = (people, library, zone, requests, writer);
        // The same minute of a day for everybody who looks within it.
        this.now = now.ToMilliseconds();
        var today = Days.LocalDay(now, zone);
        dice = new Dice(today.DayNumber);
        var calendar = library.InForce(DemoCharter.Own, today)!.Calendar;
        stage = new(dice, people, new DemoDiary(calendar, zone, dice, teams: 1 + requests / (2 * UsualRequests)), this.now);
    }

    private double Scale => (double)requests / UsualRequests;
    public int CustomerCount => Math.Clamp((int)(200 * Scale), 40, 10_000);
    public int UnitCount => Math.Clamp((int)(3000 * Scale), 200, 60_000);

    /// <summary>How many parts <see cref="Parts"/> gives, a little more or less.</summary>
    public int PartCount => 1 + Batches(CustomerCount) + Batches(UnitCount) + Batches(requests);

    /// <summary>What is to be stored, in parts that can each be stored alone, in order: base first.</summary>
    public IEnumerable<Action<Creation>> Parts()
    {
        var stock = new DemoBase(dice, people, now, zone);
        var products = stock.Products();
        var customers = Enumerable.Range(0, CustomerCount).Select(stock.Customer).ToArray();
        var attachments = stock.Attachments().ToArray();
        yield return save =>
        {
            foreach (var product in products) save.Add(product);
            foreach (var attachment in attachments) save.Add(attachment);
        };
        foreach (var some in customers.Chunk(BatchSize)) yield return save => { foreach (var customer in some) Add(save, customer); };
        var units = new List<DemoUnit>(UnitCount);
        while (units.Count < UnitCount)
        {
            var some = Enumerable.Range(0, Math.Min(BatchSize, UnitCount - units.Count))
                .Select(_ => stock.Unit(products, dice.Of(customers))).ToArray();
            units.AddRange(some);
            yield return save => { foreach (var unit in some) save.Add(unit.Unit); };
        }
        foreach (var part in Requests([.. units]).Select(r => (Ahead: writer.Ahead(r.Request), r.Year)).Chunk(BatchSize))
            yield return save => { foreach (var (ahead, year) in part) save.Add(ahead, year); };
    }

    private static int Batches(int count) => (count + BatchSize - 1) / BatchSize;

    private static void Add(Creation save, DemoCustomer customer)
    {
        save.Add(customer.Customer);
        if (customer.Contract is { } contract) save.Add(contract);
    }

    private IEnumerable<(ServiceRequest Request, int Year)> Requests(DemoUnit[] units)
    {
        var byAge = units.OrderBy(u => u.InUse).ToArray();
        foreach (var unit in units.Where(_ => dice.Chance(2))) weak[unit.Unit.Id] = dice.Of(DemoFaults.Of(unit.Product.Line));
        var troubled = byAge.Where(u => weak.ContainsKey(u.Unit.Id)).ToArray();
        var placed = new DemoPresent(stage, units, at => Days.LocalDay(at, zone)).Calls().ToArray();
        var calls = Times(Math.Max(0, requests - placed.Length)).Select(at => (ReportedAt: at, Placed: (DemoCall?)null))
            .Concat(placed.Select(p => (p.ReportedAt, (DemoCall?)p)));
        foreach (var (at, known) in calls.OrderBy(c => c.ReportedAt))
            yield return Tell(known ?? Call((dice.Chance(8) ? Pick(troubled, at) : null) ?? Pick(byAge, at) ?? byAge[0], at));
    }

    private DemoCall Call(DemoUnit unit, DateTimeOffset at) => new(unit, weak.GetValueOrDefault(unit.Unit.Id), at);

    private (ServiceRequest, int) Tell(DemoCall call)
    {
        var (unit, day) = (call.Unit.Unit, Days.LocalDay(call.ReportedAt, zone));
        var charter = library.InForce(DemoCharter.Of(call.Unit.Product.Line), day)!;
        var request = DemoStory.Tell(stage, charter, call, HistoryOf(unit.Id, call.ReportedAt));
        if (request is { FailedRepairs: > 0, SolvedAt: { } solved })
        {
            if (!repairs.TryGetValue(unit.Id, out var known)) repairs[unit.Id] = known = [];
            known.Add((solved, request.FailedRepairDays));
        }
        return (request, day.Year);
    }

    private RepairHistory HistoryOf(Guid unit, DateTimeOffset before)
    {
        if (!repairs.TryGetValue(unit, out var known)) return RepairHistory.None;
        var earlier = known.Where(r => r.SolvedAt < before).ToArray();
        return earlier.Length == 0 ? RepairHistory.None : new(earlier.Length, null, earlier.Sum(r => r.Days));
    }

    // Only a unit that was in use by then can have failed.
    private DemoUnit? Pick(DemoUnit[] byAge, DateTimeOffset at)
    {
        var day = Days.LocalDay(at, zone).AddDays(-1);
        var (none, all) = (0, byAge.Length);
        while (none < all)
        {
            var middle = (none + all) / 2;
            if (byAge[middle].InUse <= day) none = middle + 1;
            else all = middle;
        }
        return none == 0 ? null : byAge[dice.Number(none)];
    }

    // More calls in working hours, fewer at night and on Sundays, slowly more from year to year.
    private DateTimeOffset[] Times(int count)
    {
        var start = now.AddYears(-Years);
        var minutes = (now - start).TotalMinutes - 5;
        return [.. Enumerable.Range(0, count).Select(_ => Daytime(start.AddMinutes(Math.Floor(minutes * Math.Pow(dice.Share(), 0.85)))))
            .Order()];
    }

    private DateTimeOffset Daytime(DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, zone);
        var moved = local.Hour is < 7 or > 20 && dice.Chance(80) ? at.AddHours(-local.Hour + 7 + dice.Number(12)) : at;
        return moved < now.AddMinutes(-5) ? moved : at;
    }
}
