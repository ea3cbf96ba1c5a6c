using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Domain.Requests;
using Sanbao.Web.Features.Due;

namespace Sanbao.Web.Features.Home;

/// <summary>The tiles of the start page; null: not for this actor.</summary>
public sealed record HomeFigures(CappedCount? MineOverdue, CappedCount? MineToday, CappedCount? Unassigned, CappedCount? CompanyOverdue, CappedCount? TakenInToday, CappedCount? ClosedToday)
{
    internal static async Task<HomeFigures> ReadAsync(ServiceDb db, Actor actor, DateTimeOffset now, TimeZoneInfo zone, CancellationToken cancel)
    {
        var (works, leads) = (actor.May(Permission.WorkRequests), actor.May(Permission.AssignRequests));
        var (today, tomorrow) = (Days.StartOfDay(now, zone), Days.EndOfDay(now, zone));
        var requests = db.Requests.AsNoTracking().VisibleTo(actor);
        return new(
            works ? await Owed(DueScope.Mine, DateTimeOffset.UnixEpoch, now) : null,
            works ? await Owed(DueScope.Mine, now, tomorrow) : null,
            works ? await Count(requests.Where(r => r.Status == RequestStatus.Open && r.AssigneeId == null)) : null,
            leads || !works ? await Owed(DueScope.Company, DateTimeOffset.UnixEpoch, now) : null,
            await Count(requests.Where(r => r.ReportedAt >= today)),
            // What is open again has no day of closing. Said of the status, SQLite would walk through all that was ever closed.
            await Count(requests.Where(r => r.UpdatedAt >= today && r.ClosedAt >= today)));

        async Task<CappedCount> Owed(DueScope scope, DateTimeOffset from, DateTimeOffset to) => CappedCount.Of(await DueBoard.CountAsync(db, scope, actor, from, to, cancel));
        Task<CappedCount> Count(IQueryable<ServiceRequest> some) => CappedCount.OfAsync(some, cancel);
    }
}
