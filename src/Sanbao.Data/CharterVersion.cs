namespace Sanbao.Data;

/// <summary>One version of a charter as it was approved: its text never changes (docs/decisions/0001).</summary>
public sealed class CharterVersion
{
    private CharterVersion() { }

    public CharterVersion(string code, int version, string hash, string text, DateOnly inForce, string approvedBy,
        DateTimeOffset approvedAt) =>
        (Code, Version, Hash, Text, InForce, ApprovedBy, ApprovedAt) = (code, version, hash, text, inForce, approvedBy, approvedAt);

    public string Code { get; private set; } = "";
    public int Version { get; private set; }
    /// <summary>SHA-256 of the text's UTF-8 bytes, lower-case hexadecimal.</summary>
    public string Hash { get; private set; } = "";
    public string Text { get; private set; } = "";
    public DateOnly InForce { get; private set; }
    public string ApprovedBy { get; private set; } = "";
    public DateTimeOffset ApprovedAt { get; private set; }
}
