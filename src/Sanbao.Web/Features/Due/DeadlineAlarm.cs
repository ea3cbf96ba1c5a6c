using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Writing;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Promises;

namespace Sanbao.Web.Features.Due;

/// <summary>
/// Lets deadlines speak: firing, journal line and notices in one transaction (docs/decisions/0003). Any number of nodes
/// may run it at any time; claims keep them apart, and the unique firing row decides should two ever meet.
/// </summary>
internal sealed class DeadlineAlarm(ServiceDatabase database, Writer writer, TimeProvider time)
{
    private const int Batch = 50;

    /// <summary>Everything whose moment has come; gives the number of firings written here.</summary>
    public async Task<int> FireAsync(CancellationToken cancel)
    {
        var total = 0;
        while (await AnyAsync(cancel))
        {
            var (claimed, fired) = await writer.RunAsync(db => FireBatchAsync(db, cancel), cancel);
            total += fired;
            // The rest is in another node's hands.
            if (claimed == 0) break;
        }
        return total;
    }

    private async Task<bool> AnyAsync(CancellationToken cancel)
    {
        await using var db = database.CreateDbContext();
        return await db.AnyAlarmAsync(time.Now(), cancel);
    }

    private async Task<(int Claimed, int Fired)> FireBatchAsync(ServiceDb db, CancellationToken cancel)
    {
        var now = time.Now();
        var claimed = await db.ClaimAlarmsAsync(now, Batch, cancel);
        if (claimed.Count == 0) return (0, 0);
        var spoken = await SpokenAsync(db, claimed, cancel);
        var recipients = await AlarmRecipients.ReadAsync(db, cancel);
        var fired = 0;
        foreach (var owner in await OwnersAsync(db, claimed, cancel))
        {
            var promises = (IPromises)owner;
            promises.Deadlines.Load(claimed.Where(d => d.OwnerId == owner.Id));
            foreach (var firing in promises.Fire(spoken, Actor.System, now))
            {
                Tell(db, owner, claimed.First(d => d.Id == firing.DeadlineId).Promise, firing, recipients.Of(owner.Headline));
                fired++;
            }
        }
        return (claimed.Count, fired);
    }

    private static Task<List<Firing>> SpokenAsync(ServiceDb db, List<DeadlineEntry> claimed, CancellationToken cancel)
    {
        var ids = claimed.ConvertAll(d => d.Id);
        return db.Firings.AsNoTracking().Where(f => ids.Contains(f.DeadlineId)).ToListAsync(cancel);
    }

    /// <summary>Whose deadlines ring, of whichever kind, always in one order.</summary>
    private static async Task<List<Document>> OwnersAsync(ServiceDb db, List<DeadlineEntry> claimed, CancellationToken cancel)
    {
        var owners = new List<Document>();
        foreach (var kind in claimed.GroupBy(d => d.OwnerKind).OrderBy(k => k.Key, StringComparer.Ordinal))
        {
            var ids = kind.Select(d => d.OwnerId).Distinct().ToList();
            owners.AddRange(await db.Documents(kind.Key).Where(o => ids.Contains(o.Id)).OrderBy(o => o.Id).ToListAsync(cancel));
        }
        return owners;
    }

    private static void Tell(ServiceDb db, Document owner, PromiseCode promise, Firing firing, IReadOnlyList<Guid> recipients)
    {
        db.Add(firing);
        foreach (var account in recipients) db.Add(new Notice(owner, account, firing, promise));
    }
}
