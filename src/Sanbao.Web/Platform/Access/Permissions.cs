using Microsoft.AspNetCore.Authorization;

namespace Sanbao.Web.Platform.Access;

/// <summary>What a route asks of the actor. Every route has one, or says AllowAnonymous.</summary>
/// <param name="Decides">It is there for a decision: whoever stands in another's place comes in by that one's right.</param>
internal sealed record RequiredPermission(Permission Permission, bool Decides) : IAuthorizationRequirement
{
    public bool IsMetBy(Actor actor) => Decides ? actor.MayDecide(Permission) : actor.May(Permission);
}

/// <summary>Marks routes for which it is enough to be signed in.</summary>
internal sealed record SignInIsEnough;

internal static class PermissionRoutes
{
    /// <summary>What is everybody's own, whatever the role: the password.</summary>
    public static TBuilder RequireSignIn<TBuilder>(this TBuilder routes) where TBuilder : IEndpointConventionBuilder =>
        routes.RequireAuthorization().WithMetadata(new SignInIsEnough());

    /// <summary>Only actors with this permission. On a group it holds for all its routes; a route may ask for more.</summary>
    public static TBuilder RequirePermission<TBuilder>(this TBuilder routes, Permission permission, bool decides = false)
        where TBuilder : IEndpointConventionBuilder
    {
        var required = new RequiredPermission(permission, decides);
        var policy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().AddRequirements(required).Build();
        return routes.RequireAuthorization(policy).WithMetadata(required);
    }
}

internal sealed class PermissionHandler : AuthorizationHandler<RequiredPermission>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, RequiredPermission requirement)
    {
        if (requirement.IsMetBy(context.User.ToActor())) context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
