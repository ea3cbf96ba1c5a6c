using Microsoft.EntityFrameworkCore;

namespace Sanbao.Data.Accounts;

public static class TokenQueries
{
    /// <summary>The token of a secret, if it was not revoked. One look-up by hash.</summary>
    public static Task<ApiToken?> FindTokenAsync(this ServiceDb db, string secret, CancellationToken cancel = default)
    {
        var hash = ApiToken.HashOf(secret);
        return db.ApiTokens.AsNoTracking().SingleOrDefaultAsync(t => t.Hash == hash && t.RevokedAt == null, cancel);
    }
}
