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
    private const int MostRead = 100_000;
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);
    private readonly SemaphoreSlim reading = new(1);
    private (DateTimeOffset At, ImmutableArray<PromiseKept> Kept) last = (DateTimeOffset.MinValue, []);

    public async Task<ImmutableArray<PromiseKept>> ReadAsync(CancellationToken cancel)
    {
        await reading.WaitAsync(cancel);
        try
        {
            var now = time.Now();
            if (now - last.At >= Fresh || now < last.At) last = (now, await CountAsync(now, cancel));
            return last.Kept;
        }
        finally
        {
            reading.Release();
        }
    }

    public void Dispose() => reading.Dispose();

    private async Task<ImmutableArray<PromiseKept>> CountAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var first = Days.LocalDay(now, company.Zone).AddDays(1 - DaysBack);
        var from = Days.Midnight(first, company.Zone);
        await using var db = database.CreateDbContext();
        var lines = await db.Deadlines.AsNoTracking()
            .Where(d => d.Due >= from && d.Due < now && !d.OpenEnded && d.State != DeadlineState.Cancelled && d.State != DeadlineState.Paused)
            .OrderByDescending(d => d.Due).Take(MostRead).Select(d => new { d.Promise, d.Due, Kept = d.MetAt != null && d.MetAt <= d.Due }).ToListAsync(cancel);
        return
        [
            .. lines.GroupBy(l => l.Promise).OrderBy(p => p.Key).Select(p => new PromiseKept(
                p.Key, p.Count(), p.Count(l => l.Kept),
                Daily(p.Select(l => (Days.LocalDay(l.Due, company.Zone).DayNumber - first.DayNumber, l.Kept))))),
        ];
    }

    private static ImmutableArray<double?> Daily(IEnumerable<(int Day, bool Kept)> lines)
    {
        var days = lines.ToLookup(l => l.Day, l => l.Kept);
        return [.. Enumerable.Range(0, DaysBack).Select(d => days[d].Any() ? (double?)days[d].Count(k => k) / days[d].Count() : null)];
    }
}
