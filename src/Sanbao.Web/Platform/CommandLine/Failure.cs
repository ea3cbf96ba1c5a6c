using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Sanbao.Data.Writing;

namespace Sanbao.Web.Platform.CommandLine;

/// <summary>The only place where what stopped a verb becomes a sentence at the terminal.</summary>
internal static class Failure
{
    public static string Of(Exception why, Words words) => why switch
    {
        RefusedException { Refusal: var refusal } => words.Say(refusal),
        FieldErrorsException { Errors: var errors } => string.Join(Environment.NewLine, errors.Select(e => $"{e.Field}: {words.Say(e)}")),
        BusyException => words["status.503.detail"],
        // As EF passes them on.
        DbUpdateException { InnerException: DbException inner } => Of(inner, words),
        InvalidOperationException { InnerException: DbException inner } => Of(inner, words),
        DbException or TimeoutException => words["cli.failed.database", why.Message],
        IOException or UnauthorizedAccessException or InvalidDataException => why.Message,
        // A fault of ours: whoever reports it sends what stands here.
        _ => words["cli.failed.fault", why.ToString()],
    };
}
