using Sanbao.Domain.Charters;
using Sanbao.Domain.Promises;
using Sanbao.Web.Features.Charters.Calendar;
using Sanbao.Web.Platform.Store;

namespace Sanbao.Web.Features.Backup;

/// <summary>Compares the stored deadlines of a document with what the engine computes again from what happened.</summary>
internal sealed class VerifyDeadlines(CharterShelf charters, EarlierDays earlier, DateTimeOffset now)
{
    public Phrase? WhyDiffers(Document document, DeadlineEntry[] stored)
    {
        var (promises, number) = ((IPromises)document, document.Headline.Number);
        if (promises.PromisedBy is not { } by) return stored.Length == 0 ? null : Phrase.Of("verify.deadline-of-history", number);
        if (charters.Library.Find(by.Code, by.Version)?.Charter is not { } charter)
            return Phrase.Of("verify.no-charter", number, by.Code, by.Version);
        return WhyDiffers(promises, number, stored, charter) is not { } why
            || earlier.Of(promises).Any(before => WhyDiffers(promises, number, stored, before) is null) ? null : why;
    }

    private Phrase? WhyDiffers(IPromises promises, string number, DeadlineEntry[] stored, Charter charter)
    {
        // Somebody may have worked on it since the instant as of which the records are proved.
        var present = promises.DeadlinesAt(charter, promises.ComputedAt > now ? promises.ComputedAt : now);
        // What time alone has started since the last change is written by the duty that fires it, and may be on its way.
        var changed = promises.DeadlinesAt(charter, promises.ComputedAt);
        // What a reopening put behind is no longer computed.
        foreach (var entry in stored.Where(e => e.Behind == 0))
            if (!present.Any(d => Same(d, entry, promises.IsAtRest) && IsDue(d, entry, changed)))
                return Phrase.Of("verify.deadline-differs", number, Named(entry.Promise));
        foreach (var deadline in changed)
            if (!stored.Any(e => e.Behind == 0 && (e.Rule, e.Occurrence) == (deadline.Rule, deadline.Occurrence))
                && !OnItsWay(deadline, stored))
                return Phrase.Of("verify.deadline-missing", number, Named(deadline.Promise));
        var next = stored.Select(e => e.OwedAt).Append(Instant.Never).Min();
        return promises.NextDue == next ? null : Phrase.Of("verify.next-due-differs", number);
    }

    /// <summary>While a clock stands, its due moves on with every hour: what was stored lies between the last change and now.</summary>
    private static bool IsDue(Deadline computed, DeadlineEntry stored, IEnumerable<Deadline> changed)
    {
        var due = computed.Due.ToMilliseconds();
        if (due == stored.Due) return true;
        return computed.State is DeadlineState.Paused && stored.State is DeadlineState.Paused && stored.Due < due && changed.Any(d =>
            (d.Rule, d.Occurrence) == (computed.Rule, computed.Occurrence) && d.Due.ToMilliseconds() <= stored.Due);
    }

    private static Word Named(PromiseCode promise) => new("promise-code." + Kebab.Of(promise));

    /// <summary>A promise that begins when another is missed is written by the alarm of that other one, which has not rung yet.</summary>
    private static bool OnItsWay(Deadline deadline, DeadlineEntry[] stored) =>
        deadline.StartedByMissed is { } missed && stored.Any(e => e.Promise == missed && e.AlarmAt != Instant.Never);

    private static bool Same(Deadline computed, DeadlineEntry stored, bool over) =>
        computed.Rule == stored.Rule && computed.Occurrence == stored.Occurrence && computed.Promise == stored.Promise
        && computed.StartedAt.ToMilliseconds() == stored.StartedAt
        && computed.MetAt?.ToMilliseconds() == stored.MetAt && computed.CancelledAt?.ToMilliseconds() == stored.CancelledAt
        && computed.OpenEnded == stored.OpenEnded && Stands(computed.State) == Stands(stored.State)
        && stored.OwedAt == (!over && stored.IsOpen && stored.State is not DeadlineState.Paused ? stored.Due : Instant.Never);

    /// <summary>What events alone decide: whether a running one is missed by now is a matter of the clock.</summary>
    private static DeadlineState Stands(DeadlineState state) => state is DeadlineState.Missed ? DeadlineState.Running : state;
}
