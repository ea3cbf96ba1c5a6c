using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.Promises;

/// <summary>The deadlines found so far and, where a recorder listens, why.</summary>
internal sealed class Findings(int expected, Recorder? recorder)
{
    private (Deadline Deadline, Explanation? Why)[] found = new (Deadline, Explanation?)[expected];
    private int count;

    public Recorder? Recorder => recorder;

    public void Add(in Course course, in Reading reading)
    {
        if (count == found.Length) Array.Resize(ref found, Math.Max(8, 2 * count));
        var deadline = course.Judge(reading);
        found[count++] = (deadline, recorder?.Finish(course, deadline));
    }

    /// <summary>The earliest due, in UTC ticks, of the missed deadlines of a promise; null if none was missed.</summary>
    public long? FirstMissed(PromiseCode promise)
    {
        long? first = null;
        foreach (ref readonly var f in found.AsSpan(0, count))
            if (f.Deadline.Promise == promise && f.Deadline.State == DeadlineState.Missed && !(first <= f.Deadline.Due.UtcTicks))
                first = f.Deadline.Due.UtcTicks;
        return first;
    }

    /// <summary>By due, then rule, then occurrence.</summary>
    public ImmutableArray<Deadline> Deadlines()
    {
        Sort();
        var deadlines = new Deadline[count];
        for (var i = 0; i < count; i++) deadlines[i] = found[i].Deadline;
        return ImmutableCollectionsMarshal.AsImmutableArray(deadlines);
    }

    /// <summary>The same, with the explanations that the recorder made.</summary>
    public ImmutableArray<ExplainedDeadline> Explained()
    {
        Sort();
        var explained = new ExplainedDeadline[count];
        for (var i = 0; i < count; i++) explained[i] = new(found[i].Deadline, found[i].Why!);
        return ImmutableCollectionsMarshal.AsImmutableArray(explained);
    }

    private void Sort()
    {
        if (count > 1) found.AsSpan(0, count).Sort(static (a, b) => Compare(a.Deadline, b.Deadline));
    }

    private static int Compare(Deadline a, Deadline b)
    {
        var byDue = a.Due.UtcTicks.CompareTo(b.Due.UtcTicks);
        if (byDue != 0) return byDue;
        var byRule = string.CompareOrdinal(a.Rule, b.Rule);
        return byRule != 0 ? byRule : a.Occurrence.CompareTo(b.Occurrence);
    }
}
