using System.Security.Claims;

namespace Sanbao.Web.Platform.Access;

/// <summary>
/// The seam between authentication and everything else: whoever authenticates turns an <see cref="Actor"/> into an identity,
/// everybody else asks the request for its actor.
/// </summary>
internal static class ActorOfRequest
{
    private const string PermissionClaim = "permission", DealerClaim = "dealer", CustomerClaim = "customer";

    /// <summary>Nobody: not signed in, may do nothing.</summary>
    public static Actor Nobody { get; } = new(Guid.Empty, "", [], []);

    public static bool IsSignedIn(this HttpContext http) => http.User.Identity?.IsAuthenticated == true;

    public static Actor Actor(this HttpContext http) => http.User.ToActor();

    public static ClaimsIdentity ToIdentity(this Actor actor, string scheme) => new(
        [
            new(ClaimTypes.NameIdentifier, actor.Id.ToString()),
            new(ClaimTypes.Name, actor.Name),
            .. actor.Roles.Select(role => new Claim(ClaimTypes.Role, role)),
            .. actor.Permissions.Select(permission => new Claim(PermissionClaim, Kebab.Of(permission))),
            .. Scope(DealerClaim, actor.Dealer),
            .. Scope(CustomerClaim, actor.Customer),
        ],
        scheme);

    public static Actor ToActor(this ClaimsPrincipal user) =>
        user.Identity?.IsAuthenticated != true || !Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            ? Nobody
            : new Actor(
                id,
                user.Identity.Name ?? "",
                [.. user.FindAll(ClaimTypes.Role).Select(c => c.Value)],
                [.. user.FindAll(PermissionClaim).Select(c => Kebab.Parse<Permission>(c.Value)).OfType<Permission>()])
            {
                Dealer = Scope(user, DealerClaim),
                Customer = Scope(user, CustomerClaim),
            };

    private static IEnumerable<Claim> Scope(string claim, Guid? of) => of is { } id ? [new(claim, id.ToString())] : [];

    private static Guid? Scope(ClaimsPrincipal user, string claim) => Guid.TryParse(user.FindFirstValue(claim), out var id) ? id : null;
}
