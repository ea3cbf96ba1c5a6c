using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Sanbao.Data.Accounts;

namespace Sanbao.Web.Platform.Access;

/// <summary>Who may come in, and by what: people by the cookie of their sign-in, programs by a token.</summary>
internal static class AccessSetup
{
    private const string ByWhatIsShown = "by-what-is-shown";

    public static void AddAccess(this IServiceCollection services)
    {
        services.AddAuthentication(ByWhatIsShown)
            .AddPolicyScheme(ByWhatIsShown, null, scheme => scheme.ForwardDefaultSelector = SchemeOf)
            .AddScheme<AuthenticationSchemeOptions, BearerTokens>(BearerTokens.Name, null)
            .AddCookie(AccountCookie.Name, AccountCookie.Configure);
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddSingleton<IAuthorizationHandler, PermissionHandler>();
        services.AddSingleton<KnownAccounts>();
        services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.HeaderName = "RequestVerificationToken";
            antiforgery.Cookie.Name = "antiforgery";
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
            antiforgery.SuppressXFrameOptionsHeader = true;
        });
    }

    /// <summary>
    /// A token counts on every path. Without one a browser may read the API by its cookie, but never write there: the API has no
    /// antiforgery, so a foreign page could make the browser write.
    /// </summary>
    private static string SchemeOf(HttpContext http) =>
        BearerTokens.IsShown(http) || ProblemAnswer.IsForPrograms(http) && !IsReading(http.Request.Method)
            ? BearerTokens.Name : AccountCookie.Name;

    private static bool IsReading(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method);
}
