using System.Collections.Immutable;

namespace Sanbao.Web.Platform.Errors;

/// <summary>An answer that is not the one hoped for, before it becomes a page or problem+json.</summary>
/// <param name="Code">Stable; programs may rely on it.</param>
/// <param name="Detail">One sentence for people, in the language of the request.</param>
public sealed record Problem(int Status, string Code, string Detail, ImmutableArray<FieldError> Errors = default,
    int? RetryAfterSeconds = null)
{
    internal static Problem OfStatus(int status, Words words)
    {
        var known = status is 400 or 401 or 403 or 404 or 405 or 409 or 413 or 415 or 422 or 429 or 503
            ? status : status >= 500 ? 500 : 400;
        return new(status, CodeOf(known), words[$"status.{known}.detail"]);
    }

    /// <summary>Nothing is wrong with what was asked: the records cannot be reached.</summary>
    internal static Problem StoreAway(Words words) => new(503, "unavailable", words["status.503.store-away"], RetryAfterSeconds: 5);

    /// <summary>What is handed in cannot be kept: the disk is full or cannot be written.</summary>
    internal static Problem DiskAway(Words words) => new(503, "disk-unavailable", words["status.503.disk-away"], RetryAfterSeconds: 60);

    private static string CodeOf(int status) => status switch
    {
        400 => "unreadable",
        401 => "not-signed-in",
        403 => "not-permitted",
        404 => "not-found",
        405 => "wrong-method",
        409 => "refused",
        413 => "too-large",
        415 => "wrong-media-type",
        422 => "invalid-input",
        429 => "too-many-requests",
        503 => "busy",
        _ => "internal",
    };
}
