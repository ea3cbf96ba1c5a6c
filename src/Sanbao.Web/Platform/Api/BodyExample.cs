namespace Sanbao.Web.Platform.Api;

/// <summary>What a caller may post as it stands, for the document of the interface.</summary>
internal sealed record BodyExample(string Json);

internal static class DocumentedRoutes
{
    /// <summary>Takes JSON of this shape, in a body that is bound by <see cref="PostedBody{T}"/>.</summary>
    public static RouteHandlerBuilder Takes<T>(this RouteHandlerBuilder route, string? example = null) where T : notnull
    {
        route.Accepts<T>("application/json");
        return example is null ? route : route.WithMetadata(new BodyExample(example));
    }
}
