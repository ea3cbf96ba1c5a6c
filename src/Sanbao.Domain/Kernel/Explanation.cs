using System.Collections.Immutable;

namespace Sanbao.Domain.Kernel;

/// <summary>One step of a reasoning and the steps it rests on. Leaves carry facts; the root carries the outcome.</summary>
public sealed record Explanation(Phrase Says, ImmutableArray<Explanation> Children)
{
    /// <summary>This step and all below it, outcome first.</summary>
    public IEnumerable<Explanation> All() => Children.SelectMany(c => c.All()).Prepend(this);
}
