using System.Collections.Immutable;

namespace Sanbao.Web.Features.Import.Mapping;

/// <summary>A mapping laid over the header of one file: for each field the places of its columns.</summary>
internal sealed class BoundMap
{
    private readonly Dictionary<string, ImmutableArray<int>> places = [];
    private readonly string[] header, keys;

    private BoundMap(ImportMap map, string[] header) => (Map, this.header, keys) = (map, header, [.. header.Select(ColumnNames.KeyOf)]);

    public ImportMap Map { get; }

    /// <summary>Refuses a file without the columns that the mapping needs, naming all of them.</summary>
    public static BoundMap Of(ImportMap map, string[] header)
    {
        var bound = new BoundMap(map, header);
        var missing = map.Requires.Where(r => bound.PlaceOf(r) < 0).ToList();
        foreach (var (name, field) in map.Fields) missing.AddRange(bound.Place(name, field));
        if (missing.Count > 0)
            throw new RefusedException(
                new("import.missing-columns", string.Join(", ", missing.Distinct()), ColumnNames.Some(header), map.Name));
        return bound;
    }

    public bool Has(string field) => places.ContainsKey(field);

    /// <summary>The columns of a field; none when it is a constant or its optional column is not there.</summary>
    public ImmutableArray<int> PlacesOf(string field) => places.TryGetValue(field, out var found) ? found : [];

    /// <summary>The header of a field's first column, as the file writes it; the field's own name where it has none.</summary>
    public string ColumnOf(string field) => PlacesOf(field) is [var first, ..] ? header[first] : field;

    /// <summary>The header of a column, as the file writes it.</summary>
    public string this[int place] => header[place];

    // The names that the file lacks; none when the field is placed.
    private IEnumerable<string> Place(string name, FieldMap field)
    {
        var found = field.Columns.Select(names => names.Select(PlaceOf).FirstOrDefault(p => p >= 0, -1)).ToArray();
        if (found.Any(p => p < 0) && !field.Optional) return field.Columns.Where((_, i) => found[i] < 0).Select(names => names[0]);
        if (field.Constant is not null || found.Any(p => p >= 0)) places[name] = [.. found.Where(p => p >= 0)];
        return [];
    }

    private int PlaceOf(string column) => Array.IndexOf(keys, ColumnNames.KeyOf(column));
}
