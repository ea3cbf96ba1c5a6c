using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Accounts;
using Sanbao.Data.Writing;
using Sanbao.Web.Shell;

namespace Sanbao.Web.Features.Accounts;

/// <summary>One's own password.</summary>
internal static class PasswordRoutes
{
    public static IResult Page(HttpContext http) => View.Of<PasswordPage>(new { First = AccountCookie.NeedsPasswordFirst(http) });

    public static Task<IResult> Post(
        HttpContext http, Actor actor, ServiceDb db, Writer writer, Passwords passwords, KnownAccounts known, TimeProvider time) => PostForm.Handle(
        http,
        form => (Old: form.Secret("old"), New: form.Secret("new"), Again: form.Secret("again")),
        async form =>
        {
            var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == actor.Id, http.RequestAborted) ?? throw new NotFoundException();
            Check(account, form.Old, form.New, form.Again, passwords);
            var hash = passwords.Hash(form.New);
            account = await writer.RunAsync(store => EditAccounts.ChangePasswordAsync(store, account.Id, hash, actor, time.Now()), http.RequestAborted);
            known.Forget(account.Id);
            // This session goes on under the new stamp; all others end.
            await AccountCookie.SignInAsync(http, account);
            return Done.To("/", "password.changed");
        },
        () => Page(http));

    private static void Check(Account account, string old, string wanted, string again, Passwords passwords)
    {
        var errors = new FieldErrors();
        errors.When(!passwords.Fits(account, old), "old", "password.old-wrong");
        Passwords.Check(errors, "new", wanted, account.UserName!);
        errors.When(wanted == old, "new", "password.same");
        errors.When(again != wanted, "again", "password.differs");
        errors.Throw();
    }
}
