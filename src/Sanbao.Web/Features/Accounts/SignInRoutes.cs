using Sanbao.Data;
using Sanbao.Web.Shell;

namespace Sanbao.Web.Features.Accounts;

internal static class SignInRoutes
{
    /// <summary>The page of the first start, of the slice above; as long as there is no account, nobody can sign in.</summary>
    private const string SetupPath = "/setup";

    public static async Task<IResult> Page(HttpContext http, ServiceDb db, Company company, string? back = null)
    {
        if (http.IsSignedIn()) return Done.To(Done.Local(back));
        if (!await db.HasAccountsAsync(http.RequestAborted)) return Done.To(SetupPath);
        var demo = company.Demo ? await DemoAccounts.UnchangedAsync(db, http.RequestAborted) : [];
        return View.Of<SignInPage>(new { Back = Done.Local(back), Demo = demo });
    }

    public static Task<IResult> Post(HttpContext http, SignIn signIn, ServiceDb db, Company company, TimeProvider time) => PostForm.Handle(
        http,
        form => (Login: form.NeededText("login", AccountDraft.LongestLogin), Password: form.Secret("password"), Back: form.Text("back", 2000)),
        async form =>
        {
            var (account, whyNot) = await signIn.Run(form.Login, form.Password, time.Now(), http.RequestAborted);
            if (account is null) throw new FieldErrorsException([new("password", whyNot!.Value.Code, whyNot.Value.Arguments)]);
            await AccountCookie.SignInAsync(http, account);
            return Done.To(account.MustChangePassword ? PasswordFirst.Path : Done.Local(form.Back));
        },
        () => Page(http, db, company, http.Request.Form["back"]));

    public static async Task<IResult> SignOut(HttpContext http, CancellationToken _)
    {
        await AccountCookie.SignOutAsync(http);
        return Done.To(AccountCookie.SignInPath, "sign-out.done");
    }
}
