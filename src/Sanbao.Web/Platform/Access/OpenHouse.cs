using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Sanbao.Web.Platform.Access;

/// <summary>
/// Whoever reaches the port is a visitor with every permission. Holds only while there is nothing to protect: it goes with the first
/// account.
/// </summary>
internal sealed class OpenHouse(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "open-house";

    private static readonly Actor Visitor =
        new(new Guid("00000000-0000-0000-0000-000000000001"), "访客", ["administrator"], [.. Enum.GetValues<Permission>()]);

    protected override Task<AuthenticateResult> HandleAuthenticateAsync() =>
        Task.FromResult(AuthenticateResult.Success(new(new ClaimsPrincipal(Visitor.ToIdentity(Name)), Name)));
}
