using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Sanbao.Web.Shell;

namespace Sanbao.Web.Platform.Errors;

/// <summary>Writes a <see cref="Problem"/>: problem+json under /api, a designed page elsewhere. Never a stack trace.</summary>
internal static class ProblemAnswer
{
    public static Task Write(HttpContext http, Problem problem)
    {
        http.Response.StatusCode = problem.Status;
        if (problem.RetryAfterSeconds is { } seconds)
            http.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return IsForPrograms(http)
            ? WriteJson(http, problem) : View.Of<StatusPage>(new { Problem = problem, Trace = TraceOf(http) }).ExecuteAsync(http);
    }

    public static bool IsForPrograms(HttpContext http) =>
        http.Request.Path.StartsWithSegments("/api/v1") || http.Request.Path.StartsWithSegments("/openapi")
            || http.Request.Path.StartsWithSegments("/health");

    private static Task WriteJson(HttpContext http, Problem problem)
    {
        var words = http.RequestServices.GetRequiredService<Words>();
        var details = new ProblemDetails
        {
            Status = problem.Status,
            Title = ReasonPhrases.GetReasonPhrase(problem.Status),
            Detail = problem.Detail,
            Extensions = { ["code"] = problem.Code, ["traceId"] = TraceOf(http) },
        };
        if (!problem.Errors.IsDefault)
            details.Extensions["errors"] = problem.Errors.GroupBy(e => e.Field)
                .ToDictionary(f => f.Key, f => f.Select(words.Say).ToArray());
        return Results.Json(details, contentType: "application/problem+json", statusCode: problem.Status).ExecuteAsync(http);
    }

    private static string TraceOf(HttpContext http) => Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier;
}
