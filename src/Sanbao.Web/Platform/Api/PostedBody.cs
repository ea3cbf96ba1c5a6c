using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Sanbao.Web.Platform.Api;

/// <summary>A JSON body as the record it says, and as it came: a repeated write is recognised by its bytes.</summary>
internal sealed record PostedBody<T>(T Value, byte[] Bytes) where T : class
{
    /// <summary>Found by the framework, which binds the handler's parameter with it.</summary>
    public static async ValueTask<PostedBody<T>?> BindAsync(HttpContext http)
    {
        if (!http.Request.HasJsonContentType() || !IsUtf8(http.Request))
            throw new BadHttpRequestException("not JSON", StatusCodes.Status415UnsupportedMediaType);
        var bytes = await ReadAsync(http);
        var options = http.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        try
        {
            return new(JsonSerializer.Deserialize<T>(WithoutMark(bytes), options) ?? throw new JsonException(), bytes);
        }
        catch (JsonException wrong)
        {
            // The one place that answers exceptions tells unreadable text (400) from a wrong value (422).
            throw new BadHttpRequestException("unreadable", StatusCodes.Status400BadRequest, wrong);
        }
    }

    /// <summary>JSON between systems is UTF-8 (RFC 8259, 8.1), said or not.</summary>
    private static bool IsUtf8(HttpRequest request) =>
        request.GetTypedHeaders().ContentType is not { Charset: { Length: > 0 } charset }
            || HeaderUtilities.RemoveQuotes(charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase);

    private static async Task<byte[]> ReadAsync(HttpContext http)
    {
        using var body = new MemoryStream((int)Math.Min(http.Request.ContentLength ?? 1024, 1 << 20));
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        return body.ToArray();
    }

    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> bytes) => bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
}
