using System.Security.Cryptography;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Identity;
using Sanbao.Data.Accounts;
using Sanbao.Data.Writing;

namespace Sanbao.Web.Features.Accounts;

/// <summary>
/// How passwords are kept (ASP.NET Core Identity's hash), and proved. Hashing takes a tenth of a second of a processor by design: it has a
/// short queue of its own and half of the processors, so that pages do not wait for those who try passwords. Done outside the writer.
/// </summary>
internal sealed class Passwords(IPasswordHasher<Account> hasher) : IDisposable
{
    /// <summary>So many wait for their turn, a few seconds at most; whoever comes then is told to come again.</summary>
    public const int Waiting = 32;

    private static readonly Account Nobody = new();

    // Without a look-alike of O, 0, I, l, 1: it is read aloud and typed.
    private const string Letters = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    /// <summary>So many are hashed at the same time.</summary>
    public static readonly int AtOnce = Math.Max(1, Environment.ProcessorCount / 2);

    private readonly ConcurrencyLimiter turns = new(new() { PermitLimit = AtOnce, QueueLimit = Waiting });
    private readonly Lazy<string> decoy = new(() => hasher.HashPassword(Nobody, "nobody's"));

    /// <exception cref="BusyException">Too many are waiting.</exception>
    public Task<string> HashAsync(string password, CancellationToken cancel = default) =>
        InTurnAsync(() => hasher.HashPassword(Nobody, password), cancel);

    /// <summary>Takes as long for an account that is not there as for one that is, so that nobody finds out logins by the clock.</summary>
    /// <exception cref="BusyException">Too many are waiting.</exception>
    public async Task<bool> FitsAsync(Account? account, string password, CancellationToken cancel = default)
    {
        var hash = account?.PasswordHash;
        var proved = await InTurnAsync(() => hasher.VerifyHashedPassword(Nobody, hash ?? decoy.Value, password), cancel);
        return hash is not null && proved is not PasswordVerificationResult.Failed;
    }

    /// <summary>To be handed over once and changed at the first sign-in.</summary>
    public static string New() => RandomNumberGenerator.GetString(Letters, 12);

    public static string NewStamp() => RandomNumberGenerator.GetHexString(32);

    public void Dispose() => turns.Dispose();

    private async Task<T> InTurnAsync<T>(Func<T> work, CancellationToken cancel)
    {
        using var turn = await turns.AcquireAsync(cancellationToken: cancel);
        return turn.IsAcquired ? await Task.Run(work, cancel) : throw new BusyException();
    }
}
