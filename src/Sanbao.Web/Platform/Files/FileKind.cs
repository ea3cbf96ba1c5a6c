namespace Sanbao.Web.Platform.Files;

/// <summary>A kind of file that people may hand in. What a file is, its first bytes say; its ending follows.</summary>
/// <param name="Shown">A picture that browsers may show; everything else is only ever downloaded.</param>
/// <param name="Extensions">The usual one first.</param>
internal sealed record FileKind(string MediaType, bool Shown, params string[] Extensions)
{
    /// <summary>So many bytes are enough to tell.</summary>
    public const int HeadLength = 64;

    private static readonly FileKind Png = new("image/png", true, ".png");
    private static readonly FileKind Jpeg = new("image/jpeg", true, ".jpg", ".jpeg", ".jpe", ".jfif");
    private static readonly FileKind Gif = new("image/gif", true, ".gif");
    private static readonly FileKind Webp = new("image/webp", true, ".webp");
    private static readonly FileKind Avif = new("image/avif", true, ".avif");
    private static readonly FileKind Heic = new("image/heic", false, ".heic", ".heif", ".hif");
    private static readonly FileKind Pdf = new("application/pdf", false, ".pdf");
    private static readonly FileKind Video = new("video/mp4", false, ".mp4", ".m4v");
    private static readonly FileKind QuickTime = new("video/quicktime", false, ".mov", ".qt");
    private static readonly FileKind Mobile = new("video/3gpp", false, ".3gp", ".3g2");
    private static readonly FileKind Speech = new("audio/mp4", false, ".m4a", ".m4b");
    private static readonly FileKind Mp3 = new("audio/mpeg", false, ".mp3");
    private static readonly FileKind Aac = new("audio/aac", false, ".aac");
    private static readonly FileKind Amr = new("audio/amr", false, ".amr", ".awb");
    private static readonly FileKind Wav = new("audio/wav", false, ".wav");
    private static readonly FileKind Ogg = new("audio/ogg", false, ".ogg", ".oga", ".opus");
    private static readonly FileKind Office = new("application/octet-stream", false, ".zip", ".docx", ".xlsx", ".pptx");

    private static readonly FileKind[] All =
        [Png, Jpeg, Gif, Webp, Avif, Heic, Pdf, Video, QuickTime, Mobile, Speech, Mp3, Aac, Amr, Wav, Ogg, Office];

    public static string Accepted { get; } = string.Join(',', All.SelectMany(k => k.Extensions));

    /// <summary>Null: none that is taken.</summary>
    /// <param name="name">Asked only where the content names no more than a family of films and sounds.</param>
    public static FileKind? Of(string name, ReadOnlySpan<byte> head) =>
        ByContent(head) is { } kind && (kind == Video || kind == Mobile) && Speech.Ends(name) ? Speech : ByContent(head);

    private static FileKind? ByContent(ReadOnlySpan<byte> head) =>
        head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) ? Png
        : head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? Jpeg
        : head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8) ? Gif
        : head.StartsWith("%PDF-"u8) ? Pdf
        : head.StartsWith("RIFF"u8) && head.Length >= 12 ? OfRiff(head[8..])
        : head.Length >= 16 && head[4..].StartsWith("ftyp"u8) ? OfBrands(head[8..])
        : head.Length >= 8 && IsOldQuickTime(head[4..]) ? QuickTime
        : head.StartsWith("#!AMR"u8) ? Amr
        : head.StartsWith("OggS"u8) ? Ogg
        : head.StartsWith("ID3"u8) ? Mp3
        : head.Length >= 2 && head[0] == 0xFF ? OfSoundFrame(head[1])
        : head.StartsWith("PK\x03\x04"u8) ? Office
        : null;

    /// <summary>The name under which it is kept: with an ending that says what it is.</summary>
    public string Named(string name) => Ends(name) ? name : Path.ChangeExtension(name, Extensions[0]);

    private bool Ends(string name) => Extensions.Contains(Path.GetExtension(name).ToLowerInvariant());

    private static FileKind? OfRiff(ReadOnlySpan<byte> form) => form.StartsWith("WEBP"u8) ? Webp : form.StartsWith("WAVE"u8) ? Wav : null;

    /// <summary>
    /// Files of one family, told apart by the brand that they name first; pictures may name a common one first and their own after it.
    /// </summary>
    private static FileKind OfBrands(ReadOnlySpan<byte> brands) =>
        brands.StartsWith("mif1"u8) || brands.StartsWith("msf1"u8) || brands.StartsWith("miaf"u8)
            ? brands[8..].IndexOf("avi"u8) >= 0 ? Avif : Heic
        : brands.StartsWith("hei"u8) || brands.StartsWith("hev"u8) ? Heic
        : brands.StartsWith("avi"u8) ? Avif
        : brands.StartsWith("M4A"u8) || brands.StartsWith("M4B"u8) ? Speech
        : brands.StartsWith("qt"u8) ? QuickTime
        : brands.StartsWith("3g"u8) ? Mobile
        : Video;

    private static bool IsOldQuickTime(ReadOnlySpan<byte> box) =>
        box.StartsWith("moov"u8) || box.StartsWith("mdat"u8) || box.StartsWith("wide"u8);

    // Eleven bits of one, then version and layer: layer III is MP3, none is AAC.
    private static FileKind? OfSoundFrame(byte second) =>
        (second & 0xF6) == 0xF0 ? Aac : (second & 0xE6) == 0xE2 && (second & 0x18) != 0x08 ? Mp3 : null;
}
