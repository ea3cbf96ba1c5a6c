using Sanbao.Data.Writing;

namespace Sanbao.Data;

/// <summary>
/// A write that a caller may repeat: the same key with the same body answers the first result again. Written in the transaction of the
/// write itself.
/// </summary>
public sealed class IdempotencyKey
{
    private IdempotencyKey() { }

    public IdempotencyKey(WriteKey key, KeyedResult first, DateTimeOffset createdAt) =>
        (Key, BodyHash, Status, Result, Location, CreatedAt) =
            (key.Key, key.BodyHash, first.Status, first.Result, first.Location, createdAt);

    /// <summary>The caller's key, with the caller's own id before it: two callers may choose the same.</summary>
    public string Key { get; private set; } = "";
    /// <summary>SHA-256 of method, path and body, lower-case hexadecimal.</summary>
    public string BodyHash { get; private set; } = "";
    /// <summary>HTTP status of the first result.</summary>
    public int Status { get; private set; }
    /// <summary>What is needed to answer again: the number of the document that was made, or the body.</summary>
    public string Result { get; private set; } = "";
    /// <summary>Where what was made is; null: nothing was made.</summary>
    public string? Location { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
}
