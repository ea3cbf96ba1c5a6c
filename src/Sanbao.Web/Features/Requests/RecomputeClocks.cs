using Microsoft.EntityFrameworkCore;
using Quartz;
using Sanbao.Data;
using Sanbao.Data.Writing;
using Sanbao.Domain.Requests;
using Sanbao.Web.Platform.Store;

namespace Sanbao.Web.Features.Requests;

/// <summary>
/// The duty: after the company declared days off or worked, the deadlines of open requests are computed again from their events, as if it
/// had always been so (E2). Any node may do it, and twice does no harm: the same events give the same deadlines.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class RecomputeClocks(ServiceDatabase database, Writer writer, CharterShelf charters, TimeProvider time,
    ILogger<RecomputeClocks> log) : IJob
{
    public const string Cron = "10/20 * * * * ?";
    // A unit of writing holds the one writer of SQLite: a few requests at a time.
    private const int Batch = 20;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        try
        {
            await RunAsync(cancellationToken);
        }
        catch (Exception why) when (why is System.Data.Common.DbException or BusyException or DbUpdateException)
        {
            // The mark still stands: the next ring begins again.
            log.LogWarning(why, "Deadlines could not be computed again for the moment");
        }
    }

    /// <summary>Gives the number of requests computed again.</summary>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        if (await ChangesAsync(cancel) is not { } changes) return 0;
        await charters.ReadAsync(cancel);
        var done = 0;
        for (var last = Guid.Empty; ;)
        {
            var ids = await NextAsync(last, cancel);
            if (ids.Count == 0) break;
            await writer.RunAsync(db => RecomputeAsync(db, ids, cancel), cancel);
            (last, done) = (ids[^1], done + ids.Count);
        }
        await writer.RunAsync(async db => (await db.Settings.SingleAsync(cancel)).DaysApplied = changes, cancel);
        return done;
    }

    /// <summary>How many changes there were, where some were not applied yet.</summary>
    private async Task<long?> ChangesAsync(CancellationToken cancel)
    {
        await using var db = database.CreateDbContext();
        return await db.Settings.AsNoTracking().Where(s => s.DaysApplied < s.DaysChanged).Select(s => (long?)s.DaysChanged)
            .SingleOrDefaultAsync(cancel);
    }

    private async Task<List<Guid>> NextAsync(Guid after, CancellationToken cancel)
    {
        await using var db = database.CreateDbContext();
        return await db.Requests.AsNoTracking().Where(r => r.Status == RequestStatus.Open && r.CharterCode != "" && r.Id > after)
            .OrderBy(r => r.Id).Select(r => r.Id).Take(Batch).ToListAsync(cancel);
    }

    private async Task RecomputeAsync(ServiceDb db, List<Guid> ids, CancellationToken cancel)
    {
        foreach (var id in ids)
            if (await db.FindRequestAsync(id, Actor.System, cancel) is { Status: RequestStatus.Open } request)
                request.FollowCalendar(charters.Find(request.CharterCode, request.CharterVersion), Actor.System, time.Now());
    }
}
