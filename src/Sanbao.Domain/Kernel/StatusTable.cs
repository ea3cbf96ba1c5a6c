using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Sanbao.Domain.Kernel;

/// <summary>The machine of one kind of document: from which of its statuses each verb goes.</summary>
public sealed class StatusTable
{
    private readonly FrozenDictionary<string, ImmutableArray<Enum>> from;

    private StatusTable(ImmutableArray<Enum> statuses, FrozenDictionary<string, ImmutableArray<Enum>> from) =>
        (Statuses, this.from) = (statuses, from);

    /// <param name="rows">Each verb by its name in the interface, and the statuses from which it goes.</param>
    public static StatusTable Of<TStatus>(params IEnumerable<(string Verb, TStatus[] From)> rows) where TStatus : struct, Enum => new(
        [.. Enum.GetValues<TStatus>().Cast<Enum>()],
        rows.ToFrozenDictionary(row => row.Verb, row => row.From.Cast<Enum>().ToImmutableArray()));

    /// <summary>All that there are, in their order.</summary>
    public ImmutableArray<Enum> Statuses { get; }

    public IReadOnlyCollection<string> Verbs => from.Keys;

    /// <summary>The statuses from which the verb goes, in the order of the table.</summary>
    public ImmutableArray<Enum> From(string verb) => from[verb];

    public bool Allows(string verb, Enum status) => From(verb).Contains(status);
}

/// <summary>A document with a status, from which some of its verbs go and others do not.</summary>
public interface IStaged
{
    static abstract StatusTable Machine { get; }

    /// <summary>Why the verb does not go from the status that the document has; null: it does.</summary>
    Refusal? WhyNot(string verb);
}
