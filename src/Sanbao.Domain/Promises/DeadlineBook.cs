using Sanbao.Domain.Charters;
using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.Promises;

/// <summary>The stored deadlines of one owner, brought into line with what the engine says now; a line keeps its identity.</summary>
public sealed class DeadlineBook
{
    private readonly List<DeadlineEntry> entries = [];
    private readonly List<DeadlineEntry> dropped = [];

    public IReadOnlyList<DeadlineEntry> Entries => entries;

    /// <summary>Lines that no longer hold, e.g. after a change of priority; the store deletes them.</summary>
    public IReadOnlyList<DeadlineEntry> Dropped => dropped;

    /// <summary>Takes the stored lines in; called by the store when it loads the owner for work.</summary>
    public void Load(IEnumerable<DeadlineEntry> stored)
    {
        entries.Clear();
        entries.AddRange(stored);
    }

    internal void Update(Document owner, IReadOnlyCollection<Deadline> deadlines, Charter charter, DateTimeOffset now)
    {
        foreach (var deadline in deadlines)
        {
            var known = entries.Find(e => e.Rule == deadline.Rule && e.Occurrence == deadline.Occurrence);
            if (known is null) entries.Add(DeadlineEntry.Of(owner, deadline, charter, now));
            else known.Take(deadline, charter);
        }
        foreach (var gone in entries.Where(e => !deadlines.Any(d => d.Rule == e.Rule && d.Occurrence == e.Occurrence)).ToList())
        {
            entries.Remove(gone);
            dropped.Add(gone);
        }
    }
}
