using System.Collections.Immutable;
using Sanbao.Domain.Charters;

namespace Sanbao.Domain.Promises;

/// <summary>Events in, deadlines out. Pure: any order and grouping of the same events gives the same answer.</summary>
public static class PromiseEngine
{
    /// <summary>Every deadline that the events so far have started, by due, then rule.</summary>
    /// <param name="until">Recurring promises are generated ahead to this instant; null: up to the first one after now.</param>
    public static ImmutableArray<Deadline> DeadlinesOf(
        Charter charter, Case @case, IReadOnlyCollection<CaseEvent> events, DateTimeOffset now, DateTimeOffset? until = null) =>
        throw new NotSupportedException();
}
