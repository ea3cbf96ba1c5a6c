using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace Sanbao.Data.State;

/// <summary>
/// Proves that every row is what the last save of it left, that no line was changed, exchanged, left out or put in, and that every
/// document, line and head has its fellows. Knows no kind: what the model maps is looked at.
/// </summary>
public sealed class RecordVerifier(ServiceDb db)
{
    /// <summary>So many documents are held at a time.</summary>
    private const int Most = 2000;

    private readonly StateMap map = new(db.Model);

    /// <param name="looked">Hears how many documents were looked at.</param>
    public async IAsyncEnumerable<RecordFault> FaultsAsync(
        Action<long>? looked = null, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        await db.Database.OpenConnectionAsync(cancel);
        var count = 0L;
        await foreach (var stretch in StretchesAsync(cancel))
        {
            var held = await HeldRecords.ReadAsync(db, map, stretch, cancel);
            foreach (var id in held.Ids)
                foreach (var fault in held.FaultsOf(id)) yield return fault;
            looked?.Invoke(count += held.Ids.Count);
        }
        await foreach (var fault in CountsAsync(cancel)) yield return fault;
        await db.Database.CloseConnectionAsync();
    }

    /// <summary>All ids there can be, cut where the heads are many.</summary>
    private async IAsyncEnumerable<Stretch> StretchesAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        for (Guid? after = null; ;)
        {
            var from = after ?? Guid.Empty;
            var last = await db.Heads.Where(h => h.Id.CompareTo(from) > 0).OrderBy(h => h.Id).Skip(Most - 1)
                .Select(h => (Guid?)h.Id).FirstOrDefaultAsync(cancel);
            yield return new(after, last);
            if (last is not { } next) yield break;
            after = next;
        }
    }

    /// <summary>As many documents of a kind as were ever counted: what is missing at the end leaves no gap.</summary>
    private async IAsyncEnumerable<RecordFault> CountsAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var documents in map.Documents)
        {
            var kind = map.KindOf(documents);
            var name = Counter.OfSeq(kind);
            var counted = await db.Counters.AsNoTracking().Where(c => c.Name == name).Select(c => c.Value).SingleOrDefaultAsync(cancel);
            var there = await db.Documents(kind).LongCountAsync(cancel);
            if (there != counted) yield return new("count-differs", kind, "", "", $"{there} / {counted}");
        }
    }
}
