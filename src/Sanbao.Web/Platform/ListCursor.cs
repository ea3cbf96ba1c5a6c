using System.Buffers.Text;
using System.Text;

namespace Sanbao.Web.Platform;

/// <summary>Where a page of a list ended: the sort key and the id of its last row, as one opaque word for addresses.</summary>
public sealed record ListCursor(string Key, Guid Id)
{
    /// <summary>The page before this row is asked for, not the one behind it.</summary>
    public bool Backward { get; init; }

    public override string ToString() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{Id:N}{Key}"));

    /// <summary>A path with the parts of its query that say something.</summary>
    internal static string Address(string path, params ReadOnlySpan<(string Name, string? Value)> query)
    {
        var address = path;
        foreach (var (name, value) in query)
            if (!string.IsNullOrEmpty(value)) address += $"{(address == path ? '?' : '&')}{name}={Uri.EscapeDataString(value)}";
        return address;
    }

    /// <summary>Where the rows behind this one are shown, and where those before it; null for null: there are none.</summary>
    internal static string? Behind(ListCursor? row, string path, params ReadOnlySpan<(string Name, string? Value)> query) =>
        row is null ? null : Address(path, [.. query, ("after", row.ToString())]);

    internal static string? Before(ListCursor? row, string path, params ReadOnlySpan<(string Name, string? Value)> query) =>
        row is null ? null : Address(path, [.. query, ("before", row.ToString())]);

    /// <summary>Null for null and blank; a field error for what no page gave.</summary>
    public static ListCursor? Parse(string? after, string? before = null) =>
        Read(before, "before") is { } row ? row with { Backward = true } : Read(after, "after");

    private static ListCursor? Read(string? word, string field)
    {
        if (string.IsNullOrWhiteSpace(word)) return null;
        try
        {
            var text = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(word));
            if (text.Length >= 32 && Guid.TryParseExact(text[..32], "N", out var id)) return new(text[32..], id);
        }
        catch (FormatException) { }
        throw new FieldErrorsException([new(field, "cursor.unknown")]);
    }
}
