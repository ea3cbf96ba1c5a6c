namespace Sanbao.Domain.Papers;

/// <summary>What a file at a document is.</summary>
public enum PaperKind
{
    /// <summary>A picture or a video of the matter.</summary>
    Photo,
    /// <summary>A scan or a file that belongs to it.</summary>
    Annex,
}

/// <summary>A file that belongs to a document of any kind; its bytes lie in the file store under its hash (B6, D5).</summary>
public sealed class Paper
{
    private Paper() { }

    internal Paper(Guid id, Guid documentId, string name, string mediaType, long size, string hash, string author, DateTimeOffset at)
    {
        (Id, DocumentId, Author, At) = (id, documentId, author, at);
        (Kind, Name, MediaType, Size, Hash) = (KindOf(mediaType), name, mediaType, size, hash);
    }

    public Guid Id { get; private set; }
    public Guid DocumentId { get; private set; }
    public PaperKind Kind { get; private set; }
    public string Name { get; private set; } = "";
    public string MediaType { get; private set; } = "";
    /// <summary>In bytes.</summary>
    public long Size { get; private set; }
    /// <summary>SHA-256 of the bytes, lower-case hexadecimal.</summary>
    public string Hash { get; private set; } = "";
    public string Author { get; private set; } = "";
    public DateTimeOffset At { get; private set; }

    /// <summary>Browsers show it as it is.</summary>
    public bool IsPicture => MediaType is "image/png" or "image/jpeg" or "image/gif" or "image/webp";

    private static PaperKind KindOf(string mediaType) =>
        mediaType.StartsWith("image/", StringComparison.Ordinal) || mediaType.StartsWith("video/", StringComparison.Ordinal)
            ? PaperKind.Photo : PaperKind.Annex;
}
