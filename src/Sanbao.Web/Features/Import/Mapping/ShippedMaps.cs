using System.Collections.Immutable;

namespace Sanbao.Web.Features.Import.Mapping;

/// <summary>The mappings under mappings/, which are embedded in the program.</summary>
internal static class ShippedMaps
{
    private const string Root = "mappings/";
    private static readonly Lazy<ImmutableArray<ImportMap>> Read = new(() => [.. ReadAll()]);
    private static readonly Lazy<ImmutableDictionary<ImportKind, ImportMap>> UsualOnes =
        new(() => Enum.GetValues<ImportKind>().ToImmutableDictionary(kind => kind, kind => WithOwnWords(Find(Kebab.Of(kind))!)));

    public static ImmutableArray<ImportMap> All => Read.Value;

    public static ImportMap? Find(string code) => All.FirstOrDefault(m => m.Code == code);

    /// <summary>For files whose columns have the usual names, in Chinese, as the pages or as the interface write them.</summary>
    public static ImportMap Usual(ImportKind kind) => UsualOnes.Value[kind];

    private static ImportMap WithOwnWords(ImportMap map) => map with
    {
        Fields = ImportFields.Of(map.Kind).ToImmutableDictionary(field => field, field =>
        {
            var usual = map.Fields.GetValueOrDefault(field) ?? new FieldMap { Columns = [[]], Optional = true };
            return usual with { Columns = [[.. usual.Columns[0], field, .. OwnWords(map.Kind, Kebab.Of(field))]] };
        }),
    };

    private static readonly string[] Families = ["import-field.", "unit-date.", "unit-date-short."];

    // The lists of the pages write their own heads, also into files.
    private static string HeadsOf(ImportKind kind) => kind switch
    {
        ImportKind.Customers => "customer.",
        ImportKind.Equipment => "unit.",
        ImportKind.Requests => "ledger.",
    };

    private static IEnumerable<string> OwnWords(ImportKind kind, string field) =>
        from words in Families.Append(HeadsOf(kind))
        let entry = Dictionary.Entries.GetValueOrDefault(words + field)
        where entry is not null
        from word in new[] { entry.Zh, entry.En }
        select word;

    private static IEnumerable<ImportMap> ReadAll()
    {
        var assembly = typeof(ShippedMaps).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Root, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            var (map, errors) = MapReader.Read(name, reader.ReadToEnd());
            yield return map ?? throw new InvalidOperationException(string.Join(Environment.NewLine, errors));
        }
    }
}
