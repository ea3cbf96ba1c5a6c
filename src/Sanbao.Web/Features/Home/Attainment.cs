using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Promises;

namespace Sanbao.Web.Features.Home;

/// <summary>How well one promise was kept: per day (oldest first) and altogether. A day on which nothing was due has null.</summary>
public sealed record PromiseKept(PromiseCode Promise, int Due, int Kept, ImmutableArray<double?> Daily)
{
    public double Share => Due == 0 ? 0 : (double)Kept / Due;
}

/// <summary>
/// Attainment of the last 30 days, read once in five minutes for the whole company: it is a picture, not a settlement. What was
/// cancelled or stands paused counts neither way.
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
        var counts = new List<(int Day, PromiseCode Promise, int Due, int Kept)>();
        for (var day = 0; day < DaysBack; day++)
        {
            var (from, to) = (Days.Midnight(first.AddDays(day), company.Zone), Days.Midnight(first.AddDays(day + 1), company.Zone));
            var counted = await db.Deadlines.AsNoTracking()
                .Where(d => d.Due >= from && d.Due < to && d.Due < now && !d.OpenEnded && d.State != DeadlineState.Cancelled && d.State != DeadlineState.Paused)
                .GroupBy(d => d.Promise)
                .Select(p => new { p.Key, Due = p.Count(), Kept = p.Count(d => d.MetAt != null && d.MetAt <= d.Due) }).ToListAsync(cancel);
            counts.AddRange(counted.Select(c => (day, c.Key, c.Due, c.Kept)));
        }
        return [.. counts.GroupBy(c => c.Promise).OrderBy(p => p.Key).Select(p => new PromiseKept(p.Key, p.Sum(c => c.Due), p.Sum(c => c.Kept), Daily(p.ToDictionary(c => c.Day, c => (double)c.Kept / c.Due))))];
    }

    private static ImmutableArray<double?> Daily(Dictionary<int, double> shares) =>
        [.. Enumerable.Range(0, DaysBack).Select(d => shares.TryGetValue(d, out var share) ? share : (double?)null)];
}
