using System.Collections.Concurrent;

namespace Sanbao.Web.Platform.Caching;

/// <summary>
/// What was read moments ago and is asked at every request, so that it costs no query each time. What changed elsewhere meanwhile is seen
/// when <paramref name="fresh"/> is over; what is not there is asked again each time, so that strangers cannot fill the memory.
/// </summary>
internal sealed class Recent<TKey, TValue>(TimeProvider time, TimeSpan fresh) where TKey : notnull where TValue : class
{
    private readonly ConcurrentDictionary<TKey, (TValue Value, long At)> known = new();

    public async ValueTask<TValue?> FindAsync(TKey key, Func<Task<TValue?>> read)
    {
        if (known.TryGetValue(key, out var found) && time.GetElapsedTime(found.At) < fresh) return found.Value;
        var at = time.GetTimestamp();
        if (await read() is { } value)
        {
            known[key] = (value, at);
            return value;
        }
        Forget(key);
        return null;
    }

    public void Forget(TKey key) => known.TryRemove(key, out _);
}
