namespace Sanbao.Data.Writing;

/// <summary>By what a repeated write is recognised.</summary>
/// <param name="Key">The caller's key with the caller's id before it: two callers may choose the same.</param>
/// <param name="BodyHash">SHA-256 of method, path and body, lower-case hexadecimal.</param>
public sealed record WriteKey(string Key, string BodyHash);

/// <summary>What a write answered: its HTTP status, and what is needed to answer again.</summary>
/// <param name="Location">Where what was made is; null: nothing was made.</param>
/// <param name="Replayed">The first result of the same key.</param>
public sealed record KeyedResult(int Status, string Result, string? Location = null, bool Replayed = false);
