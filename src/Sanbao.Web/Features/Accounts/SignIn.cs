using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Accounts;
using Sanbao.Data.Writing;

namespace Sanbao.Web.Features.Accounts;

/// <summary>
/// Login and password to account. Five wrong passwords in a row lock the account for a quarter of an hour; each of them is written down
/// before it is answered, so that many tries at once count as many.
/// </summary>
internal sealed class SignIn(ServiceDatabase database, Writer writer, Passwords passwords)
{
    public const int Tries = 5;
    public static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);

    /// <summary>The account, or why not. A wrong login, a wrong password and a disabled account sound the same.</summary>
    public async Task<(Account? Account, Phrase? WhyNot)> Run(string login, string password, DateTimeOffset now, CancellationToken cancel)
    {
        var id = await FindAsync(login, cancel);
        var (account, open) = id is null ? (null, false) : await CountTryAsync(id.Value, now, cancel);
        if (account is null or { Disabled: true })
        {
            passwords.Fits(null, password);
            return (null, Phrase.Of("sign-in.wrong"));
        }
        if (!open) return (null, Locked(account, now));
        if (!passwords.Fits(account, password)) return (null, account.LockoutEnd > now ? Locked(account, now) : Phrase.Of("sign-in.wrong"));
        await writer.RunAsync(db => ForgiveAsync(db, account.Id), cancel);
        return (account, null);
    }

    private async Task<Guid?> FindAsync(string login, CancellationToken cancel)
    {
        await using var db = database.CreateDbContext();
        return await db.Accounts.AsNoTracking().WithLogin(login).Select(a => (Guid?)a.Id).SingleOrDefaultAsync(cancel);
    }

    /// <summary>The account with this try counted; the fifth locks it unless its password fits. Not open: it was locked already.</summary>
    private Task<(Account? Account, bool Open)> CountTryAsync(Guid id, DateTimeOffset now, CancellationToken cancel) => writer.RunAsync<(Account?, bool)>(
        async db =>
        {
            var account = await db.Accounts.SingleAsync(a => a.Id == id, cancel);
            if (account.LockoutEnd > now) return (account, false);
            account.ConcurrencyStamp = Passwords.NewStamp();
            account.AccessFailedCount = account.LockoutEnd is null ? account.AccessFailedCount + 1 : 1;
            account.LockoutEnd = account.AccessFailedCount == Tries ? now + LockedFor : null;
            return (account, true);
        },
        cancel);

    private static async Task ForgiveAsync(ServiceDb db, Guid id)
    {
        var account = await db.Accounts.SingleAsync(a => a.Id == id);
        (account.AccessFailedCount, account.LockoutEnd, account.ConcurrencyStamp) = (0, null, Passwords.NewStamp());
    }

    private static Phrase Locked(Account account, DateTimeOffset now) =>
        Phrase.Of("sign-in.locked", (int)Math.Ceiling((account.LockoutEnd!.Value - now).TotalMinutes));
}
