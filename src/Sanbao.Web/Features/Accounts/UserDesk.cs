using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Accounts;
using Sanbao.Data.Writing;
using Sanbao.Web.Shell;

namespace Sanbao.Web.Features.Accounts;

/// <summary>Users, for the administrator.</summary>
internal sealed class UserDesk(
    Actor actor, Company company, ServiceDb db, Writer writer, Passwords passwords, WrongTries tries, KnownAccounts known,
    TimeProvider time)
{
    private const string Place = "/users";

    public static void Map(RouteGroupBuilder pages)
    {
        var users = pages.MapGroup(Place).RequirePermission(Permission.Administer);
        users.MapGet("", List);
        users.MapGet("/export", (HttpContext http, AccountList list) => list.SendAsync(http));
        users.MapGet("/new", New);
        users.MapPost("/new", (UserDesk desk, HttpContext http) => desk.Create(http));
        users.MapGet("/{id:guid}", (UserDesk desk, HttpContext http, Guid id) => desk.Edit(http, id));
        users.MapPost("/{id:guid}", (UserDesk desk, HttpContext http, Guid id) => desk.Change(http, id));
        users.MapPost("/{id:guid}/password", (UserDesk desk, HttpContext http, Guid id) => desk.ResetPassword(http, id));
    }

    private static async Task<IResult> List(HttpContext http, AccountList list) =>
        View.Of<UserListPage>(new { List = await list.ShowAsync(http) });

    private static IResult New() => View.Of<UserPage>(new { Suggested = Passwords.New() });

    private Task<IResult> Create(HttpContext http) => PostForm.Handle(
        http,
        ReadNew,
        async form =>
        {
            var hash = await passwords.HashAsync(form.Password, http.RequestAborted);
            var made = await writer.RunAsync(
                store => EditAccounts.CreateAsync(store, form.Draft, hash, temporary: true, actor, time.Now()), http.RequestAborted);
            known.Forget(made.Id);
            return Done.To(Place, "user.saved", form.Draft.Name);
        },
        New);

    private async Task<IResult> Edit(HttpContext http, Guid id) =>
        View.Of<UserPage>(new { Of = Line(await FindAsync(http, id)), Suggested = Passwords.New() });

    private Task<IResult> Change(HttpContext http, Guid id) => PostForm.Handle(
        http,
        Read,
        async draft =>
        {
            await writer.RunAsync(store => EditAccounts.ChangeAsync(store, id, draft, actor, time.Now()), http.RequestAborted);
            known.Forget(id);
            return Done.To(Place, "user.saved", draft.Name);
        },
        () => Edit(http, id));

    private Task<IResult> ResetPassword(HttpContext http, Guid id) => PostForm.Handle(
        http,
        form => form.NeededText("password", PasswordRule.Longest),
        async password =>
        {
            var errors = new FieldErrors();
            Check(errors, password, (await FindAsync(http, id)).UserName!);
            errors.Throw();
            var hash = await passwords.HashAsync(password, http.RequestAborted);
            var account = await writer.RunAsync(
                store => EditAccounts.ResetPasswordAsync(store, id, hash, actor, time.Now()), http.RequestAborted);
            known.Forget(id);
            tries.Forget(account.NormalizedUserName!);
            return Done.To(Place, "user.password-was-reset", account.DisplayName);
        },
        () => Edit(http, id));

    private static AccountDraft Read(FormReader form)
    {
        var draft = AccountDraft.Read(form, [.. form.Texts("roles")], !form.Flag("active"));
        form.Check(draft.Check);
        return draft;
    }

    private (AccountDraft Draft, string Password) ReadNew(FormReader form)
    {
        var (draft, password) = (Read(form), form.NeededText("password", PasswordRule.Longest));
        form.Check(errors => Check(errors, password, draft.Login));
        return (draft, password);
    }

    private void Check(FieldErrors errors, string password, string login) =>
        PasswordRule.Check(errors, "password", password, login, company.Name.Zh, company.Name.En);

    private async Task<Account> FindAsync(HttpContext http, Guid id) =>
        await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, http.RequestAborted) ?? throw new NotFoundException();

    private static AccountLine Line(Account account) => new(
        account.Id, account.DisplayName, account.UserName!, account.Roles, account.Disabled, account.MustChangePassword);
}
