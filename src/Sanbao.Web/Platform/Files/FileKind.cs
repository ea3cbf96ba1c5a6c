namespace Sanbao.Web.Platform.Files;

/// <summary>A kind of file that people may hand in. What a file is, its first bytes say; its name must agree.</summary>
/// <param name="Shown">A picture that browsers may show; everything else is only ever downloaded.</param>
internal sealed record FileKind(string MediaType, bool Shown, params string[] Extensions)
{
    /// <summary>So many bytes are enough to tell.</summary>
    public const int HeadLength = 16;

    private static readonly FileKind Png = new("image/png", true, ".png");
    private static readonly FileKind Jpeg = new("image/jpeg", true, ".jpg", ".jpeg");
    private static readonly FileKind Gif = new("image/gif", true, ".gif");
    private static readonly FileKind Webp = new("image/webp", true, ".webp");
    private static readonly FileKind Heic = new("image/heic", false, ".heic");
    private static readonly FileKind Pdf = new("application/pdf", false, ".pdf");
    private static readonly FileKind Video = new("video/mp4", false, ".mp4", ".mov", ".m4v");
    private static readonly FileKind Sound = new("audio/mpeg", false, ".mp3");
    private static readonly FileKind Office = new("application/octet-stream", false, ".docx", ".xlsx", ".pptx", ".zip");

    private static readonly FileKind[] All = [Png, Jpeg, Gif, Webp, Heic, Pdf, Video, Sound, Office];

    public static string Accepted { get; } = string.Join(',', All.SelectMany(k => k.Extensions));

    /// <summary>Null: none that is taken, or its content is not what its name says.</summary>
    public static FileKind? Of(string name, ReadOnlySpan<byte> head)
    {
        var kind = ByContent(head);
        return kind is not null && kind.Extensions.Contains(Path.GetExtension(name).ToLowerInvariant()) ? kind : null;
    }

    private static FileKind? ByContent(ReadOnlySpan<byte> head) =>
        head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) ? Png
        : head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? Jpeg
        : head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8) ? Gif
        : head.StartsWith("RIFF"u8) && head.Length >= 12 && head[8..].StartsWith("WEBP"u8) ? Webp
        : head.StartsWith("%PDF-"u8) ? Pdf
        : head.Length >= 12 && head[4..].StartsWith("ftyp"u8) ? (head[8..].StartsWith("heic"u8) || head[8..].StartsWith("mif1"u8) ? Heic : Video)
        : head.StartsWith("ID3"u8) || head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFB]) ? Sound
        : head.StartsWith("PK\x03\x04"u8) ? Office
        : null;
}
