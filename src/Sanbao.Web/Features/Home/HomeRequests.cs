using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Domain.Requests;

namespace Sanbao.Web.Features.Home;

/// <summary>A request on a start page.</summary>
/// <param name="NextDue">Null: nothing of it is due by a clock.</param>
public sealed record HomeRequest(
    string Number, string Customer, string Model, string Description, DateTimeOffset ReportedAt, DateTimeOffset? NextDue, bool Waiting);

/// <summary>The open requests that a start page shows: what is due first, then what is without a clock, each along its index.</summary>
internal static class HomeRequests
{
    private const int Shown = 8, ShownText = 80;

    public static async Task<ImmutableArray<HomeRequest>> OfAsync(ServiceDb db, HomePart part, Actor actor, CancellationToken cancel)
    {
        var open = db.Requests.AsNoTracking().VisibleTo(actor).Where(r => r.Status == RequestStatus.Open);
        var some = part switch
        {
            HomePart.MyRequests => open.Where(r => r.AssigneeId == actor.Id),
            HomePart.Unanswered => open.Where(r => r.RepliedAt == null),
            HomePart.Unassigned => open.Where(r => r.AssigneeId == null),
            HomePart.Open => open,
            HomePart.MyVisits or HomePart.Visits or HomePart.Due or HomePart.Kept =>
                throw new ArgumentOutOfRangeException(nameof(part), part, "It shows no requests."),
        };
        var found = await some.OrderBy(r => r.NextDue).ThenBy(r => r.Seq).Take(Shown)
            .Select(r => new
            {
                r.Number, r.CustomerName, Model = r.Model != "" ? r.Model : r.ProductText, r.ReportedAt, r.NextDue, r.PausedBy,
                Text = r.Description.Length > ShownText ? r.Description.Substring(0, ShownText) : r.Description,
            }).ToListAsync(cancel);
        return
        [
            .. found.Select(r => new HomeRequest(
                r.Number, r.CustomerName, r.Model, r.Text, r.ReportedAt,
                r.NextDue == Instant.Never ? null : r.NextDue, Waiting: !r.PausedBy.IsEmpty)),
        ];
    }
}
