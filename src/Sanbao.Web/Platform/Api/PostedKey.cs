using System.Security.Cryptography;
using System.Text;
using Sanbao.Data.Writing;

namespace Sanbao.Web.Platform.Api;

/// <summary>The header <c>Idempotency-Key</c> of a write.</summary>
internal static class PostedKey
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

    /// <summary>A form is its own key: the page chose it, and sent again it leads to what it did.</summary>
    /// <param name="form">Which form it is.</param>
    /// <param name="said">What was typed.</param>
    public static WriteKey OfForm(Actor actor, string form, Guid page, string said) =>
        new($"{actor.Id:N}/{form}/{page}", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said))));

    private static string HashOf(HttpRequest request, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path}\n"));
        hash.AppendData(body);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
