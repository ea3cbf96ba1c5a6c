using System.Collections.Immutable;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.Promises;

/// <summary>
/// Listens to one computation and keeps its steps as phrases (docs/decisions/0002): the start, the amount and what it rests on, each pause,
/// and the state. <see cref="Finish"/> closes one deadline's tree and begins the next.
/// </summary>
internal sealed class Recorder(PromiseBook book)
{
    private readonly List<Explanation> steps = [];

    public Recorder Started(Happening start)
    {
        Say(Phrase.Of("promise.started", Words.Of(start.Kind), book.Clock.At(start.At)));
        return this;
    }

    public void StartedByMissed(PromiseCode promise, long at) =>
        Say(Phrase.Of("promise.started-by-missed", Words.Of(promise), book.Clock.At(at)));

    public void Occurs(Grid grid, int k) => Say(grid.Says(k));

    /// <summary>An amount after the start, or before it.</summary>
    public void Counts(Measure measure, int count, bool before)
    {
        if (before && count == 0 && measure.Amount.Unit is AmountUnit.Minutes) { Say(Phrase.Of("promise.by")); return; }
        var (unit, shown) = Shown(measure.Amount.Unit, count);
        var rests = ImmutableArray.CreateBuilder<Explanation>();
        if (measure.Amount.FromContract is { } name) rests.Add(new(Phrase.Of("promise.from-contract", name), []));
        if (measure.Works) rests.Add(new(Phrase.Of("promise.calendar"), []));
        steps.Add(new(Phrase.Of((before ? "promise.before-" : "promise.after-") + unit, shown), rests.ToImmutable()));
    }

    /// <param name="open">The clock still stands.</param>
    public void Paused(long from, long to, bool open) => Say(open
        ? Phrase.Of("promise.pause-open", book.Clock.At(from))
        : Phrase.Of("promise.pause", book.Clock.At(from), book.Clock.At(to)));

    public Explanation Finish(in Course course, Deadline deadline)
    {
        if (deadline.CalendarUnannounced) Say(Phrase.Of("promise.calendar-unannounced"));
        Say(State(course, deadline));
        var root = Phrase.Of(deadline.OpenEnded ? "promise.owed-since" : "promise.due", course.Rule.Rule.Name, deadline.Due);
        var explanation = new Explanation(root, [.. steps]);
        steps.Clear();
        return explanation;
    }

    private static Phrase State(in Course course, Deadline deadline) => deadline.State switch
    {
        DeadlineState.Running => Phrase.Of("promise.running"),
        DeadlineState.Paused => Phrase.Of("promise.paused"),
        DeadlineState.Met => Phrase.Of("promise.met", Words.Of(course.Met.Kind), deadline.MetAt!.Value),
        DeadlineState.Cancelled => Phrase.Of("promise.cancelled", Words.Of(course.Cancelled.Kind), deadline.CancelledAt!.Value),
        DeadlineState.Missed => Missed(course, deadline, TimeSpan.FromMinutes(deadline.OverrunMinutes)),
    };

    private static Phrase Missed(in Course course, Deadline deadline, TimeSpan overrun)
    {
        var working = course.Works ? "-working" : "";
        return deadline.MetAt is { } met ? Phrase.Of("promise.met-late" + working, Words.Of(course.Met.Kind), met, overrun)
            : deadline.CancelledAt is { } end ? Phrase.Of("promise.cancelled-late" + working, Words.Of(course.Cancelled.Kind), end, overrun)
            : Phrase.Of("promise.missed" + working, overrun);
    }

    // Whole hours are said as hours: 24 h, not 1440 minutes.
    private static (string Unit, int Count) Shown(AmountUnit unit, int count) => unit switch
    {
        AmountUnit.Minutes => count > 0 && count % 60 == 0 ? ("hours", count / 60) : ("minutes", count),
        AmountUnit.WorkingMinutes => count > 0 && count % 60 == 0 ? ("working-hours", count / 60) : ("working-minutes", count),
        AmountUnit.WorkingDays => ("working-days", count),
        AmountUnit.Days => ("days", count),
        AmountUnit.Months => ("months", count),
    };

    private void Say(Phrase phrase) => steps.Add(new(phrase, []));
}
