using System.Collections.Immutable;
using Sanbao.Domain.Charters;

namespace Sanbao.Domain.Promises;

/// <summary>A document that owes something by a time; the store keeps its deadlines as rows of their own, in the save of the
/// document.</summary>
public interface IPromises
{
    /// <summary>Loaded for work only; empty otherwise.</summary>
    DeadlineBook Deadlines { get; }

    /// <summary>The nearest instant at which it owes something; <see cref="Kernel.Instant.Never"/> when it owes nothing.</summary>
    DateTimeOffset NextDue { get; }

    /// <summary>Code and version of the charter that promises; null: none does.</summary>
    (string Code, int Version)? PromisedBy { get; }

    /// <summary>When the deadlines were last brought into line.</summary>
    DateTimeOffset ComputedAt { get; }

    /// <summary>Its work ended: what it kept or did not keep stays told, nothing is owed.</summary>
    bool IsAtRest { get; }

    /// <summary>The deadlines as they are at an instant, overrun included; with the parts loaded that are marked by
    /// <see cref="DecidesDeadlinesAttribute"/>.</summary>
    ImmutableArray<Deadline> DeadlinesAt(Charter charter, DateTimeOffset at);

    /// <summary>Brings the deadlines into line with what happened.</summary>
    void Recompute(Charter charter, DateTimeOffset now);

    /// <summary>Lets every deadline speak whose moment has come, and notes it in the journal.</summary>
    /// <param name="spoken">How its deadlines spoke before.</param>
    IReadOnlyList<Firing> Fire(IReadOnlyCollection<Firing> spoken, Kernel.Actor by, DateTimeOffset now);
}

/// <summary>Parts of a document from which its deadlines are computed: whoever computes them again loads these.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DecidesDeadlinesAttribute : Attribute;
