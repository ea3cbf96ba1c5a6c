using Sanbao.Domain.Charters;

namespace Sanbao.Domain.Promises;

/// <summary>A document that owes something by a time; the store keeps its deadlines as rows of their own, in the save of the
/// document.</summary>
public interface IPromises
{
    /// <summary>Loaded for work only; empty otherwise.</summary>
    DeadlineBook Deadlines { get; }

    /// <summary>Brings the deadlines into line with what happened.</summary>
    void Recompute(Charter charter, DateTimeOffset now);

    /// <summary>Lets every deadline speak whose moment has come, and notes it in the journal.</summary>
    /// <param name="spoken">How its deadlines spoke before.</param>
    IReadOnlyList<Firing> Fire(IReadOnlyCollection<Firing> spoken, Kernel.Actor by, DateTimeOffset now);
}
