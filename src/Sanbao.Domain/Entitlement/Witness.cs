using System.Collections.Immutable;
using System.Runtime.InteropServices;
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
    void Look(Fact fact, object? value);
}

/// <summary>Hears nothing.</summary>
internal readonly struct Silent : IWitness
{
    public static bool Listens => false;
    public void Open(Phrase says) { }
    public void Close() { }
    public void Say(Phrase says) { }
    public void Look(Fact fact, object? value) { }
}

/// <summary>Writes the tree down. Steps between Open and Close are the reasons of what was opened.</summary>
internal readonly struct Recorder() : IWitness
{
    private static readonly object[] Facts = [.. Enum.GetValues<Fact>().Select(f => (object)f)];

    /// <summary>Finished steps of all open levels, one after the other; a level owns those from its own start on.</summary>
    private readonly List<Explanation> steps = new(48);
    private readonly Stack<Level> levels = new([new Level(default, 0)]);

    private sealed record Level(Phrase Says, int Start)
    {
        public FactSet Named;
    }

    public static bool Listens => true;

    public void Open(Phrase says) => levels.Push(new Level(says, steps.Count));

    public void Close()
    {
        var level = levels.Pop();
        var step = new Explanation(level.Says, From(level.Start));
        steps.RemoveRange(level.Start, steps.Count - level.Start);
        steps.Add(step);
    }

    public void Say(Phrase says) => steps.Add(new Explanation(says, []));

    /// <summary>Names a fact that the open step looked at, once.</summary>
    public void Look(Fact fact, object? value)
    {
        var level = levels.Peek();
        if (level.Named.Contains(fact)) return;
        level.Named = level.Named.With(fact);
        var name = Facts[(int)fact];
        Say(value is null ? Phrase.Of("entitlement.fact-unknown", name) : Phrase.Of("entitlement.fact", name, value));
    }

    /// <summary>Everything heard, under the outcome.</summary>
    public Explanation Under(Phrase outcome) => new(outcome, From(0));

    private ImmutableArray<Explanation> From(int start) =>
        ImmutableCollectionsMarshal.AsImmutableArray(CollectionsMarshal.AsSpan(steps)[start..].ToArray());
}
