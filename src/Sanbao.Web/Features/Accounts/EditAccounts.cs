using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Accounts;
using Sanbao.Data.Journal;

namespace Sanbao.Web.Features.Accounts;

/// <summary>What can be done to accounts. Called inside the writer; passwords come hashed.</summary>
internal static class EditAccounts
{
    /// <param name="temporary">The password was given by somebody else and is changed at the first sign-in.</param>
    public static async Task<Account> CreateAsync(ServiceDb db, AccountDraft draft, string hash, bool temporary, Actor actor,
        DateTimeOffset now)
    {
        await CheckAsync(db, draft, Guid.Empty);
        var account = new Account
        {
            Id = Guid.CreateVersion7(now), PasswordHash = hash, MustChangePassword = temporary,
            SecurityStamp = Passwords.NewStamp(), ConcurrencyStamp = Passwords.NewStamp(), CreatedAt = now,
        };
        draft.ApplyTo(account);
        db.Add(account);
        await CompanyJournal.NoteAsync(db, "user.created", actor, now, ("login", draft.Login), ("name", draft.Name),
            ("roles", string.Join(',', draft.Roles)), ("dealer", account.DealerId), ("customer", account.CustomerId));
        return account;
    }

    public static async Task ChangeAsync(ServiceDb db, Guid id, AccountDraft draft, Actor actor, DateTimeOffset now)
    {
        var account = await FindAsync(db, id);
        draft = draft.Of(account);
        await CheckAsync(db, draft, id);
        var before = (account.UserName, account.DisplayName, string.Join(',', account.Roles), account.Disabled);
        if (account.IsAdministrator() && !(draft.Roles.Contains(Roles.Administrator) && !draft.Disabled))
            await KeepOneAdministratorAsync(db, id);
        var after = (draft.Login, draft.Name, string.Join(',', draft.Roles), draft.Disabled);
        if (before == after) return;
        if (draft.Disabled && !account.Disabled) account.SecurityStamp = Passwords.NewStamp();
        draft.ApplyTo(account);
        account.ConcurrencyStamp = Passwords.NewStamp();
        await CompanyJournal.NoteAsync(
            db, "user.changed", actor, now,
            ("login", draft.Login), ("name", draft.Name), ("roles", string.Join(',', draft.Roles)), ("disabled", draft.Disabled));
    }

    /// <summary>By the person itself; every other session of the account ends.</summary>
    public static async Task<Account> ChangePasswordAsync(ServiceDb db, Guid id, string hash, Actor actor, DateTimeOffset now)
    {
        var account = await SetPasswordAsync(db, id, hash, temporary: false);
        await CompanyJournal.NoteAsync(db, "user.password-changed", actor, now, ("login", account.UserName));
        return account;
    }

    /// <summary>By an administrator: unlocks, too.</summary>
    public static async Task<Account> ResetPasswordAsync(ServiceDb db, Guid id, string hash, Actor actor, DateTimeOffset now)
    {
        var account = await SetPasswordAsync(db, id, hash, temporary: true);
        await CompanyJournal.NoteAsync(db, "user.password-reset", actor, now, ("login", account.UserName));
        return account;
    }

    /// <summary>Of those that ended before, only what could still be shown is kept.</summary>
    public static async Task EndSessionAsync(ServiceDb db, Guid session, Guid account, DateTimeOffset now)
    {
        var over = now - AccountCookie.Lasting;
        await db.EndedSessions.Where(s => s.AccountId == account && s.EndedAt < over).ExecuteDeleteAsync();
        if (!await db.EndedSessions.AnyAsync(s => s.Id == session)) db.Add(new EndedSession(session, account, now));
    }

    private static async Task<Account> SetPasswordAsync(ServiceDb db, Guid id, string hash, bool temporary)
    {
        var account = await FindAsync(db, id);
        (account.PasswordHash, account.MustChangePassword) = (hash, temporary);
        (account.SecurityStamp, account.ConcurrencyStamp) = (Passwords.NewStamp(), Passwords.NewStamp());
        return account;
    }

    private static async Task<Account> FindAsync(ServiceDb db, Guid id) =>
        await db.Accounts.SingleOrDefaultAsync(a => a.Id == id) ?? throw new NotFoundException();

    private static async Task CheckAsync(ServiceDb db, AccountDraft draft, Guid self)
    {
        var errors = new FieldErrors();
        draft.Check(errors);
        errors.When(await db.Accounts.WithLogin(draft.Login).AnyAsync(a => a.Id != self), "login", "user.login-taken", draft.Login);
        errors.When(draft.Customer is { } whose && !await db.Customers.AnyAsync(c => c.Id == whose && c.MergedIntoId == null),
            "customer", "customer.unknown");
        errors.Throw();
    }

    private static bool IsAdministrator(this Account account) => !account.Disabled && account.Roles.Contains(Roles.Administrator);

    /// <summary>Without an administrator nobody could ever make one again.</summary>
    private static async Task KeepOneAdministratorAsync(ServiceDb db, Guid leaving)
    {
        var others = await db.Accounts.Where(a => a.Id != leaving && !a.Disabled).ToListAsync();
        if (!others.Exists(IsAdministrator)) throw new RefusedException(new("user.last-administrator"));
    }
}
