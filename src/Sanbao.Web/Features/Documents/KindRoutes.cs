namespace Sanbao.Web.Features.Documents;

/// <summary>
/// Routes of a kind of document. What a route reads and answers is written by the compiler, but not where a type is still open, as it is in
/// the kit; the framework would work it out at the first page, for every verb of every kind at once. It is worked out when a route is first
/// asked for instead. These names are found before the framework's.
/// </summary>
internal static class KindRoutes
{
    public static RouteHandlerBuilder MapGet(this RouteGroupBuilder routes, string pattern, Delegate answer) =>
        Map(routes, HttpMethods.Get, pattern, answer);

    public static RouteHandlerBuilder MapPost(this RouteGroupBuilder routes, string pattern, Delegate answer) =>
        Map(routes, HttpMethods.Post, pattern, answer);

    private static RouteHandlerBuilder Map(RouteGroupBuilder routes, string method, string pattern, Delegate answer) =>
        RouteHandlerServices.Map(routes, pattern, answer, [method], RequestDelegateFactory.InferMetadata, Late);

    private static RequestDelegateResult Late(
        Delegate answer, RequestDelegateFactoryOptions options, RequestDelegateMetadataResult? inferred)
    {
        var worked = new Lazy<RequestDelegate>(() => RequestDelegateFactory.Create(answer, options, inferred).RequestDelegate);
        return new(http => worked.Value(http), inferred?.EndpointMetadata ?? []);
    }
}
