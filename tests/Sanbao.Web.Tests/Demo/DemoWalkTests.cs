using Microsoft.EntityFrameworkCore;
using Sanbao.Data.Journal;
using Sanbao.Domain.Charters;
using Sanbao.Domain.InstalledBase;
using Sanbao.Domain.Kernel;
using Sanbao.Domain.Requests;
using Sanbao.Web.Features.Charters;
using Sanbao.Web.Features.Demo;
using Sanbao.Web.Platform;
using Sanbao.Web.Platform.Store;
using Sanbao.Web.Platform.Time;
using Sanbao.Web.Tests.Data;

namespace Sanbao.Web.Tests.Demo;

/// <summary>A demo company that is only looked at, on a working day at a quarter past ten.</summary>
public sealed class LookedAtDemo(PostgresCluster cluster) : IAsyncLifetime
{
    public static DateTimeOffset Now { get; } = new(2026, 5, 6, 10, 15, 0, TimeSpan.FromHours(8));

    internal TestDatabase Test { get; private set; } = null!;

    internal CharterShelf Shelf { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Test = await TestDatabase.NewAsync(Kind.Sqlite, cluster);
        Shelf = await DemoTests.LoadAsync(Test, 900, Now);
    }

    public ValueTask DisposeAsync() => Test.DisposeAsync();
}

/// <summary>The demo's story is possible: walked through from the first customer to the last visit.</summary>
public class DemoWalkTests(LookedAtDemo demo) : IClassFixture<LookedAtDemo>
{
    private static readonly DateTimeOffset Now = LookedAtDemo.Now;

    private readonly TestDatabase test = demo.Test;
    private readonly CharterShelf shelf = demo.Shelf;

    [Fact]
    public async Task Nothing_happens_before_what_it_follows()
    {
        await using var db = test.Open();
        var units = await db.Equipment.AsNoTracking().Include(u => u.Customer).ToDictionaryAsync(u => u.Id);
        foreach (var unit in units.Values)
        {
            unit.CreatedAt.ShouldBeGreaterThanOrEqualTo(unit.Customer!.CreatedAt, unit.Serial);
            if (unit.Dates.Commissioned is { } begun)
                unit.UsageHours.GetValueOrDefault()
                    .ShouldBeLessThanOrEqualTo(24 * (Days.LocalDay(Now, Company.China).DayNumber - begun.DayNumber), unit.Serial);
        }
        foreach (var request in await RequestsAsync(db))
        {
            var told = request.Number;
            var unit = units[request.EquipmentId!.Value];
            request.ReportedAt.ShouldBeGreaterThan(unit.CreatedAt, told);
            (Days.LocalDay(request.ReportedAt, Company.China) > unit.Dates.Commissioned.GetValueOrDefault()).ShouldBeTrue(told);
            (await db.TimelineAsync(request.Id, Actor.System)).Select(l => l.At).ShouldBeInOrder(SortDirection.Ascending, told);
            request.UpdatedAt.ShouldBeLessThanOrEqualTo(Now, told);
            Moments(request).ShouldBeInOrder(SortDirection.Ascending, told);
            foreach (var visit in request.Visits.Where(v => v.ArrivedAt is not null))
            {
                visit.ArrivedAt!.Value.ShouldBeGreaterThan(visit.Appointment.AddMinutes(-10), told);
                if (visit.DoneAt is { } done && request.SolvedAt is { } solved) solved.ShouldBeInRange(visit.ArrivedAt.Value, done, told);
            }
        }
    }

    [Fact]
    public async Task People_visit_in_working_hours_and_nobody_is_at_two_places_at_once()
    {
        await using var db = test.Open();
        var calendar = shelf.Library.InForce(DemoCharter.Own, new(2026, 5, 6))!.Calendar;
        var visits = (await RequestsAsync(db)).SelectMany(r => r.Visits).ToArray();
        visits.Length.ShouldBeGreaterThan(200);
        foreach (var visit in visits)
            foreach (var at in new[] { visit.Appointment, visit.ArrivedAt, visit.DoneAt }.OfType<DateTimeOffset>())
                IsOpen(calendar, at).ShouldBeTrue($"{visit.Engineer} {at:u}");
        foreach (var of in visits.Where(v => v.DoneAt is not null).GroupBy(v => v.EngineerId))
        {
            of.Key.ShouldNotBeNull("a colleague goes, by his account");
            DateTimeOffset[] way = [.. of.OrderBy(v => v.ArrivedAt).SelectMany(v => new[] { v.DepartedAt!.Value, v.DoneAt!.Value })];
            way.ShouldBeInOrder(SortDirection.Ascending, of.First().Engineer);
        }
    }

