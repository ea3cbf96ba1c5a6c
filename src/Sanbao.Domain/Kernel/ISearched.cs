using System.Collections.Immutable;

namespace Sanbao.Domain.Kernel;

/// <summary>A document that is found by what stands in it.</summary>
public interface ISearched : ICounted
{
    /// <summary>All but its number, which whatever is numbered is found by.</summary>
    Findable Findable { get; }
}

/// <summary>By what a document is found; how each is cut into words is the store's. Empty texts find nothing.</summary>
public sealed record Findable
{
    /// <summary>As they stand.</summary>
    public ImmutableArray<string?> Texts { get; init; } = [];
    /// <summary>Serial numbers and models: also by what looks like them.</summary>
    public ImmutableArray<string?> Marks { get; init; } = [];
    /// <summary>People and companies: also as if no blank stood in them.</summary>
    public ImmutableArray<string?> Names { get; init; } = [];
    /// <summary>What is also found by its pinyin and the initials of it.</summary>
    public ImmutableArray<string?> Spoken { get; init; } = [];
    /// <summary>However they are typed; several numbers may stand in one text.</summary>
    public ImmutableArray<string?> Phones { get; init; } = [];

    public bool Equals(Findable? other) => other is not null && All().SequenceEqual(other.All());

    public override int GetHashCode() => All().Aggregate(0, HashCode.Combine);

    // A text among names finds otherwise than among texts: each stands behind the name of its list.
    private IEnumerable<string?> All() =>
        [nameof(Texts), .. Texts, nameof(Marks), .. Marks, nameof(Names), .. Names, nameof(Spoken), .. Spoken, nameof(Phones), .. Phones];
}
