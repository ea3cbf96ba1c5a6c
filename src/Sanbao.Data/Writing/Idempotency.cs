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
    public async Task<KeyedResult> CreateOnceAsync(
        string key, string bodyHash, DateTimeOffset now, Func<Creation, (int Status, string Result)> work, CancellationToken cancel = default)
    {
        if (await FindAsync(key, bodyHash, cancel) is { } first) return first;
        try
        {
            var (status, result) = await writer.CreateAsync(creation => Keep(creation, key, bodyHash, now, work(creation)), cancel);
            return new(status, result, Replayed: false);
        }
        catch (KeyTakenException)
        {
            return await FindAsync(key, bodyHash, cancel) ?? throw new BusyException();
        }
    }

    /// <summary>The same for work on what is stored. The work saves nothing itself.</summary>
    public async Task<KeyedResult> RunOnceAsync(
        string key, string bodyHash, DateTimeOffset now, Func<ServiceDb, Task<(int Status, string Result)>> work, CancellationToken cancel = default)
    {
        if (await FindAsync(key, bodyHash, cancel) is { } first) return first;
        try
        {
            var (status, result) = await writer.RunAsync(
                async db =>
                {
                    var done = await work(db);
                    db.Add(new IdempotencyKey(key, bodyHash, done.Status, done.Result, now));
                    return done;
                },
                cancel);
            return new(status, result, Replayed: false);
        }
        catch (KeyTakenException)
        {
            return await FindAsync(key, bodyHash, cancel) ?? throw new BusyException();
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
