using System.Collections.Frozen;

namespace Sanbao.Web.Features.Import.Rows;

/// <summary>Finds a code by itself or by the word that pages and files have for it, in either language.</summary>
internal sealed class CodeWords
{
    private readonly FrozenDictionary<string, string> codes;

    private CodeWords(string family) => codes = (
        from entry in Dictionary.Entries
        where entry.Key.StartsWith(family, StringComparison.Ordinal)
        let code = entry.Key[family.Length..]
        from word in new[] { code, entry.Value.Zh, entry.Value.En }
        select (Word: TextKey.Plain(word), Code: code))
        .DistinctBy(w => w.Word, StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(w => w.Word, w => w.Code, StringComparer.OrdinalIgnoreCase);

    public static CodeWords Sectors { get; } = new("sector.");

    public static CodeWords Evidence { get; } = new("evidence.");

    /// <summary>Null: no word of the family.</summary>
    public string? Find(string text) => codes.GetValueOrDefault(TextKey.Plain(text));
}
