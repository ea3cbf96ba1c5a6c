using Sanbao.Web.Platform.Api;

namespace Sanbao.Web.Features.Documents;

/// <summary>
/// Routes of a kind of document. What a route reads and answers is written by the compiler, but not where a type is still open, as it is in
/// the kit: that would be worked out at the first page, for all routes of all kinds at once. Here it is said by hand; the signature still
/// describes the route to programs.
/// </summary>
internal static class KindRoutes
{
    public static RouteHandlerBuilder Get<TDesk>(
        this RouteGroupBuilder routes, string pattern, Func<HttpContext, TDesk, Task<IResult>> answer) where TDesk : notnull =>
        routes.Route(HttpMethods.Get, pattern, answer, http => answer(http, http.The<TDesk>()));

    public static RouteHandlerBuilder Post<TDesk>(
        this RouteGroupBuilder routes, string pattern, Func<HttpContext, TDesk, Task<IResult>> answer) where TDesk : notnull =>
        routes.Route(HttpMethods.Post, pattern, answer, http => answer(http, http.The<TDesk>()));

    public static RouteHandlerBuilder Get<TDesk>(
        this RouteGroupBuilder routes, string pattern, Func<HttpContext, string, TDesk, Task<IResult>> answer) where TDesk : notnull =>
        routes.Route(HttpMethods.Get, pattern, answer, http => answer(http, http.Key(), http.The<TDesk>()));

    public static RouteHandlerBuilder Post<TDesk>(
        this RouteGroupBuilder routes, string pattern, Func<HttpContext, string, TDesk, Task<IResult>> answer) where TDesk : notnull =>
        routes.Route(HttpMethods.Post, pattern, answer, http => answer(http, http.Key(), http.The<TDesk>()));

    public static RouteHandlerBuilder Post<TDesk, TBody>(
        this RouteGroupBuilder routes, string pattern, Func<HttpContext, string, TDesk, PostedBody<TBody>, Task<IResult>> answer)
        where TDesk : notnull where TBody : class =>
        routes.Route(HttpMethods.Post, pattern, answer, async http =>
            await answer(http, http.Key(), http.The<TDesk>(), (await PostedBody<TBody>.BindAsync(http))!));

    /// <param name="described">The same with all that it takes, for the interface's description; it is never called.</param>
    public static RouteHandlerBuilder Route(
        this RouteGroupBuilder routes, string method, string pattern, Delegate described, Func<HttpContext, Task<IResult>> answer)
    {
        RequestDelegate run = async http => await (await answer(http)).ExecuteAsync(http);
        return RouteHandlerServices.Map(
            routes, pattern, described, [method], RequestDelegateFactory.InferMetadata,
            (_, _, inferred) => new(run, inferred?.EndpointMetadata ?? []));
    }

    /// <summary>The document that the path names.</summary>
    public static string Key(this HttpContext http) => (string)http.Request.RouteValues["key"]!;

    public static T The<T>(this HttpContext http) where T : notnull => http.RequestServices.GetRequiredService<T>();
}
