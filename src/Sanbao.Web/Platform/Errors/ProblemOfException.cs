using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Sanbao.Data.Writing;
using Sanbao.Web.Platform.Json;

namespace Sanbao.Web.Platform.Errors;

/// <summary>The only place where an exception becomes a status, a code and a sentence.</summary>
internal static class ProblemOfException
{
    public static Problem Of(Exception exception, Words words) => exception switch
    {
        RefusedException { Refusal: var why } => new(409, why.Code, words.Say(why)),
        FieldErrorsException { Errors: var errors } => Invalid(errors, words),
        NotFoundException => Problem.OfStatus(404, words),
        BusyException => Problem.OfStatus(503, words) with { RetryAfterSeconds = 1 },
        _ when StoreAway.IsDisk(exception) => Problem.DiskAway(words),
        _ when StoreAway.Is(exception) => Problem.StoreAway(words),
        _ when IsUnfit(exception) => Problem.OfStatus(422, words) with { Detail = words["json.text-unfit"] },
        // Of a form whose parts cannot be told apart.
        InvalidDataException => Problem.OfStatus(400, words),
        BadHttpRequestException { InnerException: JsonException json } => OfJson(json, words),
        BadHttpRequestException { StatusCode: var status } => Problem.OfStatus(status, words),
        _ => Problem.OfStatus(500, words),
    };

    /// <summary>Text that the server cannot keep and no field refused before.</summary>
    private static bool IsUnfit(Exception? why) => why switch
    {
        PostgresException { SqlState: PostgresErrorCodes.CharacterNotInRepertoire } => true,
        DbUpdateException or InvalidOperationException => IsUnfit(why.InnerException),
        _ => false,
    };

    private static Problem Invalid(ImmutableArray<FieldError> errors, Words words) => Problem.OfStatus(422, words) with { Errors = errors };

    /// <summary>
    /// Text that is not JSON is unreadable (400) and is told by its line; a readable field with a wrong value is that field's error (422).
    /// </summary>
    private static Problem OfJson(JsonException json, Words words)
    {
        var field = json.Path is { Length: > 2 } path ? path[2..] : "$";
        switch (json)
        {
            case InvalidValueException invalid:
                return Invalid([new(field, invalid.What.Code, invalid.What.Arguments)], words);
            case { InnerException: JsonException } or { Path: null }:
                return new(400, "unreadable", words["json.unreadable", (json.LineNumber ?? 0) + 1, (json.BytePositionInLine ?? 0) + 1]);
            default:
                return Invalid([new(field, "json.wrong-type")], words);
        }
    }
}
