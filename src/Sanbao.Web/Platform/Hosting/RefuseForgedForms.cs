using Microsoft.AspNetCore.Antiforgery;

namespace Sanbao.Web.Platform.Hosting;

/// <summary>The framework notes a missing or wrong token and goes on; here it ends as a 400 page.</summary>
internal sealed class RefuseForgedForms(RequestDelegate next)
{
    public Task Invoke(HttpContext http, Words words) =>
        http.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false }
            ? ProblemAnswer.Write(http, new Problem(400, "stale-form", words["status.stale-form"]))
            : next(http);
}
