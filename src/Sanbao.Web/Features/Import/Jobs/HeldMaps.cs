using System.Collections.Immutable;
using Sanbao.Web.Features.Import.Mapping;

namespace Sanbao.Web.Features.Import.Jobs;

/// <summary>The mapping of a held file: one that ships, one that was sent along, or the usual columns as the person adjusted
/// them.</summary>
internal static class HeldMaps
{
    /// <summary>What the columns of a plain file seem to be: by the names of the usual mapping, or by the words of the pages.</summary>
    public static ImmutableDictionary<string, string> Guess(ImportKind kind, IReadOnlyList<string> header)
    {
        var guessed = ImmutableDictionary.CreateBuilder<string, string>();
        var usual = ShippedMaps.Usual(kind);
        foreach (var field in ImportFields.Of(kind))
        {
            var found = usual.Fields[field].Columns[0].Select(n => header.FirstOrDefault(h => ColumnNames.KeyOf(h) == ColumnNames.KeyOf(n)))
                .FirstOrDefault(h => h is { Length: > 0 });
            if (found is not null && !guessed.ContainsValue(found)) guessed[field] = found;
        }
        return guessed.ToImmutable();
    }

    public static ImportMap Of(HeldImport held)
    {
        if (held.MapText is { } text) return MapReader.Read("mapping", text).Map!;
        if (held.Map is { } code) return ShippedMaps.Find(code)!;
        var usual = ShippedMaps.Usual(held.Kind);
        var fields = held.Columns.ToImmutableDictionary(
            c => c.Key, c => usual.Fields[c.Key] with { Columns = [[c.Value]], Optional = false });
        return usual with { Fields = fields };
    }

    /// <summary>The fields without which nothing can be imported and that have no column.</summary>
    public static IEnumerable<string> Missing(HeldImport held) =>
        held.UsesOwnColumns ? ImportFields.Needed(held.Kind).Where(f => !held.Columns.ContainsKey(f)) : [];
}
