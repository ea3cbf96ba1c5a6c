using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;

namespace Sanbao.Data.State;

/// <summary>
/// What a line says of a row: the SHA-256 of its columns, and one letter for each column, which proves nothing but tells where to look.
/// Both are base64url.
/// </summary>
internal static class RowSeal
{
    /// <summary>
    /// Which columns are hashed. A release that adds hashed columns raises it, and says at each of them since when (<see cref="Since"/>).
    /// </summary>
    public const int Version = 1;

    private const int HashLength = 43;

    /// <summary>The letters, 64 of them.</summary>
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    /// <param name="columns">Places of the hashed columns among the values.</param>
    public static string Of(ReadOnlySpan<object?> values, ReadOnlySpan<int> columns)
    {
        var bytes = new ArrayBufferWriter<byte>(1024);
        Span<char> seal = stackalloc char[HashLength + columns.Length];
        for (var i = 0; i < columns.Length; i++)
        {
            var before = bytes.WrittenCount;
            Canonical.Write(bytes, values[columns[i]]);
            seal[HashLength + i] = LetterOf(bytes.WrittenSpan[before..]);
        }
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes.WrittenSpan, hash);
        Base64Url.EncodeToChars(hash, seal);
        return new(seal);
    }

    /// <summary>The places, among the hashed columns, whose letters differ; none when only the hash does.</summary>
    public static IEnumerable<int> Differences(string one, string other) =>
        one.Length != other.Length ? []
        : Enumerable.Range(0, one.Length - HashLength).Where(i => one[HashLength + i] != other[HashLength + i]);

    // FNV-1a, folded to six bits.
    private static char LetterOf(ReadOnlySpan<byte> value)
    {
        var hash = 2166136261u;
        foreach (var b in value) hash = unchecked((hash ^ b) * 16777619u);
        return Letters[(int)((hash ^ (hash >> 6) ^ (hash >> 12) ^ (hash >> 18) ^ (hash >> 24)) & 63)];
    }
}
