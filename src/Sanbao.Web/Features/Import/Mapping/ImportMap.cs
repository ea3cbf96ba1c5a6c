using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Sanbao.Web.Features.Import.Mapping;

/// <summary>How the columns of a file become the fields of one kind. Read from YAML; several ship with the product.</summary>
internal sealed record ImportMap
{
    /// <summary>Name under which it is chosen.</summary>
    public required string Code { get; init; }
    public required Bilingual Name { get; init; }
    public required ImportKind Kind { get; init; }
    /// <summary>Put before each external reference, so that two sources cannot collide.</summary>
    public string Prefix { get; init; } = "";
    /// <summary>The charter that governs what is imported; null: the company's.</summary>
    public string? Charter { get; init; }
    /// <summary>Null: found from the first lines.</summary>
    public char? Separator { get; init; }
    /// <summary>Columns that the file must have.</summary>
    public required ImmutableArray<string> Requires { get; init; }
    public required ImmutableDictionary<string, FieldMap> Fields { get; init; }

    /// <summary>Keys of all names that it knows a column by; the header is found by them.</summary>
    public IReadOnlySet<string> Names =>
        Fields.Values.SelectMany(f => f.Columns).SelectMany(names => names).Concat(Requires).Select(ColumnNames.KeyOf).ToFrozenSet();
}

/// <summary>Where one field comes from: columns joined, or the first of several names a column may have; or a constant.</summary>
internal sealed record FieldMap
{
    /// <summary>Each is the names that the column may have, in order of preference.</summary>
    public ImmutableArray<ImmutableArray<string>> Columns { get; init; } = [];
    /// <summary>Stands between the values of several columns; empty ones are left out.</summary>
    public string Join { get; init; } = " ";
    /// <summary>Taken where the columns are empty.</summary>
    public string? Constant { get; init; }
    /// <summary>.NET patterns of dates and instants, e.g. dd/MM/yyyy; empty: the usual ones.</summary>
    public ImmutableArray<string> Dates { get; init; } = [];
    /// <summary>Translations of whole values of a column, before joining.</summary>
    public FrozenDictionary<string, string> Values { get; init; } = FrozenDictionary<string, string>.Empty;
    /// <summary>A value that has no translation is an error, not taken as it is.</summary>
    public bool OnlyThese { get; init; }
    /// <summary>The file need not have the column.</summary>
    public bool Optional { get; init; }
}
