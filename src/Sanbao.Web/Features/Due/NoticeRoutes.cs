using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Writing;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Promises;
using Sanbao.Domain.Requests;
using Sanbao.Web.Shell;

namespace Sanbao.Web.Features.Due;

/// <summary>One notice of the signed-in person.</summary>
/// <param name="Customer">Empty, as the description, when the request is no longer his to see.</param>
public sealed record NoticeItem(
    Guid Id, string Number, PromiseCode Promise, FiringLevel Level, DateTimeOffset Due, DateTimeOffset At, bool Read, string Customer, string Description);

/// <summary>The bell and its list: everybody sees his own only.</summary>
internal static class NoticeRoutes
{
    public const int MostCounted = 99;
    private const int Shown = 100, ShownText = 120;

    public static void Map(RouteGroupBuilder pages)
    {
        var notices = pages.MapGroup("/notices").RequirePermission(Permission.ReadRequests);
        notices.MapGet("", ListAsync);
        notices.MapGet("/bell", BellAsync);
        notices.MapPost("/read", ReadAllAsync);
        notices.MapPost("/{id:guid}/read", ReadAsync);
    }

    private static async Task<IResult> ListAsync(ServiceDb db, Actor actor, CancellationToken cancel)
    {
        var requests = db.Requests.AsNoTracking().VisibleTo(actor);
        var items = await Own(db, actor).OrderByDescending(n => n.Id).Take(Shown)
            .SelectMany(n => requests.Where(r => r.Id == n.RequestId).DefaultIfEmpty(), (n, r) => new { Notice = n, r!.CustomerName, r.Description })
            .OrderByDescending(l => l.Notice.Id)
            .Select(l => new NoticeItem(
                l.Notice.Id, l.Notice.RequestNumber, l.Notice.Promise, l.Notice.Level, l.Notice.Due, l.Notice.At, l.Notice.ReadAt != Instant.Never, l.CustomerName ?? "",
                l.Description == null ? "" : l.Description.Length > ShownText ? l.Description.Substring(0, ShownText) : l.Description))
            .ToListAsync(cancel);
        return View.Of<NoticesPage>(new { Items = items.ToImmutableArray() });
    }

    private static async Task<IResult> BellAsync(ServiceDb db, Actor actor, CancellationToken cancel) =>
        View.Of<BellMark>(new { Unread = await Own(db, actor).Where(n => n.ReadAt == Instant.Never).Take(MostCounted + 1).CountAsync(cancel) });

    /// <summary>Acknowledges one and goes to its request.</summary>
    private static async Task<IResult> ReadAsync(Guid id, Writer writer, Actor actor, TimeProvider time, CancellationToken cancel)
    {
        var number = await writer.RunAsync(
            async db =>
            {
                var notice = await db.Notices.Where(n => n.AccountId == actor.Id).FirstOrDefaultAsync(n => n.Id == id, cancel) ?? throw new NotFoundException();
                if (notice.ReadAt == Instant.Never) notice.ReadAt = time.Now();
                return notice.RequestNumber;
            },
            cancel);
        return Done.To($"/requests/{number}");
    }

    private static async Task<IResult> ReadAllAsync(Writer writer, Actor actor, TimeProvider time, CancellationToken cancel)
    {
        var now = time.Now();
        await writer.RunAsync(
            db => db.Notices.Where(n => n.AccountId == actor.Id && n.ReadAt == Instant.Never).ExecuteUpdateAsync(n => n.SetProperty(x => x.ReadAt, now), cancel),
            cancel);
        return Done.To("/notices", "notices.all-read");
    }

    private static IQueryable<Notice> Own(ServiceDb db, Actor actor) => db.Notices.AsNoTracking().Where(n => n.AccountId == actor.Id);
}
