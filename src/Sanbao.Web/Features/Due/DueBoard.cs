using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Promises;
using Sanbao.Web.Features.Requests.Visits;

namespace Sanbao.Web.Features.Due;

/// <summary>Whose deadlines one looks at. One's own are those of what one has, and of what one goes to.</summary>
public enum DueScope { Mine, Unassigned, Company }

/// <summary>How near a deadline is, in the company's own day and week.</summary>
public enum DueGroup { Overdue, NextHours, Today, ThisWeek, Later }

/// <summary>One deadline that is owed, and what the head of its document says.</summary>
public sealed record DueItem(PromiseCode Promise, DateTimeOffset Due, HeadRow Of);

/// <summary>The nearest of a group, and how many there are.</summary>
public sealed record DueSection(DueGroup Group, Found<DueItem> Found);

/// <summary>What is due, read along the index of what is owed.</summary>
internal static class DueBoard
{
    private const int Shown = 30;
    private static readonly TimeSpan NextHours = TimeSpan.FromHours(2);
    private static readonly Keyset<Line> Nearest = Keyset<Line>.By(l => l.Deadline.OwedAt, l => l.Deadline.Id);

    public static async Task<ImmutableArray<DueSection>> ReadAsync(
        ServiceDb db, DueScope scope, Actor actor, DateTimeOffset now, TimeZoneInfo zone, CancellationToken cancel)
    {
        var sections = ImmutableArray.CreateBuilder<DueSection>();
        foreach (var (group, from, to) in Stretches(now, zone))
            if (from < to) sections.Add(new(group, await NearestAsync(Owed(db, scope, actor, from, to), cancel)));
        return sections.ToImmutable();
    }

    /// <summary>A page of what is owed in a group, the nearest first.</summary>
    /// <param name="group">Null: all of it.</param>
    public static Task<Found<DueItem>> PageAsync(
        ServiceDb db, DueScope scope, DueGroup? group, ListPlace place, Actor actor, DateTimeOffset now, TimeZoneInfo zone,
        CancellationToken cancel)
    {
        var (_, from, to) = group is null
            ? (default, DateTimeOffset.UnixEpoch, Instant.Never)
            : Stretches(now, zone).Single(s => s.Group == group);
        return FindAsync(Owed(db, scope, actor, from, to), place, cancel);
    }

    /// <summary>How many are owed in a stretch, capped; <paramref name="from"/> is inclusive, <paramref name="to"/> exclusive.</summary>
    public static Task<int> CountAsync(
        ServiceDb db, DueScope scope, Actor actor, DateTimeOffset from, DateTimeOffset to, CancellationToken cancel) =>
        Owed(db, scope, actor, from, to).Take(CappedCount.Most + 1).CountAsync(cancel);

    /// <summary>When they are due, the nearest first, no more than <see cref="CappedCount.Most"/>.</summary>
    public static Task<List<DateTimeOffset>> InstantsAsync(
        ServiceDb db, DueScope scope, Actor actor, DateTimeOffset from, DateTimeOffset to, CancellationToken cancel) =>
        Instants(db, scope, actor, from, to).ToListAsync(cancel);

    internal static IQueryable<DateTimeOffset> Instants(
        ServiceDb db, DueScope scope, Actor actor, DateTimeOffset from, DateTimeOffset to) =>
        Owed(db, scope, actor, from, to).Select(l => l.Deadline.OwedAt).OrderBy(at => at).Take(CappedCount.Most);

    /// <summary>The stretches one behind the other, each from (inclusive) to (exclusive); one may be empty.</summary>
    internal static IEnumerable<(DueGroup Group, DateTimeOffset From, DateTimeOffset To)> Stretches(DateTimeOffset now, TimeZoneInfo zone)
    {
        var hours = now + NextHours;
        var day = Later(Days.EndOfDay(now, zone), hours);
        var week = Later(Days.EndOfWeek(now, zone), day);
        yield return (DueGroup.Overdue, DateTimeOffset.UnixEpoch, now);
        yield return (DueGroup.NextHours, now, hours);
        yield return (DueGroup.Today, hours, day);
        yield return (DueGroup.ThisWeek, day, week);
        yield return (DueGroup.Later, week, Instant.Never);
    }

    /// <summary>Only a group that does not fit is counted.</summary>
    private static async Task<Found<DueItem>> NearestAsync(IQueryable<Line> owed, CancellationToken cancel)
    {
        var found = await FindAsync(owed, new(null, Shown, Counted: false), cancel);
        return found with { Count = found.Next is null ? CappedCount.Of(found.Items.Count) : await CappedCount.OfAsync(owed, cancel) };
    }

    private static Task<Found<DueItem>> FindAsync(IQueryable<Line> owed, ListPlace place, CancellationToken cancel) =>
        Nearest.FindAsync(owed, l => new DueItem(l.Deadline.Promise, l.Deadline.OwedAt, l.Document), place, cancel);

    private static IQueryable<Line> Owed(ServiceDb db, DueScope scope, Actor actor, DateTimeOffset from, DateTimeOffset to)
    {
        var heads = db.Heads.AsNoTracking().VisibleTo(actor);
        heads = scope switch
        {
            DueScope.Mine => OfMine(db, heads.Where(h => h.NextDue < to), actor),
            DueScope.Unassigned => heads.Where(h => h.AssigneeId == null && h.NextDue < to),
            DueScope.Company => heads,
        };
        return db.Deadlines.AsNoTracking().Where(d => d.OwedAt >= from && d.OwedAt < to)
            .Join(heads, d => d.OwnerId, h => h.Id, (d, h) => new Line { Deadline = d, Document = h });
    }

    /// <summary>What one has, and where one goes for somebody else.</summary>
    private static IQueryable<HeadRow> OfMine(ServiceDb db, IQueryable<HeadRow> heads, Actor actor)
    {
        var mine = heads.Where(h => h.AssigneeId == actor.Id).Select(h => h.Id).Union(db.ToGoTo(actor.Id));
        return heads.Where(h => mine.Contains(h.Id));
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private sealed class Line
    {
        public required DeadlineEntry Deadline { get; init; }
        public required HeadRow Document { get; init; }
    }
}