    [Fact]
    public async Task Every_engineer_has_a_visit_ahead_and_some_are_on_one_now()
    {
        await using var db = test.Open();
        var engineers = (await db.Accounts.AsNoTracking().ToListAsync()).Where(a => a.Roles.Contains("engineer")).ToArray();
        var ahead = (await RequestsAsync(db)).Where(r => r.Status is RequestStatus.Open).Select(r => r.VisitAhead).OfType<PlannedVisit>()
            .ToArray();
        foreach (var engineer in engineers)
            ahead.ShouldContain(v => v.EngineerId == engineer.Id && v.Appointment > Now, engineer.UserName);
        var begun = ahead.Where(v => v.Status is not VisitStatus.Scheduled).ToArray();
        begun.Select(v => v.Status).Distinct().Order().ShouldBe([VisitStatus.Underway, VisitStatus.Arrived]);
        begun.Select(v => v.EngineerId).ShouldBeUnique();
    }

    [Fact]
    public async Task Every_product_is_governed_by_a_charter_that_names_its_kind()
    {
        await using var db = test.Open();
        var attached = await GoverningCharters.AttachedAsync(db, TestContext.Current.CancellationToken);
        var usual = (await db.Settings.AsNoTracking().SingleAsync()).DefaultCharter;
        var products = await db.Products.AsNoTracking().ToListAsync();
        foreach (var product in products)
        {
            var subject = CharterSubjects.Of(null, null, product, null, null, null);
            var choice = GoverningCharters.Choose(subject, null, attached, usual, new(2026, 5, 6));
            var charter = shelf.Library.InForce(choice.CharterCode, new(2026, 5, 6))!;
            var named = choice.By.Level is AttachmentLevel.Line && choice.By.Key == product.Line
                || charter.Warranty.Terms.Any(t => t.Scope.Lines.Contains(product.Line));
            named.ShouldBeTrue($"{product.Model} of line {product.Line} under {charter.Code}");
            (await db.Requests.AsNoTracking().Where(r => r.Model == product.Model).Select(r => r.CharterCode).Distinct().ToListAsync())
                .ShouldBe([charter.Code], product.Model);
        }
    }

    [Fact]
    public async Task The_company_promises_reply_arrival_and_solution_and_most_are_kept()
    {
        await using var db = test.Open();
        var own = shelf.Library.InForce(DemoCharter.Own, new(2026, 5, 6))!;
        foreach (var promise in new[] { PromiseCode.Reply, PromiseCode.Arrival, PromiseCode.Solution })
        {
            var states = await db.Deadlines.AsNoTracking()
                .Where(d => d.Promise == promise && db.Requests.Any(r => r.Id == d.OwnerId && r.CharterCode == own.Code))
                .Select(d => d.MetAt != null && d.MetAt <= d.Due).ToListAsync();
            states.Count.ShouldBeGreaterThan(50, promise.ToString());
            states.Count(kept => kept).ShouldBeGreaterThan(states.Count / 2, promise.ToString());
        }
    }

    [Fact]
    public async Task Some_units_are_undetermined_and_requests_hang_on_them()
    {
        await using var db = test.Open();
        (await db.Requests.CountAsync(r => r.Undetermined)).ShouldBeInRange(5, 200);
        (await db.Requests.CountAsync(r => r.Undetermined && r.Status == RequestStatus.Open)).ShouldBeGreaterThan(0);
    }

    private static Task<List<ServiceRequest>> RequestsAsync(Sanbao.Data.ServiceDb db) =>
        db.Requests.AsNoTracking().Include(r => r.Visits).Include(r => r.Events).AsSplitQuery().ToListAsync();

    // What follows what, as far as it happened.
    private static IEnumerable<DateTimeOffset> Moments(ServiceRequest request)
    {
        EventKind[] way =
        [
            EventKind.Reported, EventKind.Replied, EventKind.Received, EventKind.Arrived, EventKind.Repaired, EventKind.Solved,
            EventKind.Shipped, EventKind.Closed,
        ];
        foreach (var kind in way)
            if (request.Events.Where(e => e.Kind == kind && !e.OfUnit).Select(e => (DateTimeOffset?)e.At).Min() is { } at) yield return at;
    }

    private static bool IsOpen(WorkingCalendar calendar, DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, Company.China);
        var minute = (int)local.TimeOfDay.TotalMinutes;
        return calendar.WindowsOf(DateOnly.FromDateTime(local.DateTime)).Any(w => w.From <= minute && minute < w.To);
    }
}
