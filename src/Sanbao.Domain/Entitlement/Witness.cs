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

    private readonly Tape tape = new();

    private sealed class Tape
    {
        /// <summary>Finished steps of all open levels, one after the other; a level owns those from its own start on.</summary>
        public readonly List<Explanation> Steps = new(48);
        public readonly Stack<(Phrase Says, int Start)> Levels = new(8);
        public FactSet Named;
    }

    public static bool Listens => true;

    public void Open(Phrase says) => tape.Levels.Push((says, tape.Steps.Count));

    public void Close()
    {
        var (says, start) = tape.Levels.Pop();
        var step = new Explanation(says, From(start));
        tape.Steps.RemoveRange(start, tape.Steps.Count - start);
        tape.Steps.Add(step);
    }

    public void Say(Phrase says) => tape.Steps.Add(new Explanation(says, []));

    /// <summary>Names a fact once, in the step that looked at it first.</summary>
    public void Look(Fact fact, object? value)
    {
        if (tape.Named.Contains(fact)) return;
        tape.Named = tape.Named.With(fact);
        var name = Facts[(int)fact];
        Say(value is null ? Phrase.Of("entitlement.fact-unknown", name) : Phrase.Of("entitlement.fact", name, value));
    }

    /// <summary>Everything heard, under the outcome.</summary>
    public Explanation Under(Phrase outcome) => new(outcome, From(0));

    private ImmutableArray<Explanation> From(int start) =>
        ImmutableCollectionsMarshal.AsImmutableArray(CollectionsMarshal.AsSpan(tape.Steps)[start..].ToArray());
}
