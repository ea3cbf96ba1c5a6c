using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Accounts;
using Sanbao.Data.Writing;
using Sanbao.Web.Shell;

namespace Sanbao.Web.Features.Accounts;

/// <summary>One's own password. Whoever finds an open session may guess at the old one no oftener than a stranger at the door.</summary>
internal sealed class PasswordDesk(
    Actor actor, Company company, ServiceDb db, Writer writer, Passwords passwords, WrongTries tries, KnownAccounts known,
    TimeProvider time)
{
    public static void Map(RouteGroupBuilder own)
    {
        own.MapGet("", Page);
        own.MapPost("", (PasswordDesk desk, HttpContext http) => desk.Post(http));
    }

    private static RazorComponentResult Page(HttpContext http) =>
        View.Of<PasswordPage>(new { First = AccountCookie.NeedsPasswordFirst(http) });

    private Task<IResult> Post(HttpContext http) => PostForm.Handle(
        http,
        form => (Old: form.Secret("old"), New: form.Secret("new"), Again: form.Secret("again")),
        async form =>
        {
            var cancel = http.RequestAborted;
            var own = db.Accounts.AsNoTracking().Where(a => a.Id == actor.Id);
            var account = await own.SingleOrDefaultAsync(cancel) ?? throw new NotFoundException();
            await ProveAsync(account, form.Old, WrongTries.AddressOf(http), cancel);
            Check(account, form.Old, form.New, form.Again);
            var hash = await passwords.HashAsync(form.New, cancel);
            account = await writer.RunAsync(store => EditAccounts.ChangePasswordAsync(store, account.Id, hash, actor, time.Now()), cancel);
            known.Forget(account.Id);
            // This session goes on under the new stamp; all others end.
            await AccountCookie.SignInAsync(http, account);
            return Done.To("/", "password.changed");
        },
        () => Page(http));

    private async Task ProveAsync(Account account, string old, string address, CancellationToken cancel)
    {
        // Counted apart from the door: no stranger there closes this form.
        var key = $"old password of {account.Id}";
        if (tries.ClosedUntil(key, address) is { } until) throw Wrong("old", SignIn.WhyClosed(until, time.GetUtcNow()));
        if (!await passwords.FitsAsync(account, old, cancel))
        {
            tries.Add(key, address);
            throw Wrong("old", Phrase.Of("password.old-wrong"));
        }
        tries.Forgive(key, address);
    }

    private void Check(Account account, string old, string wanted, string again)
    {
        var errors = new FieldErrors();
        PasswordRule.Check(errors, "new", wanted, account.UserName!, company.Name.Zh, company.Name.En);
        errors.When(wanted == old, "new", "password.same");
        errors.When(again != wanted, "again", "password.differs");
        errors.Throw();
    }

    private static FieldErrorsException Wrong(string field, Phrase why) => new([new(field, why.Code, why.Arguments)]);
}
