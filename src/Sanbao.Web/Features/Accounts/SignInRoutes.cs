using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Accounts;
using Sanbao.Data.Writing;
using Sanbao.Web.Shell;

namespace Sanbao.Web.Features.Accounts;

internal static class SignInRoutes
{
    /// <summary>The page of the first start, of the slice above.</summary>
    private const string SetupPath = "/setup";

    /// <summary>
    /// Who is sent away waits so long first: two hundred who are answered at once and try again at once would keep every processor busy
    /// with sending them away.
    /// </summary>
    private static readonly TimeSpan BeforeSentAway = TimeSpan.FromSeconds(2);

    public static async Task<IResult> Page(HttpContext http, ServiceDb db, Company company, string? back = null, string? kept = null)
    {
        if (http.IsSignedIn()) return Done.To(Done.Local(back));
        var people = await db.Accounts.AnyAsync(http.RequestAborted);
        if (!people && !await db.HasRecordsAsync(http.RequestAborted)) return Done.To(SetupPath);
        var demo = company.Demo ? await DemoAccounts.UnchangedAsync(db, http.RequestAborted) : [];
        return View.Of<SignInPage>(new { Back = Done.Local(back), Demo = demo, WithoutPeople = !people, Kept = kept is not null });
    }

    public static Task<IResult> Post(HttpContext http, SignIn signIn, ServiceDb db, Company company) => PostForm.Handle(
        http,
        form =>
            (Login: form.NeededText("login", AccountDraft.LongestLogin), Password: form.Secret("password"), Back: form.Text("back", 2000)),
        async form =>
        {
            var (account, whyNot) = await TryAsync(http, signIn, form.Login, form.Password);
            if (account is null) throw new FieldErrorsException([new("password", whyNot!.Value.Code, whyNot.Value.Arguments)]);
            await AccountCookie.SignInAsync(http, account);
            return Done.To(account.MustChangePassword ? PasswordFirst.Path : Done.Local(form.Back));
        },
        () => Page(http, db, company, http.Request.Form["back"]));

    private static async Task<(Account? Account, Phrase? WhyNot)> TryAsync(HttpContext http, SignIn signIn, string login, string password)
    {
        try
        {
            var tried = await signIn.Run(login, password, WrongTries.AddressOf(http), http.RequestAborted);
            if (tried.WhyNot is { Code: SignIn.Closed }) await Task.Delay(BeforeSentAway, http.RequestAborted);
            return tried;
        }
        catch (BusyException)
        {
            await Task.Delay(BeforeSentAway, http.RequestAborted);
            throw;
        }
    }

    /// <summary>Ends the session for every copy of its cookie.</summary>
    public static async Task<IResult> SignOut(HttpContext http, Actor actor, Writer writer, KnownAccounts known, TimeProvider time)
    {
        if (AccountCookie.SessionOf(http) is { } session)
        {
            await writer.RunAsync(db => EditAccounts.EndSessionAsync(db, session, actor.Id, time.Now()), http.RequestAborted);
            known.Forget(actor.Id);
        }
        await AccountCookie.SignOutAsync(http);
        return Done.To(AccountCookie.SignInPath, "sign-out.done");
    }
}
