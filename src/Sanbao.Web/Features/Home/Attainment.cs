using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Promises;

namespace Sanbao.Web.Features.Home;

/// <summary>
/// How well one promise was kept: per day (oldest first) and altogether. A day on which nothing was due has null. What became pointless
/// before it was due counts neither way and stands apart with its reason.
/// </summary>
public sealed record PromiseKept(PromiseCode Promise, int Due, int Kept, ImmutableArray<double?> Daily,
    ImmutableArray<EndedOtherwise> Ended)
{
    public double Share => Due == 0 ? 0 : (double)Kept / Due;
}

/// <summary>So many promises became pointless by this, or by a closing that ended so; without either what was told is not known.</summary>
public readonly record struct EndedOtherwise(EventKind? By, RequestOutcome? As, int Count);

/// <summary>
/// Attainment of the last 30 days, read once in five minutes for the whole company: it is a picture, not a settlement. What
/// stands paused counts neither way; what was overdue when its request closed is missed.
/// </summary>
internal sealed class Attainment(ServiceDatabase database, TimeProvider time, Company company) : IDisposable
{
    public const int DaysBack = 30;
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);
    private readonly SemaphoreSlim reading = new(1);
    private (DateTimeOffset At, ImmutableArray<PromiseKept> Kept) last = (DateTimeOffset.MinValue, []);

    public async Task<ImmutableArray<PromiseKept>> ReadAsync(CancellationToken cancel)
    {
        await reading.WaitAsync(cancel);
        try
        {
            var now = time.Now();
            // A company that just begins does not wait five minutes for its first figures.
            if (now - last.At >= Fresh || now < last.At || last.Kept.IsEmpty) last = (now, await CountAsync(now, cancel));
            return last.Kept;
        }
        finally
        {
            reading.Release();
        }
    }

    public void Dispose() => reading.Dispose();

    /// <summary>The database counts, a day at a time along the index of what was due; nothing is read but the counts.</summary>
    private async Task<ImmutableArray<PromiseKept>> CountAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var first = Days.LocalDay(now, company.Zone).AddDays(1 - DaysBack);
        await using var db = database.CreateDbContext();
        var (counts, ended) = (new List<Counted>(), new List<(PromiseCode Promise, EndedOtherwise Otherwise)>());
        for (var day = 0; day < DaysBack; day++)
        {
            var (from, to) = (Days.Midnight(first.AddDays(day), company.Zone), Days.Midnight(first.AddDays(day + 1), company.Zone));
            var due = db.Deadlines.AsNoTracking().Where(d =>
                d.Due >= from && d.Due < to && d.Due < now && !d.OpenEnded && d.State != DeadlineState.Paused);
            var counted = await due.GroupBy(d => new { d.Promise, d.State, d.CancelledBy, d.EndedAs })
                .Select(g => new
                {
                    g.Key.Promise, g.Key.State, g.Key.CancelledBy, g.Key.EndedAs, Count = g.Count(),
                    Kept = g.Count(d => d.MetAt != null && d.MetAt <= d.Due)
                })
                .ToListAsync(cancel);
            counts.AddRange(counted.Where(c => c.State is not DeadlineState.Cancelled)
                .Select(c => new Counted(day, c.Promise, c.Count, c.Kept)));
            ended.AddRange(counted.Where(c => c.State is DeadlineState.Cancelled)
                .Select(c => (c.Promise, new EndedOtherwise(c.CancelledBy, c.EndedAs, c.Count))));
        }
        var byPromise = counts.ToLookup(c => c.Promise);
        var otherwise = ended.ToLookup(e => e.Promise, e => e.Otherwise);
        return [.. byPromise.Select(p => p.Key).Union(otherwise.Select(e => e.Key)).Order()
            .Select(p => Of(p, [.. byPromise[p]], otherwise[p]))];
    }

    private readonly record struct Counted(int Day, PromiseCode Promise, int Due, int Kept);

    private static PromiseKept Of(PromiseCode promise, Counted[] counts, IEnumerable<EndedOtherwise> ended) => new(
        promise, counts.Sum(c => c.Due), counts.Sum(c => c.Kept),
        Daily(counts.GroupBy(c => c.Day).ToDictionary(d => d.Key, d => (double)d.Sum(c => c.Kept) / d.Sum(c => c.Due))),
        [.. ended.GroupBy(e => (e.By, e.As)).Select(g => new EndedOtherwise(g.Key.By, g.Key.As, g.Sum(e => e.Count)))
            .OrderByDescending(e => e.Count)]);

    private static ImmutableArray<double?> Daily(Dictionary<int, double> shares) =>
        [.. Enumerable.Range(0, DaysBack).Select(d => shares.TryGetValue(d, out var share) ? share : (double?)null)];
}
