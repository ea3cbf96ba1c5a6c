using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Quartz;
using Sanbao.Data;
using Sanbao.Data.Writing;
using Sanbao.Domain.Customers;

namespace Sanbao.Web.Features.Customers.Merging;

/// <summary>
/// The duty: what was prepared for a customer just before it was merged, and written just after, follows it. A write of a new document
/// reads nothing, so it cannot notice by itself. Any node may do it, and twice does no harm.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class FollowMerges(ServiceDatabase database, Writer writer, TimeProvider time, ILogger<FollowMerges> log) : IJob
{
    public const string Cron = "35 * * * * ?";
    // Nothing waits longer between being prepared and being written.
    private static readonly TimeSpan Recent = TimeSpan.FromHours(1);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        try
        {
            await RunAsync(cancellationToken);
        }
        catch (Exception why) when (why is DbException or BusyException or DbUpdateException)
        {
            // Nothing is lost: it still belongs to the merged record at the next ring.
            log.LogWarning(why, "What belongs to merged customers could not follow for the moment");
        }
    }

    /// <summary>Gives the number of merged customers behind whom something was left.</summary>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var left = await LeftAsync(cancel);
        foreach (var (from, into) in left) await writer.RunAsync(db => FollowAsync(db, from, into, cancel), cancel);
        return left.Count;
    }

    private async Task<Moved> FollowAsync(ServiceDb db, Guid from, Guid into, CancellationToken cancel)
    {
        var two = await db.Customers.AsNoTracking().Where(c => c.Id == from || c.Id == into).ToDictionaryAsync(c => c.Id, cancel);
        return await db.MoveAsync(two[from], two[into], Actor.System, time.Now(), cancel);
    }

    private async Task<List<(Guid From, Guid Into)>> LeftAsync(CancellationToken cancel)
    {
        var since = time.Now() - Recent;
        await using var db = database.CreateDbContext();
        var found = await db.Customers.AsNoTracking().Where(c => c.MergedIntoId != null && c.MergedAt > since)
            .Where(c => db.Requests.Any(r => r.CustomerId == c.Id) || db.Equipment.Any(u => u.CustomerId == c.Id)
                || db.Contracts.Any(x => x.CustomerId == c.Id))
            .Select(c => new { c.Id, c.MergedIntoId }).ToListAsync(cancel);
        return found.ConvertAll(c => (c.Id, c.MergedIntoId.GetValueOrDefault()));
    }
}
