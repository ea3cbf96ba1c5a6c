using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Domain.Requests;
using Sanbao.Web.Features.Documents;
using Sanbao.Web.Shell;

namespace Sanbao.Web.Features.Requests.Visits;

/// <summary>Who goes where on which day: everybody's visits, and what one person has on a day.</summary>
internal sealed class VisitsFeature : Feature
{
    public const int DaysShown = 7;

    public override void Map(Routes routes)
    {
        routes.Pages.MapGet("/visits", ListAsync).RequirePermission(Permission.ReadRequests);
        routes.Pages.MapGet("/requests/{key}/visits/diary", DiaryAsync).RequirePermission(Permission.WorkRequests);
    }

    public override IReadOnlyList<MenuItem> Menu =>
        [new(MenuGroup.Daily, "visits.menu", "/visits", "calendar-event", Permission.ReadRequests, "g v")];

    private static async Task<IResult> ListAsync(
        string? from, string? engineer, ServiceDb db, Actor actor, KnownAccounts accounts, TimeProvider time, Company company,
        CancellationToken cancel)
    {
        var (now, zone) = (time.Now(), company.Zone);
        var today = Days.LocalDay(now, zone);
        // Whatever stands in the address, there is a page.
        var day = DateOnly.TryParseExact(from, "O", out var asked) && IsWithin(asked.Year) ? asked : today;
        Guid? who = Guid.TryParse(engineer, out var id) ? id : null;
        return View.Of<VisitsPage>(new
        {
            Visits = await db.VisitsAsync(actor, Days.Midnight(day, zone), Days.Midnight(day.AddDays(DaysShown), zone), who, cancel),
            Left = day == today ? await db.VisitsLeftAsync(actor, Days.Midnight(today, zone), who, cancel) : [],
            People = await WhoGoAsync(accounts, actor, cancel),
            From = day, Today = today, Engineer = who, Now = now,
        });
    }

    private static async Task<OwnPerson[]> WhoGoAsync(KnownAccounts accounts, Actor actor, CancellationToken cancel) =>
        [.. (await accounts.OwnPeopleAsync(actor, cancel)).Where(p => p.May(Permission.WorkRequests))];

    /// <summary>What the chosen person has to do on the chosen day; nothing while person or time is not chosen.</summary>
    private static async Task<IResult> DiaryAsync(
        string key, string? engineerId, string? appointment, ServiceDb db, Actor actor, Company company, CancellationToken cancel)
    {
        if (!actor.SeesCompany || !Guid.TryParse(engineerId, out var engineer) || Appointed(appointment) is not { } local)
            return Results.NoContent();
        var (day, at) = (DateOnly.FromDateTime(local), new DateTimeOffset(local, company.Zone.GetUtcOffset(local)));
        var request = await Named.Find<ServiceRequest>(db, key, actor).Select(r => (Guid?)r.Id).SingleOrDefaultAsync(cancel)
            ?? throw new NotFoundException();
        var (from, to) = (Days.Midnight(day, company.Zone), Days.Midnight(day.AddDays(1), company.Zone));
        return View.Of<VisitDiary>(new { Others = await db.DiaryAsync(actor, engineer, from, to, request, cancel), At = at });
    }

    /// <summary>What a field of date and time says; null: nothing yet that can be looked at.</summary>
    private static DateTime? Appointed(string? typed) =>
        DateTime.TryParseExact(typed, "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            && IsWithin(local.Year) ? local : null;

    /// <summary>The ends of the calendar are not walked over.</summary>
    private static bool IsWithin(int year) => year is > 1990 and < 2200;
}
