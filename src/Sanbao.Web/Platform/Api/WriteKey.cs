using System.Security.Cryptography;
using System.Text;
using Sanbao.Data.Writing;

namespace Sanbao.Web.Platform.Api;

/// <summary>The header <c>Idempotency-Key</c> of a write, for <see cref="Idempotency"/>: the key with the caller's id before it, and what was posted.</summary>
internal sealed record WriteKey(string Key, string BodyHash)
{
    public const string ReplayedHeader = "Idempotency-Replayed";
    private const int Longest = 200;

    /// <summary>Null: the caller sent none.</summary>
    public static WriteKey? Of(HttpContext http, Actor actor, ReadOnlySpan<byte> body)
    {
        if (!http.Request.Headers.TryGetValue(Idempotency.Field, out var sent)) return null;
        var key = sent.ToString().Trim();
        var errors = new FieldErrors();
        errors.Text(key, Idempotency.Field, Longest, required: true);
        errors.Throw();
        return new($"{actor.Id:N}/{key}", HashOf(http.Request, body));
    }

    private static string HashOf(HttpRequest request, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path}\n"));
        hash.AppendData(body);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
