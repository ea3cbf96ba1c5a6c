using System.Collections.Frozen;
using System.Text.Json;
using Sanbao.Web.Platform.Assets;

namespace Sanbao.Web.Platform.Regions;

/// <summary>One region of GB/T 2260.</summary>
internal readonly record struct Region(string Code, string Name);

/// <summary>The names of GB/T 2260: provinces, prefectures, counties. A code that is not in this edition is shown as it stands.</summary>
internal sealed class RegionBook(Dist dist)
{
    private readonly Lazy<FrozenDictionary<string, string>> names = new(() => Read(dist.Folder));

    /// <summary>江苏省 苏州市 吴中区; null for null.</summary>
    public string? Say(string? code) => code is null ? null : string.Join(' ', Steps(code)) is { Length: > 0 } said ? said : code;

    /// <summary>For lists: without the province where there is something nearer.</summary>
    public string? Short(string? code) =>
        code is null ? null : Steps(code).ToArray() is { Length: > 1 } steps ? string.Join(' ', steps[1..]) : Say(code);

    public IReadOnlyList<Region> Provinces => Where(code => code.EndsWith("0000", StringComparison.Ordinal));

    /// <summary>Prefectures of the province of a code; none for null.</summary>
    public IReadOnlyList<Region> CitiesOf(string? code) => code is not { Length: 6 } ? []
        : Where(c => c.StartsWith(code[..2], StringComparison.Ordinal) && c.EndsWith("00", StringComparison.Ordinal)
            && !c.EndsWith("0000", StringComparison.Ordinal));

    /// <summary>Counties of the prefecture of a code; none where it names a province only.</summary>
    public IReadOnlyList<Region> CountiesOf(string? code) =>
        code is not { Length: 6 } || code.EndsWith("0000", StringComparison.Ordinal) ? []
        : Where(c => c.StartsWith(code[..4], StringComparison.Ordinal) && !c.EndsWith("00", StringComparison.Ordinal));

    private IEnumerable<string> Steps(string code)
    {
        if (code.Length != 6) yield break;
        foreach (var step in new[] { code[..2] + "0000", code[..4] + "00", code }.Distinct())
            if (names.Value.TryGetValue(step, out var name) && name is not ("市辖区" or "县")) yield return name;
    }

    private Region[] Where(Func<string, bool> fits) =>
        [.. names.Value.Where(n => fits(n.Key)).OrderBy(n => n.Key, StringComparer.Ordinal).Select(n => new Region(n.Key, n.Value))];

    private static FrozenDictionary<string, string> Read(string folder)
    {
        using var file = File.OpenRead(Path.Combine(folder, "regions.json"));
        return JsonSerializer.Deserialize<Dictionary<string, string>>(file)!.ToFrozenDictionary();
    }
}
