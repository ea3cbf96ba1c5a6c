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
    /// <summary>Whether the fact is still to be told; asked before its value is made ready.</summary>
    bool Wants(Fact fact);
    void Look(Fact fact, object? value);
}

/// <summary>Hears nothing.</summary>
internal readonly struct Silent : IWitness
{
    public static bool Listens => false;
    public void Open(Phrase says) { }
    public void Close() { }
    public void Say(Phrase says) { }
    public bool Wants(Fact fact) => false;
    public void Look(Fact fact, object? value) { }
}

/// <summary>Writes the steps down. Those between Open and Close are the reasons of what was opened.</summary>
internal readonly struct Recorder() : IWitness
{
    private readonly Notes notes = new();

    private sealed class Notes
    {
        public readonly Trace Trace = new();
        public FactSet Named;
    }

    public static bool Listens => true;

    public void Open(Phrase says) => notes.Trace.Open(says);

    public void Close() => notes.Trace.Close();

    public void Say(Phrase says) => notes.Trace.Say(says);

    /// <summary>A fact is named once, in the step that looked at it first.</summary>
    public bool Wants(Fact fact)
    {
        if (notes.Named.Contains(fact)) return false;
        notes.Named = notes.Named.With(fact);
        return true;
    }

    public void Look(Fact fact, object? value) =>
        Say(value is null ? Phrase.Of("entitlement.fact-unknown", Boxed.Of(fact)) : Phrase.Of("entitlement.fact", Boxed.Of(fact), value));

    /// <summary>Everything heard, under the outcome.</summary>
    public Explanation Under(Phrase outcome) => notes.Trace.Under(outcome);
}
