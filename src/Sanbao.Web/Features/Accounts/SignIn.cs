using System.Threading.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Accounts;
using Sanbao.Data.Writing;

namespace Sanbao.Web.Features.Accounts;

/// <summary>
/// Login and password to account. Tries for one login come one after another: many guesses at once count as many, and people who sign in
/// rightly at once do not lock each other out. Nothing is written: strangers keep no writer busy.
/// </summary>
internal sealed class SignIn(ServiceDatabase database, Passwords passwords, WrongTries tries, TimeProvider time)
{
    /// <summary>Too many wrong passwords: nothing is tried for a while.</summary>
    public const string Closed = "sign-in.locked";

    private readonly PartitionedRateLimiter<string> turns = PartitionedRateLimiter.Create<string, string>(
        login => RateLimitPartition.GetConcurrencyLimiter(login, _ => new() { PermitLimit = 1, QueueLimit = Passwords.Waiting }));

    /// <summary>
    /// The account, or why not. A wrong login, a wrong password and a disabled account sound the same, however often they are tried.
    /// </summary>
    /// <param name="address">From where it is tried (<see cref="WrongTries.AddressOf"/>).</param>
    /// <exception cref="BusyException">More are waiting than will be served soon.</exception>
    public async Task<(Account? Account, Phrase? WhyNot)> Run(string login, string password, string address, CancellationToken cancel)
    {
        var name = AccountQueries.Normalized(login);
        if (WhyClosed(name, address) is { } before) return (null, before);
        using var turn = await turns.AcquireAsync(name, cancellationToken: cancel);
        if (!turn.IsAcquired) throw new BusyException();
        if (WhyClosed(name, address) is { } meanwhile) return (null, meanwhile);
        var account = await FindAsync(name, cancel);
        if (await passwords.FitsAsync(account is { Disabled: false } ? account : null, password, cancel))
        {
            tries.Forgive(name, address);
            return (account, null);
        }
        tries.Add(name, address);
        return (null, WhyClosed(name, address) ?? Phrase.Of("sign-in.wrong"));
    }

    private async Task<Account?> FindAsync(string name, CancellationToken cancel)
    {
        await using var db = database.CreateDbContext();
        return await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.NormalizedUserName == name, cancel);
    }

    private Phrase? WhyClosed(string name, string address) =>
        tries.ClosedUntil(name, address) is { } until ? WhyClosed(until, time.GetUtcNow()) : null;

    public static Phrase WhyClosed(DateTimeOffset until, DateTimeOffset now) =>
        Phrase.Of(Closed, (int)Math.Ceiling((until - now).TotalMinutes));
}
