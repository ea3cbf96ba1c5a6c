using Microsoft.AspNetCore.Diagnostics;
using Sanbao.Data.Writing;

namespace Sanbao.Web.Platform.Errors;

/// <summary>What no handler caught: a refusal brings a page back with its reason, everything else is answered as a <see
/// cref="Problem"/>.</summary>
internal sealed class ExceptionAnswer(ILogger<ExceptionAnswer> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext http, Exception exception, CancellationToken cancellationToken)
    {
        var words = http.RequestServices.GetRequiredService<Words>();
        var problem = ProblemOfException.Of(exception, words);
        Note(http, exception, problem);
        if (exception is RefusedException && HttpMethods.IsPost(http.Request.Method) && !ProblemAnswer.IsForPrograms(http))
        {
            Flash.Set(http, Tone.Bad, problem.Detail);
            await Done.Back(http).ExecuteAsync(http);
            return true;
        }
        await ProblemAnswer.Write(http, problem);
        return true;
    }

    /// <summary>A log is read for what failed. A crowd is no failure; of what is away its own words say enough.</summary>
    private void Note(HttpContext http, Exception exception, Problem problem)
    {
        if (problem.Status < 500 || exception is BusyException) return;
        var (method, path) = (http.Request.Method, http.Request.Path);
        if (problem.Status == StatusCodes.Status503ServiceUnavailable)
            log.LogWarning("{Method} {Path} has to wait: {Why}", method, path, exception.GetBaseException().Message);
        else log.LogError(exception, "{Method} {Path} failed", method, path);
    }
}
