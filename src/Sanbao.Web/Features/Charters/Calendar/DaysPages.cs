using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Writing;
using Sanbao.Web.Platform.Store;
using Sanbao.Web.Shell;

namespace Sanbao.Web.Features.Charters.Calendar;

/// <summary>The company's own days off and days worked, for people.</summary>
internal sealed class DaysPages(
    ServiceDb db, DeclareDays work, Writer writer, FormOnce sent, CharterShelf shelf, CharterBook charters, Company company,
    TimeProvider time)
{
    private const int Most = 200, YearsApart = 20;

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("", (DaysPages p, HttpContext http) => p.List(http));
        pages.MapPost("", (DaysPages p, HttpContext http) => p.Declare(http)).RequirePermission(Permission.EditCharters);
        pages.MapPost("/{id:guid}/withdraw", (Guid id, DaysPages p, HttpContext http) => p.Withdraw(id, http))
            .RequirePermission(Permission.EditCharters);
    }

    private async Task<IResult> List(HttpContext http)
    {
        var days = await db.CompanyDays.AsNoTracking().Where(d => !d.Withdrawn).OrderByDescending(d => d.From).ThenBy(d => d.Id).Take(Most)
            .ToListAsync(http.RequestAborted);
        var today = time.Today(company);
        var settings = await db.Settings.AsNoTracking().SingleAsync(http.RequestAborted);
        return View.Of<DaysPage>(new
        {
            Declared = days, Today = today, Calendar = charters.Governing(null, today).Calendar, Year = YearOf(http, today),
            Once = Guid.CreateVersion7(time.Now()), Applying = settings.DaysApplied < settings.DaysChanged,
        });
    }

    private Task<IResult> Declare(HttpContext http) => PostForm.Handle(
        http, DaysToDeclare.Read,
        async said =>
        {
            var declare = work.Declare(said);
            await sent.RunAsync("company-days", said, async store => (await declare(store)).Id.ToString(), http.RequestAborted);
            await shelf.ReadAsync(http.RequestAborted);
            return Done.To("/company-days", "company-days.saved");
        },
        () => List(http));

    private Task<IResult> Withdraw(Guid id, HttpContext http) => PostForm.Handle(
        http, _ => true,
        async _ =>
        {
            await writer.RunAsync(work.Withdraw(id), http.RequestAborted);
            await shelf.ReadAsync(http.RequestAborted);
            return Done.To("/company-days", "company-days.is-withdrawn");
        },
        () => List(http));

    /// <summary>As asked for by the address, within a span that has a meaning; else the current one.</summary>
    private static int YearOf(HttpContext http, DateOnly today) =>
        int.TryParse(http.Request.Query["year"], CultureInfo.InvariantCulture, out var year)
        && year >= today.Year - YearsApart && year <= today.Year + YearsApart
            ? year
            : today.Year;
}
