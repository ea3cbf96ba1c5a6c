using Microsoft.EntityFrameworkCore;

namespace Sanbao.Web.Platform;

/// <summary>How many there are, as far as it is worth counting: an exact count of a long list costs many times the list itself.</summary>
public sealed record CappedCount(int Value, bool Capped)
{
    private const int Most = 1000;

    public static async Task<CappedCount> OfAsync<T>(IQueryable<T> all, CancellationToken cancel)
    {
        var found = await all.Take(Most + 1).CountAsync(cancel);
        return new(Math.Min(found, Most), found > Most);
    }
}
