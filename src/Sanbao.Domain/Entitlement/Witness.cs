using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.Entitlement;

/// <summary>
/// Listens to a decision being made. The engine is written once, generic over its listener: with <see cref="Silent"/> the
/// compiler drops every word of the explanation, with <see cref="Recorder"/> the same steps become the tree (docs/decisions/0002).
/// </summary>
internal interface IWitness
{
    static abstract bool Listens { get; }
    void Open(Phrase says);
    void Close();
    void Say(Phrase says);
    void Look<T>(Fact fact, T value);
}

/// <summary>Hears nothing.</summary>
internal readonly struct Silent : IWitness
{
    public static bool Listens => false;
    public void Open(Phrase says) { }
    public void Close() { }
    public void Say(Phrase says) { }
    public void Look<T>(Fact fact, T value) { }
}

/// <summary>Writes the steps down. Those between Open and Close are the reasons of what was opened.</summary>
internal readonly struct Recorder() : IWitness
{
    private readonly Trace trace = new();

    public static bool Listens => true;

    public void Open(Phrase says) => trace.Open(says);

    public void Close() => trace.Close();

    public void Say(Phrase says) => trace.Say(says);

    public void Look<T>(Fact fact, T value)
    {
        if (value is not null) Say(Phrase.Of("entitlement.fact", fact, value));
        else if (!fact.IsUsuallyAbsent()) Say(Phrase.Of("entitlement.fact-unknown", fact));
    }

    /// <summary>Everything heard, under the outcome.</summary>
    public Explanation Under(Phrase outcome) => trace.Under(outcome);
}
