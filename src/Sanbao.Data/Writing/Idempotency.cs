using Microsoft.EntityFrameworkCore;
using Sanbao.Domain.Kernel;

namespace Sanbao.Data.Writing;

/// <summary>What a write answered: its HTTP status, and what is needed to answer again. Replayed: the first result of the same key.</summary>
public readonly record struct KeyedResult(int Status, string Result, bool Replayed);

/// <summary>Writes that a caller may repeat without doing them twice.</summary>
public sealed class Idempotency(ServiceDatabase database, Writer writer)
{
    public const string Field = "Idempotency-Key";

    /// <summary>
    /// Creates once for a key. The same key and body answers the first result again; with another body it is a field error at
    /// <see cref="Field"/>. The key is written in the transaction of the write.
    /// </summary>
    /// <param name="key">The caller's key with the caller's id before it.</param>
    /// <param name="bodyHash">SHA-256 of method, path and body, lower-case hexadecimal.</param>
    /// <param name="work">Gives status and result.</param>
    public Task<KeyedResult> CreateOnceAsync(
        string key, string bodyHash, DateTimeOffset now, Func<Creation, (int Status, string Result)> work, CancellationToken cancel = default) =>
        OnceAsync(key, bodyHash, () => writer.CreateAsync(creation => Keep(creation, key, bodyHash, now, work(creation)), cancel), cancel);

    /// <summary>The same for work on what is stored. The work saves nothing itself.</summary>
    public Task<KeyedResult> RunOnceAsync(
        string key, string bodyHash, DateTimeOffset now, Func<ServiceDb, Task<(int Status, string Result)>> work, CancellationToken cancel = default) =>
        OnceAsync(
            key, bodyHash,
            () => writer.RunAsync(
                async db =>
                {
                    var done = await work(db);
                    db.Add(new IdempotencyKey(key, bodyHash, done.Status, done.Result, now));
                    return done;
                },
                cancel),
            cancel);

    private async Task<KeyedResult> OnceAsync(string key, string bodyHash, Func<Task<(int Status, string Result)>> write, CancellationToken cancel)
    {
        if (await FindAsync(key, bodyHash, cancel) is { } first) return first;
        try
        {
            var (status, result) = await write();
            return new(status, result, Replayed: false);
        }
        // Sent twice at once: the later one meets the key, or before it what the first has done, and is not told off for that.
        catch (Exception why) when (why is KeyTakenException or RefusedException or FieldErrorsException)
        {
            if (await FindAsync(key, bodyHash, cancel) is { } done) return done;
            if (why is KeyTakenException) throw new BusyException();
            throw;
        }
    }

    private static (int, string) Keep(Creation creation, string key, string bodyHash, DateTimeOffset now, (int Status, string Result) done)
    {
        creation.Add(new IdempotencyKey(key, bodyHash, done.Status, done.Result, now));
        return done;
    }

    /// <summary>The first result under the key; null when it was never used. Look before preparing anything.</summary>
    public async Task<KeyedResult?> FindAsync(string key, string bodyHash, CancellationToken cancel = default)
    {
        await using var db = database.CreateDbContext();
        var known = await db.Set<IdempotencyKey>().AsNoTracking().SingleOrDefaultAsync(k => k.Key == key, cancel);
        if (known is null) return null;
        if (known.BodyHash != bodyHash) throw new FieldErrorsException([new(Field, "idempotency.other-body")]);
        return new(known.Status, known.Result, Replayed: true);
    }
}
