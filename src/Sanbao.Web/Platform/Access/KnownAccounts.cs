using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Accounts;

namespace Sanbao.Web.Platform.Access;

/// <summary>
/// Who comes in, as read moments ago, so that a page costs no further query. A change made here counts at once; one made by another node
/// or by the command line after ten seconds at most.
/// </summary>
internal sealed class KnownAccounts(ServiceDatabase database, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);
    private readonly Recent<Guid, Account> accounts = new(time, Fresh);
    private readonly Recent<string, ApiToken> tokens = new(time, Fresh);

    /// <summary>To be read, not to be changed.</summary>
    public ValueTask<Account?> FindAsync(Guid id, CancellationToken cancel) => accounts.FindAsync(id, async () =>
    {
        await using var db = database.CreateDbContext();
        return await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, cancel);
    });

    /// <summary>By its secret; null: unknown or revoked.</summary>
    public ValueTask<ApiToken?> FindTokenAsync(string secret, CancellationToken cancel) => tokens.FindAsync(ApiToken.HashOf(secret), async () =>
    {
        await using var db = database.CreateDbContext();
        return await db.FindTokenAsync(secret, cancel);
    });

    public void Forget(Guid id) => accounts.Forget(id);
}
