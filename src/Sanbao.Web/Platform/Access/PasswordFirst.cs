namespace Sanbao.Web.Platform.Access;

/// <summary>Whoever was given a password by somebody else chooses an own one before anything else.</summary>
internal sealed class PasswordFirst(RequestDelegate next)
{
    public const string Path = "/password";

    public Task Invoke(HttpContext http)
    {
        if (!AccountCookie.NeedsPasswordFirst(http) || IsOpen(http)) return next(http);
        if (!ProblemAnswer.IsForPrograms(http)) return Done.To(Path).ExecuteAsync(http);
        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static bool IsOpen(HttpContext http) =>
        http.Request.Path == Path || http.GetEndpoint()?.Metadata
            .GetMetadata<Microsoft.AspNetCore.Authorization.IAllowAnonymous>() is not null;
}
