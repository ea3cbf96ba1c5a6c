using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Accounts;

namespace Sanbao.Web.Platform.Access;

/// <summary>
/// Accounts as they were read moments ago, so that a page costs no further query. A change made here counts at once; one made by another
/// node or by the command line after ten seconds at most.
/// </summary>
internal sealed class KnownAccounts(ServiceDatabase database, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);
    private readonly ConcurrentDictionary<Guid, (Account? Account, DateTimeOffset Until)> known = new();

    /// <summary>To be read, not to be changed. Only ids from our own sealed cookies come here, so the list stays short.</summary>
    public async Task<Account?> FindAsync(Guid id, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        if (known.TryGetValue(id, out var found) && found.Until > now) return found.Account;
        await using var db = database.CreateDbContext();
        var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, cancel);
        known[id] = (account, now + Fresh);
        return account;
    }

    public void Forget(Guid id) => known.TryRemove(id, out _);
}
