using System.Collections.Immutable;
using Sanbao.Domain.Charters;

namespace Sanbao.Domain.Promises;

/// <summary>Events in, deadlines out. Pure: any order, grouping and repetition of the same events gives the same answer.</summary>
public static class PromiseEngine
{
    /// <summary>Every deadline that the events so far have started, by due, then rule.</summary>
    /// <param name="until">Recurring promises are generated ahead to this instant; null: up to the first one after now.</param>
    public static ImmutableArray<Deadline> DeadlinesOf(
        Charter charter, Case @case, IReadOnlyCollection<CaseEvent> events, DateTimeOffset now, DateTimeOffset? until = null)
    {
        var book = PromiseBook.Of(charter);
        var findings = new Findings(book.Rules.Length, null);
        Judge(book, @case, events, now, until, findings);
        return findings.Deadlines();
    }

    /// <summary>The same deadlines in the same order, each with its reasoning, found by the same function (docs/decisions/0002).</summary>
    public static ImmutableArray<ExplainedDeadline> Explain(
        Charter charter, Case @case, IReadOnlyCollection<CaseEvent> events, DateTimeOffset now, DateTimeOffset? until = null)
    {
        var book = PromiseBook.Of(charter);
        var findings = new Findings(book.Rules.Length, new Recorder(book));
        Judge(book, @case, events, now, until, findings);
        return findings.Explained();
    }

    private static void Judge(
        PromiseBook book, Case @case, IReadOnlyCollection<CaseEvent> events, DateTimeOffset now, DateTimeOffset? until, Findings findings)
    {
        var set = EventSet.Of(events);
        var reopened = set.Latest(1UL << (int)EventKind.Reopened, to: now.UtcTicks);
        var reading = new Reading
        {
            Book = book,
            Case = @case,
            Zone = book.ZoneOf(@case),
            Events = set,
            Reopened = reopened.Exists ? reopened.At : null,
            Now = now.UtcTicks,
            Until = (until ?? now).UtcTicks,
        };
        foreach (var rule in book.Rules) rule.Judge(reading, findings);
    }
}
