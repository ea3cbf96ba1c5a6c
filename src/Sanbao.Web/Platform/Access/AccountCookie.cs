using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Sanbao.Data.Accounts;

namespace Sanbao.Web.Platform.Access;

/// <summary>
/// The sign-in of a person. The cookie says only who, in which session and under which security stamp; what that person may do is read
/// from the account, so that a changed role, a disabled account, a new password or a sign-out counts for every copy of the cookie.
/// </summary>
internal static class AccountCookie
{
    public const string Name = "account";
    public const string SignInPath = "/sign-in";
    private const string StampClaim = "stamp", SessionClaim = "session", PasswordFirstClaim = "password-first";

    /// <summary>A working day; every use in its second half begins it anew.</summary>
    public static readonly TimeSpan Lasting = TimeSpan.FromHours(12);

    public static void Configure(CookieAuthenticationOptions cookie)
    {
        cookie.Cookie.Name = "sanbao";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.ExpireTimeSpan = Lasting;
        cookie.SlidingExpiration = true;
        cookie.Events.OnValidatePrincipal = Validate;
        cookie.Events.OnRedirectToLogin = context => AskToSignIn(context.HttpContext);
        cookie.Events.OnRedirectToAccessDenied = context => Answer(context.HttpContext, StatusCodes.Status403Forbidden);
    }

    public static Task SignInAsync(HttpContext http, Account account)
    {
        Claim[] claims =
        [
            new(ClaimTypes.NameIdentifier, account.Id.ToString()), new(StampClaim, account.SecurityStamp ?? ""),
            new(SessionClaim, Guid.NewGuid().ToString()),
        ];
        return http.SignInAsync(Name, new(new ClaimsIdentity(claims, Name)), new() { IsPersistent = true });
    }

    public static Task SignOutAsync(HttpContext http) => http.SignOutAsync(Name);

    /// <summary>The session of whoever asks; null: not by a cookie.</summary>
    public static Guid? SessionOf(HttpContext http) => SessionOf(http.User);

    private static Guid? SessionOf(ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(SessionClaim), out var session) ? session : null;

    /// <summary>The password was given by somebody else: until there is an own one, nothing else can be done.</summary>
    public static bool NeedsPasswordFirst(HttpContext http) => http.User.HasClaim(c => c.Type == PasswordFirstClaim);

    /// <summary>Where a page sends whoever is not signed in; afterwards it is opened.</summary>
    private static Task AskToSignIn(HttpContext http)
    {
        if (ProblemAnswer.IsForPrograms(http)) return Answer(http, StatusCodes.Status401Unauthorized);
        var wanted = HttpMethods.IsGet(http.Request.Method) && !Done.IsFragment(http)
            ? http.Request.Path + http.Request.QueryString : Done.PageOf(http);
        return Done.To(SignInPath + (wanted == "/" ? "" : QueryString.Create("back", wanted).ToString())).ExecuteAsync(http);
    }

    private static Task Answer(HttpContext http, int status)
    {
        if (status == StatusCodes.Status401Unauthorized) http.Response.Headers.WWWAuthenticate = BearerTokens.Name;
        // The pipeline turns the bare status into a problem or a page.
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private static async Task Validate(CookieValidatePrincipalContext context)
    {
        var (http, shown) = (context.HttpContext, context.Principal!);
        var known = Guid.TryParse(shown.FindFirstValue(ClaimTypes.NameIdentifier), out var id) && SessionOf(shown) is { } session
            ? await http.RequestServices.GetRequiredService<KnownAccounts>().FindAsync(id, session, http.RequestAborted)
            : null;
        if (known is { Account.Disabled: false } && known.Account.SecurityStamp == shown.FindFirstValue(StampClaim))
        {
            var today = http.RequestServices.GetRequiredService<TimeProvider>().Today(http.RequestServices.GetRequiredService<Company>());
            context.ReplacePrincipal(new(IdentityOf(known, today, shown)));
            return;
        }
        context.RejectPrincipal();
        await SignOutAsync(http);
    }

    private static ClaimsIdentity IdentityOf(KnownPerson known, DateOnly today, ClaimsPrincipal shown)
    {
        var identity = known.ActorOn(today).ToIdentity(Name);
        identity.AddClaim(shown.FindFirst(SessionClaim)!);
        if (known.Account.MustChangePassword) identity.AddClaim(new(PasswordFirstClaim, ""));
        return identity;
    }
}
