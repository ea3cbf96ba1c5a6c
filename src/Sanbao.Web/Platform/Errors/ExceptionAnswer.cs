using Microsoft.AspNetCore.Diagnostics;

namespace Sanbao.Web.Platform.Errors;

/// <summary>What no handler caught: a refusal brings a page back with its reason, everything else is answered as a <see cref="Problem"/>.</summary>
internal sealed class ExceptionAnswer(ILogger<ExceptionAnswer> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext http, Exception exception, CancellationToken cancellationToken)
    {
        var words = http.RequestServices.GetRequiredService<Words>();
        var problem = ProblemOfException.Of(exception, words);
        if (problem.Status >= 500) log.LogError(exception, "{Method} {Path} failed", http.Request.Method, http.Request.Path);
        if (exception is RefusedException && HttpMethods.IsPost(http.Request.Method) && !ProblemAnswer.IsForPrograms(http))
        {
            Flash.Set(http, Tone.Bad, problem.Detail);
            await Done.Back(http).ExecuteAsync(http);
            return true;
        }
        await ProblemAnswer.Write(http, problem);
        return true;
    }
}
