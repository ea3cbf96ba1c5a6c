using Sanbao.Domain.Charters;
using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.Promises;

/// <summary>The stored deadlines of one owner, brought into line with what the engine says now; a line keeps its identity.</summary>
public sealed class DeadlineBook
{
    private readonly List<DeadlineEntry> entries = [];
    private readonly List<DeadlineEntry> dropped = [];

    /// <summary>All of them, those that a reopening put behind included.</summary>
    public IReadOnlyList<DeadlineEntry> Entries => entries;

    /// <summary>Those that hold now.</summary>
    public IEnumerable<DeadlineEntry> Current => entries.Where(e => e.Behind == 0);

    /// <summary>Lines that no longer hold, e.g. after a change of priority; the store deletes them.</summary>
    public IReadOnlyList<DeadlineEntry> Dropped => dropped;

    /// <summary>Takes the stored lines in; called by the store when it loads the owner for work.</summary>
    public void Load(IEnumerable<DeadlineEntry> stored)
    {
        entries.Clear();
        entries.AddRange(stored);
    }

    /// <summary>The nearest instant at which something is owed; <see cref="Instant.Never"/> when nothing is.</summary>
    public DateTimeOffset NextDue => entries.Select(e => e.OwedAt).Append(Instant.Never).Min();

    /// <summary>The owner's work ended: what it kept or did not keep stays told, nothing is owed.</summary>
    internal void Rest()
    {
        foreach (var entry in entries) entry.Rest();
    }

    internal void Update(Document owner, IReadOnlyCollection<Deadline> deadlines, Charter charter, DateTimeOffset now)
    {
        foreach (var deadline in deadlines)
        {
            var known = entries.Find(e => e.Behind == 0 && Same(e, deadline));
            if (known is null) entries.Add(DeadlineEntry.Of(owner, deadline, charter, now));
            else known.Take(deadline, charter);
        }
        foreach (var gone in Current.Where(e => !deadlines.Any(d => Same(e, d))).ToList())
        {
            entries.Remove(gone);
            dropped.Add(gone);
        }
    }

    /// <summary>A reopening: what does not go on from where it began is behind, kept as it was.</summary>
    /// <param name="reopening">Counted from 1.</param>
    /// <param name="deadlines">What runs from now on.</param>
    internal void PutBehind(int reopening, IReadOnlyCollection<Deadline> deadlines)
    {
        foreach (var entry in Current.ToList())
            if (!deadlines.Any(d => Same(entry, d) && d.StartedAt.ToMilliseconds() == entry.StartedAt.ToMilliseconds()))
                entry.PutBehind(reopening);
    }

    /// <summary>Those that a closing made pointless keep how it ended.</summary>
    internal void EndAs(RequestOutcome? outcome)
    {
        foreach (var entry in Current) entry.EndAs(outcome);
    }

    private static bool Same(DeadlineEntry entry, Deadline deadline) =>
        entry.Rule == deadline.Rule && entry.Occurrence == deadline.Occurrence;
}
