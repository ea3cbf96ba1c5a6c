using System.Collections.Immutable;

namespace Sanbao.Domain.Kernel;

/// <summary>
/// One step of a reasoning and the steps it rests on. Leaves carry facts; the root carries the outcome. A reasoning that was heard as a
/// <see cref="Trace"/> becomes a tree step by step, where somebody reads it.
/// </summary>
public sealed class Explanation
{
    private readonly Trace? trace;
    private readonly int index;
    private ImmutableArray<Explanation> children;

    public Explanation(Phrase says, ImmutableArray<Explanation> children) => (Says, this.children) = (says, children);

    internal Explanation(Trace trace, int index) => (Says, this.trace, this.index) = (trace.SaysAt(index), trace, index);

    public Phrase Says { get; }

    public ImmutableArray<Explanation> Children => children.IsDefault ? children = trace!.ChildrenOf(index) : children;

    /// <summary>This step and all below it, outcome first.</summary>
    public IEnumerable<Explanation> All() => Children.SelectMany(c => c.All()).Prepend(this);
}
