using System.Collections.Immutable;

namespace Sanbao.Web.Features.Import.Mapping;

/// <summary>The mappings under mappings/, which are embedded in the program.</summary>
internal static class ShippedMaps
{
    private const string Root = "mappings/";
    private static readonly Lazy<ImmutableArray<ImportMap>> Read = new(() => [.. ReadAll()]);

    public static ImmutableArray<ImportMap> All => Read.Value;

    public static ImportMap? Find(string code) => All.FirstOrDefault(m => m.Code == code);

    /// <summary>For files whose columns have the usual names, in Chinese or as the interface writes them.</summary>
    public static ImportMap Usual(ImportKind kind) => Find(Kebab.Of(kind))!;

    private static IEnumerable<ImportMap> ReadAll()
    {
        var assembly = typeof(ShippedMaps).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Root, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            var (map, errors) = MapReader.Read(name, reader.ReadToEnd());
            yield return map ?? throw new InvalidOperationException(string.Join(Environment.NewLine, errors));
        }
    }
}
