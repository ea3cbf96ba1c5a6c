using Sanbao.Domain.Charters;
using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.Promises;

/// <summary>Everything one computation looks at, read once: the case, its zone, its events, and now. Instants are UTC ticks.</summary>
internal readonly ref struct Reading
{
    public required PromiseBook Book { get; init; }
    public required Case Case { get; init; }
    public required Zone Zone { get; init; }
    public required EventSet Events { get; init; }
    public required long Now { get; init; }
    /// <summary>The last reopening, from which the case begins anew; null: there was none.</summary>
    public required long? Reopened { get; init; }
    /// <summary>Recurring promises are generated to here; not after <see cref="Now"/> when nothing was asked.</summary>
    public required long Until { get; init; }

    public LocalClock Clock => Book.Clock;

    /// <summary>The first event from an instant up to now; what is still to come neither meets nor cancels yet.</summary>
    /// <param name="later">Kinds that count only after the instant.</param>
    public Happening Happened(ulong kinds, long from, ulong later) => Events.Earliest(kinds, from, Now, later);
}
