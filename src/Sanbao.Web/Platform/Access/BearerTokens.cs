using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Sanbao.Web.Platform.Access;

/// <summary><c>Authorization: Bearer TOKEN</c>: a program acts under the role its token was made for.</summary>
internal sealed class BearerTokens(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder,
    KnownAccounts known)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "Bearer";

    /// <summary>True when the caller shows a token, good or bad.</summary>
    public static bool IsShown(HttpContext http) => Secret(http) is not null;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Secret(Context) is not { } secret) return AuthenticateResult.NoResult();
        var token = await known.FindTokenAsync(secret, Context.RequestAborted);
        return token is null
            ? AuthenticateResult.Fail("unknown token")
            : AuthenticateResult.Success(new(new ClaimsPrincipal(token.ToActor().ToIdentity(Name)), Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = Name;
        return base.HandleChallengeAsync(properties);
    }

    private static string? Secret(HttpContext http)
    {
        var header = http.Request.Headers.Authorization.ToString();
        return header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? header["Bearer ".Length..].Trim() : null;
    }
}
