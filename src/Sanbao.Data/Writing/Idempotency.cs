using Microsoft.EntityFrameworkCore;
using Sanbao.Domain.Kernel;

namespace Sanbao.Data.Writing;

/// <summary>
/// Writes that a caller may repeat without doing them twice. The same key and body answers the first result again; with another body it is
/// a field error at <see cref="Field"/>. The key is written in the transaction of the write. Without a key every call is a write of its
/// own.
/// </summary>
public sealed class Idempotency(ServiceDatabase database, Writer writer)
{
    public const string Field = "Idempotency-Key";

    /// <summary>Makes new documents through the group commit.</summary>
    /// <param name="known">What there is already under another mark than the key, e.g. a reference: it is the answer, too.</param>
    /// <param name="prepare">Reads and decides, and gives what is to be written. Not asked when the key is known: what was possible then
    /// need not be so any more.</param>
    public Task<KeyedResult> CreateOnceAsync(
        WriteKey? key, DateTimeOffset now, Func<Task<KeyedResult?>> known, Func<Task<Func<Creation, KeyedResult>>> prepare,
        CancellationToken cancel = default) =>
        OnceAsync(async () => await FindAsync(key, cancel) ?? await known(), async () =>
        {
            var unit = await prepare();
            return await writer.CreateAsync(creation =>
            {
                var done = unit(creation);
                if (key is not null) creation.Add(new IdempotencyKey(key, done, now));
                return done;
            }, cancel);
        });

    /// <summary>The same for work on what is stored. The work need not save.</summary>
    public Task<KeyedResult> RunOnceAsync(
        WriteKey? key, DateTimeOffset now, Func<Task<Func<ServiceDb, Task<KeyedResult>>>> prepare, CancellationToken cancel = default) =>
        OnceAsync(() => FindAsync(key, cancel), async () =>
        {
            var unit = await prepare();
            return await writer.RunAsync(async db =>
            {
                var done = await unit(db);
                if (key is not null) db.Add(new IdempotencyKey(key, done, now));
                return done;
            }, cancel);
        });

    /// <summary>The same where nothing is to be read beforehand.</summary>
    public Task<KeyedResult> RunOnceAsync(WriteKey? key, DateTimeOffset now, Func<ServiceDb, Task<KeyedResult>> work,
        CancellationToken cancel = default) =>
        RunOnceAsync(key, now, () => Task.FromResult(work), cancel);

    private static async Task<KeyedResult> OnceAsync(Func<Task<KeyedResult?>> find, Func<Task<KeyedResult>> write)
    {
        if (await find() is { } first) return first;
        try
        {
            return await write();
        }
        // Sent twice at once: the later one meets the key or mark, or before it what the first has done, and is not told off for that.
        catch (Exception why) when (why is KeyTakenException or RefusedException or FieldErrorsException)
        {
            if (await find() is { } done) return done;
            if (why is KeyTakenException) throw new BusyException();
            throw;
        }
    }

    private async Task<KeyedResult?> FindAsync(WriteKey? key, CancellationToken cancel)
    {
        if (key is null) return null;
        await using var db = database.CreateDbContext();
        var known = await db.Set<IdempotencyKey>().AsNoTracking().SingleOrDefaultAsync(k => k.Key == key.Key, cancel);
        if (known is null) return null;
        if (known.BodyHash != key.BodyHash) throw new FieldErrorsException([new(Field, "idempotency.other-body")]);
        return new(known.Status, known.Result, known.Location, Replayed: true);
    }
}
