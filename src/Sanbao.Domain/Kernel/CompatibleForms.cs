using System.Collections.Frozen;
using System.Text;

namespace Sanbao.Domain.Kernel;

/// <summary>
/// Characters that are only other forms of others, as Unicode's compatibility decomposition (NFKD) says: full width, ligatures, circled
/// numbers, letters with their accents in one. The framework's own knows none of them here, because the product runs without ICU.
/// </summary>
internal static partial class CompatibleForms
{
    private static readonly FrozenDictionary<Rune, string> Forms = Read();

    /// <summary>What it is another form of; null: it is itself.</summary>
    public static string? Of(Rune rune) => rune.Value < 0xA0 || IsPlainChinese(rune.Value) ? null : Forms.GetValueOrDefault(rune);

    // The commonest characters that are nothing but themselves.
    private static bool IsPlainChinese(int c) => c is >= 0x4E00 and <= 0x9FFF;

    private static FrozenDictionary<Rune, string> Read()
    {
        var forms = new Dictionary<Rune, string>();
        foreach (var entry in Table.AsSpan().EnumerateLines())
            if (!entry.IsEmpty && Rune.DecodeFromUtf16(entry, out var rune, out var length) is System.Buffers.OperationStatus.Done)
                forms[rune] = entry[length..].ToString();
        return forms.ToFrozenDictionary();
    }
}
