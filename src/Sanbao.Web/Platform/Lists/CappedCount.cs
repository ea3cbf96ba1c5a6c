using Microsoft.EntityFrameworkCore;

namespace Sanbao.Web.Platform.Lists;

/// <summary>How many there are, as far as it is worth counting: an exact count of a long list costs many times the list itself.</summary>
public sealed record CappedCount(int Value, bool Capped)
{
    public const int Most = 1000;

    public static async Task<CappedCount> OfAsync<T>(IQueryable<T> all, CancellationToken cancel) =>
        Of(await all.Take(Most + 1).CountAsync(cancel));

    public static CappedCount Of(int found) => new(Math.Min(found, Most), found > Most);

    /// <summary>12, 1,000+.</summary>
    public override string ToString() => Value.ToString("#,##0", System.Globalization.CultureInfo.InvariantCulture) + (Capped ? "+" : "");
}
