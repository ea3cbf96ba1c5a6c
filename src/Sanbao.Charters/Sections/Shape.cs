using System.Collections.Immutable;

namespace Sanbao.Charters.Sections;

/// <summary>What may stand at a place of a charter file. The reader and the editors' schema are both made from these.</summary>
internal abstract record Shape
{
    private Shape() { }

    /// <summary>A text of up to so many characters.</summary>
    public sealed record Text(int Most) : Shape;

    /// <summary>A whole number.</summary>
    public sealed record Whole(int Least, int Most) : Shape;

    /// <summary>A date as 2026-05-01.</summary>
    public sealed record Date : Shape;

    public sealed record YesNo : Shape;

    /// <summary>A code or open word of letters, digits and hyphens.</summary>
    public sealed record Name : Shape;

    /// <summary>A word of a closed list.</summary>
    public sealed record Word(ImmutableArray<string> Words) : Shape;

    /// <summary>A sentence with a grammar of its own. Editors mark what does not fit the pattern, and show the examples.</summary>
    public sealed record Phrase(string Pattern, params string[] Examples) : Shape;

    /// <summary>So many digits; quoted or not.</summary>
    public sealed record Digits(int Least, int Most) : Shape;

    /// <summary>One, or a list of them.</summary>
    public sealed record OneOrMore(Shape Item) : Shape;

    public sealed record List(Shape Item) : Shape;

    /// <summary>A map with the keys of the format.</summary>
    public sealed record Map(Keys Keys) : Shape;

    /// <summary>A map whose keys the author chooses, as long as they fit the pattern, beside known ones.</summary>
    public sealed record Entries(string KeyPattern, Shape Value, params Key[] Known) : Shape;

    /// <summary>Either of two.</summary>
    public sealed record Either(Shape First, Shape Second) : Shape;
}

/// <summary>One key of a map: what it is called, what stands there, and what it is for.</summary>
internal sealed record Key(string Name, Shape Shape, string Says, bool Required = false);

/// <summary>The keys of one kind of map.</summary>
internal sealed class Keys(string name, params Key[] keys)
{
    public string Name { get; } = name;

    public ImmutableArray<Key> All { get; } = [.. keys];
}
