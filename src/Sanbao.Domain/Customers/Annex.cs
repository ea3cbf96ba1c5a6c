namespace Sanbao.Domain.Customers;

/// <summary>A paper that belongs to a contract (B6); its bytes lie in the file store under its hash.</summary>
public sealed class Annex
{
    private Annex() { }

    internal Annex(Guid id, string name, string mediaType, long size, string hash, string author, DateTimeOffset at) =>
        (Id, Name, MediaType, Size, Hash, Author, At) = (id, name, mediaType, size, hash, author, at);

    public Guid Id { get; private set; }
    public Guid ContractId { get; private set; }
    public string Name { get; private set; } = "";
    public string MediaType { get; private set; } = "";
    /// <summary>In bytes.</summary>
    public long Size { get; private set; }
    /// <summary>SHA-256 of the bytes, lower-case hexadecimal.</summary>
    public string Hash { get; private set; } = "";
    public string Author { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
}
