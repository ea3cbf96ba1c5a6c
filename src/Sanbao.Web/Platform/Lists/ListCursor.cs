using System.Buffers.Text;
using System.Collections.Immutable;
using System.Text.Json;

namespace Sanbao.Web.Platform.Lists;

/// <summary>Where a page of a list ended: its order, and what its last row is sorted by, as one opaque word for addresses.</summary>
/// <param name="Backward">The page before this row is asked for, not the one behind it.</param>
public sealed record ListCursor(ImmutableArray<string> Keys, bool Backward = false)
{
    public override string ToString() => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(Keys));

    /// <summary>Null for null and blank; a field error for what no page gave.</summary>
    public static ListCursor? Parse(string? after, string? before = null) =>
        string.IsNullOrWhiteSpace(before) ? Read(after, "after") : Read(before, "before")! with { Backward = true };

    /// <summary>What is thrown where the words of an address are no place in this list.</summary>
    public FieldErrorsException Unknown() => Unknown(Backward ? "before" : "after");

    private static ListCursor? Read(string? word, string field)
    {
        if (string.IsNullOrWhiteSpace(word)) return null;
        try
        {
            var read = JsonSerializer.Deserialize<ImmutableArray<string?>?>(Base64Url.DecodeFromChars(word));
            if (read is { IsDefault: false } keys && keys.All(k => k is not null && UnfitCharacters.In(k) is null)) return new(keys!);
        }
        catch (Exception no) when (no is FormatException or JsonException) { }
        throw Unknown(field);
    }

    private static FieldErrorsException Unknown(string field) => new([new(field, "cursor.unknown")]);
}
