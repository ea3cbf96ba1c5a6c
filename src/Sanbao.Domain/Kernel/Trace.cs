using System.Collections.Immutable;

namespace Sanbao.Domain.Kernel;

/// <summary>
/// A reasoning as it was heard: its steps in order, each with the end of those that it rests on. Cheap to write, for most reasonings are
/// never read.
/// </summary>
internal sealed class Trace
{
    // The steps of an ordinary decision; the longest grow once. Place 0 is the outcome's, which is known last.
    private Step[] steps = new Step[40];
    private int count = 1;
    private int open;

    public void Open(Phrase says)
    {
        Add(says, end: 0);
        open = count - 1;
    }

    public void Close()
    {
        steps[open].End = count;
        open = steps[open].Parent;
    }

    public void Say(Phrase says) => Add(says, count + 1);

    /// <summary>Everything heard, under the outcome.</summary>
    public Explanation Under(Phrase outcome)
    {
        steps[0] = new Step { Says = outcome, End = count };
        return new(this, 0);
    }

    public Phrase SaysAt(int index) => steps[index].Says;

    public ImmutableArray<Explanation> ChildrenOf(int index)
    {
        var end = steps[index].End;
        var number = 0;
        for (var i = index + 1; i < end; i = steps[i].End) number++;
        if (number == 0) return [];
        var children = ImmutableArray.CreateBuilder<Explanation>(number);
        for (var i = index + 1; i < end; i = steps[i].End) children.Add(new(this, i));
        return children.MoveToImmutable();
    }

    private void Add(Phrase says, int end)
    {
        if (count == steps.Length) Array.Resize(ref steps, count * 2);
        steps[count++] = new Step { Says = says, Parent = open, End = end };
    }

    /// <summary><see cref="End"/>: where the steps below it end, exclusive.</summary>
    private struct Step
    {
        public Phrase Says;
        public int Parent;
        public int End;
    }
}
