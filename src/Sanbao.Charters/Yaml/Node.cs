using System.Collections.Immutable;

namespace Sanbao.Charters.Yaml;

/// <summary>A place in a text; line and column count from 1.</summary>
internal readonly record struct Place(int Line, int Column)
{
    public static Place Start { get; } = new(1, 1);

    public Place Plus(int columns) => this with { Column = Column + columns };
}

/// <summary>What a document is made of: texts, lists and maps, each knowing where it begins.</summary>
internal abstract class Node(Place at)
{
    public Place At { get; } = at;
}

/// <param name="at">Where the text begins, an opening quotation mark included.</param>
/// <param name="inset">Columns from <paramref name="at"/> to the first character; null: written over several lines or with escapes.</param>
internal sealed class TextNode(Place at, string value, int? inset) : Node(at)
{
    public string Value { get; } = value;

    /// <summary>The place of one character of the value; the beginning where it cannot be told.</summary>
    public Place PlaceOf(int index) => inset is { } columns ? At.Plus(columns + index) : At;
}

internal sealed class ListNode(Place at, ImmutableArray<Node> items) : Node(at)
{
    public ImmutableArray<Node> Items { get; } = items;
}

/// <summary>Entries in the order of the text; keys may recur, which the reader of the map reports.</summary>
internal sealed class MapNode(Place at, ImmutableArray<(TextNode Key, Node Value)> entries, bool inBraces) : Node(at)
{
    /// <summary>Written as <c>{key: value, key: value}</c>, where a comma ends the value.</summary>
    public bool InBraces { get; } = inBraces;

    public ImmutableArray<(TextNode Key, Node Value)> Entries { get; } = entries;
}
