using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Writing;
using Sanbao.Web.Shell;

namespace Sanbao.Web.Features.Due;

/// <summary>The bell and its list: everybody sees his own only.</summary>
internal static class NoticeRoutes
{
    public const string Place = "/notices";

    public static void Map(RouteGroupBuilder pages)
    {
        var notices = pages.MapGroup(Place).RequirePermission(Permission.ReadRequests);
        notices.MapGet("", ListAsync);
        notices.MapGet("/export", (HttpContext http, NoticeList list) => list.SendAsync(http));
        notices.MapGet("/bell", BellAsync);
        notices.MapPost("/read", ReadAllAsync);
        notices.MapPost("/{id:guid}/read", ReadAsync);
    }

    private static async Task<IResult> ListAsync(HttpContext http, NoticeList list, ServiceDb db, Actor actor) =>
        View.Of<NoticesPage>(new { List = await list.ShowAsync(http), Unread = await db.CountUnreadAsync(actor, http.RequestAborted) > 0 });

    private static async Task<IResult> BellAsync(ServiceDb db, Actor actor, CancellationToken cancel) =>
        View.Of<BellMark>(new { Unread = await db.CountUnreadAsync(actor, cancel) });

    /// <summary>Acknowledges one and goes to its document.</summary>
    private static async Task<IResult> ReadAsync(
        Guid id, Places places, Writer writer, Actor actor, TimeProvider time, CancellationToken cancel)
    {
        var place = await writer.RunAsync(
            async db =>
            {
                var notice = await db.Notices.Where(n => n.AccountId == actor.Id).FirstOrDefaultAsync(n => n.Id == id, cancel)
                    ?? throw new NotFoundException();
                if (notice.ReadAt == Instant.Never) notice.ReadAt = time.Now();
                return places.Of(notice.Kind, notice.Number, notice.DocumentId);
            },
            cancel);
        return Done.To(place);
    }

    private static async Task<IResult> ReadAllAsync(Writer writer, Actor actor, TimeProvider time, CancellationToken cancel)
    {
        var now = time.Now();
        await writer.RunAsync(db => db.Notices.Where(n => n.AccountId == actor.Id && n.ReadAt == Instant.Never)
            .ExecuteUpdateAsync(n => n.SetProperty(x => x.ReadAt, now), cancel), cancel);
        return Done.To(Place, "notices.all-read");
    }
}
