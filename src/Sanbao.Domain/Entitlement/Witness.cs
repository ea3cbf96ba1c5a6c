using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.Entitlement;

/// <summary>
/// Listens to a decision being made. The engine is written once, generic over its listener: with <see cref="Silent"/> the
/// compiler drops every word of the explanation, with <see cref="Recorder"/> the same steps become the tree (decision 2).
/// </summary>
internal interface IWitness
{
    static abstract bool Listens { get; }
    void Open(Phrase says);
    void Close();
    void Say(Phrase says);
}

/// <summary>Hears nothing.</summary>
internal readonly struct Silent : IWitness
{
    public static bool Listens => false;
    public void Open(Phrase says) { }
    public void Close() { }
    public void Say(Phrase says) { }
}

/// <summary>Writes the tree down. Steps between Open and Close are the reasons of what was opened.</summary>
internal readonly struct Recorder() : IWitness
{
    private readonly Stack<(Phrase Says, List<Explanation> Children)> open = new([(default, [])]);

    public static bool Listens => true;

    public void Open(Phrase says) => open.Push((says, []));

    public void Close()
    {
        var (says, children) = open.Pop();
        open.Peek().Children.Add(new Explanation(says, [.. children]));
    }

    /// <summary>Adds a leaf, once: a fact that a step reads twice is named once.</summary>
    public void Say(Phrase says)
    {
        var children = open.Peek().Children;
        foreach (var child in children) if (child.Children.IsEmpty && child.Says == says) return;
        children.Add(new Explanation(says, []));
    }

    /// <summary>Everything heard, under the outcome.</summary>
    public Explanation Under(Phrase outcome) => new(outcome, [.. open.Peek().Children]);
}
