using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Accounts;
using Sanbao.Data.Writing;
using Sanbao.Web.Shell;

namespace Sanbao.Web.Features.Accounts;

/// <summary>Users, for the administrator.</summary>
internal static class UserRoutes
{
    private const string Place = "/users";

    public static async Task<IResult> List(HttpContext http, AccountList list) => View.Of<UserListPage>(new { List = await list.ShowAsync(http) });

    public static IResult New() => View.Of<UserPage>(new { Suggested = Passwords.New() });

    public static Task<IResult> Create(HttpContext http, Actor actor, Writer writer, Passwords passwords, KnownAccounts known, TimeProvider time) => PostForm.Handle(
        http,
        ReadNew,
        async form =>
        {
            var hash = passwords.Hash(form.Password);
            var made = await writer.RunAsync(db => EditAccounts.CreateAsync(db, form.Draft, hash, temporary: true, actor, time.Now()), http.RequestAborted);
            known.Forget(made.Id);
            return Done.To(Place, "user.saved", form.Draft.Name);
        },
        New);

    public static async Task<IResult> Edit(HttpContext http, Guid id, ServiceDb db, TimeProvider time)
    {
        var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, http.RequestAborted) ?? throw new NotFoundException();
        return View.Of<UserPage>(new { Of = Line(account), Suggested = Passwords.New(), Now = time.Now() });
    }

    public static Task<IResult> Change(HttpContext http, Guid id, Actor actor, ServiceDb db, Writer writer, KnownAccounts known, TimeProvider time) => PostForm.Handle(
        http,
        Read,
        async draft =>
        {
            await writer.RunAsync(store => EditAccounts.ChangeAsync(store, id, draft, actor, time.Now()), http.RequestAborted);
            known.Forget(id);
            return Done.To(Place, "user.saved", draft.Name);
        },
        () => Edit(http, id, db, time));

    public static Task<IResult> ResetPassword(
        HttpContext http, Guid id, Actor actor, ServiceDb db, Writer writer, Passwords passwords, KnownAccounts known, TimeProvider time) => PostForm.Handle(
        http,
        form => ReadPassword(form, ""),
        async password =>
        {
            var hash = passwords.Hash(password);
            var account = await writer.RunAsync(store => EditAccounts.ResetPasswordAsync(store, id, hash, actor, time.Now()), http.RequestAborted);
            known.Forget(id);
            return Done.To(Place, "user.password-was-reset", account.DisplayName);
        },
        () => Edit(http, id, db, time));

    private static AccountDraft Read(FormReader form)
    {
        var draft = AccountDraft.Read(form, [.. form.Texts("roles")], !form.Flag("active"));
        form.Check(draft.Check);
        return draft;
    }

    private static (AccountDraft Draft, string Password) ReadNew(FormReader form)
    {
        var draft = Read(form);
        return (draft, ReadPassword(form, draft.Login));
    }

    private static string ReadPassword(FormReader form, string login)
    {
        var password = form.NeededText("password", Passwords.Longest);
        form.Check(errors => Passwords.Check(errors, "password", password, login));
        return password;
    }

    private static AccountLine Line(Account account) => new(
        account.Id, account.DisplayName, account.UserName!, account.Roles, account.Disabled, account.MustChangePassword, account.LockoutEnd);
}
