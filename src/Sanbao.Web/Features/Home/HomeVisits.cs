using System.Collections.Immutable;
using Sanbao.Data;
using Sanbao.Web.Features.Requests.Visits;

namespace Sanbao.Web.Features.Home;

/// <summary>The visits of a start page.</summary>
/// <param name="Left">Of days before, not made yet.</param>
/// <param name="Today">Also those that are done, so that one sees what is behind.</param>
/// <param name="Ahead">The next ones from tomorrow on.</param>
public sealed record HomeVisits(ImmutableArray<VisitItem> Left, ImmutableArray<VisitItem> Today, ImmutableArray<VisitItem> Ahead)
{
    private const int ShownAhead = 5, ShownLeft = 5, DaysAhead = 30;

    /// <param name="of">Whose; null: everybody's.</param>
    internal static async Task<HomeVisits> ReadAsync(
        ServiceDb db, Actor actor, Guid? of, DateTimeOffset now, TimeZoneInfo zone, CancellationToken cancel)
    {
        var (today, tomorrow) = (Days.StartOfDay(now, zone), Days.EndOfDay(now, zone));
        return new(
            [.. (await db.VisitsLeftAsync(actor, today, of, cancel)).TakeLast(ShownLeft)],
            [.. await db.VisitsAsync(actor, today, tomorrow, of, cancel)],
            [.. await db.VisitsAsync(actor, tomorrow, tomorrow.AddDays(DaysAhead), of, cancel, ShownAhead)]);
    }

    public bool None => Left.IsEmpty && Today.IsEmpty && Ahead.IsEmpty;
}
