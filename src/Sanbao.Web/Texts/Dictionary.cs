using System.Collections.Frozen;
using System.Text.Json;

namespace Sanbao.Web.Texts;

/// <summary>One text in both languages, with placeholders <c>{0}</c>, <c>{0:spec}</c>.</summary>
internal sealed record Entry(string Zh, string En)
{
    private readonly Template zh = new(Zh), en = new(En);

    public Template In(bool chinese) => chinese ? zh : en;
}

/// <summary>All texts of the product, from the embedded <c>Texts/*.json</c>. A key stands in one file only.</summary>
internal static class Dictionary
{
    private static readonly Lazy<FrozenDictionary<string, Entry>> Loaded = new(Load);

    public static FrozenDictionary<string, Entry> Entries => Loaded.Value;

    private static FrozenDictionary<string, Entry> Load()
    {
        var assembly = typeof(Dictionary).Assembly;
        var entries = new Dictionary<string, Entry>();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith("Texts/", StringComparison.Ordinal)))
        {
            using var json = JsonDocument.Parse(assembly.GetManifestResourceStream(name)!);
            foreach (var text in json.RootElement.EnumerateObject())
                if (!entries.TryAdd(text.Name, new(text.Value.GetProperty("zh").GetString()!, text.Value.GetProperty("en").GetString()!)))
                    throw new InvalidOperationException($"The text {text.Name} stands twice, again in {name}.");
        }
        return entries.ToFrozenDictionary();
    }
}
