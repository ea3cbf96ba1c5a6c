using System.Security.Claims;

namespace Sanbao.Web.Platform.Access;

/// <summary>
/// The seam between authentication and everything else: whoever authenticates turns an <see cref="Actor"/> into an identity,
/// everybody else asks the request for its actor.
/// </summary>
internal static class ActorOfRequest
{
    /// <summary>Nobody: not signed in, may do nothing.</summary>
    public static Actor Nobody { get; } = new(Guid.Empty, "", [], []);

    public static bool IsSignedIn(this HttpContext http) => http.User.Identity?.IsAuthenticated == true;

    public static Actor Actor(this HttpContext http) => http.User.ToActor();

    public static ClaimsIdentity ToIdentity(this Actor actor, string scheme) => new ActorIdentity(actor, scheme);

    public static Actor ToActor(this ClaimsPrincipal user) => (user.Identity as ActorIdentity)?.Who ?? Nobody;

    /// <summary>
    /// Made anew at every request and read at each step of it, so it carries the actor as it is; its claims are what the framework itself
    /// looks for.
    /// </summary>
    private sealed class ActorIdentity(Actor actor, string scheme)
        : ClaimsIdentity([new(ClaimTypes.NameIdentifier, actor.Id.ToString()), new(ClaimTypes.Name, actor.Name)], scheme)
    {
        public Actor Who => actor;
    }
}
