using Sanbao.Domain.Charters;
using Sanbao.Domain.Promises;
using Sanbao.Domain.Requests;
using Sanbao.Web.Platform.Store;

namespace Sanbao.Web.Features.Backup;

/// <summary>Compares the stored deadlines of a request with what the engine computes again from its events.</summary>
internal sealed class VerifyDeadlines(CharterShelf charters, DateTimeOffset now)
{
    public Phrase? WhyDiffers(ServiceRequest request, DeadlineEntry[] stored)
    {
        if (request.Imported) return stored.Length == 0 ? null : Phrase.Of("verify.deadline-of-history", request.Number);
        if (charters.Library.Find(request.CharterCode, request.CharterVersion)?.Charter is not { } charter)
            return Phrase.Of("verify.no-charter", request.Number, request.CharterCode, request.CharterVersion);
        var present = request.DeadlinesAt(charter, now);
        // What time alone has started since the last change is written by the duty that fires it, and may be on its way.
        var changed = request.DeadlinesAt(charter, request.UpdatedAt);
        // What a reopening put behind is no longer computed.
        foreach (var entry in stored.Where(e => e.Behind == 0))
            if (!present.Any(d => Same(d, entry, request.Status is RequestStatus.Closed)))
                return Phrase.Of("verify.deadline-differs", request.Number, Named(entry.Promise));
        foreach (var deadline in changed)
            if (!stored.Any(e => e.Behind == 0 && (e.Rule, e.Occurrence) == (deadline.Rule, deadline.Occurrence))
                && !OnItsWay(deadline, stored))
                return Phrase.Of("verify.deadline-missing", request.Number, Named(deadline.Promise));
        var next = stored.Select(e => e.OwedAt).Append(Instant.Never).Min();
        return request.NextDue == next ? null : Phrase.Of("verify.next-due-differs", request.Number);
    }

    private static Word Named(PromiseCode promise) => new("promise-code." + Kebab.Of(promise));

    /// <summary>A promise that begins when another is missed is written by the alarm of that other one, which has not rung yet.</summary>
    private static bool OnItsWay(Deadline deadline, DeadlineEntry[] stored) =>
        deadline.StartedByMissed is { } missed && stored.Any(e => e.Promise == missed && e.AlarmAt != Instant.Never);

    private static bool Same(Deadline computed, DeadlineEntry stored, bool over) =>
        computed.Rule == stored.Rule && computed.Occurrence == stored.Occurrence && computed.Promise == stored.Promise
        && computed.StartedAt.ToMilliseconds() == stored.StartedAt && computed.Due.ToMilliseconds() == stored.Due
        && computed.MetAt?.ToMilliseconds() == stored.MetAt && computed.CancelledAt?.ToMilliseconds() == stored.CancelledAt
        && computed.OpenEnded == stored.OpenEnded && Stands(computed.State) == Stands(stored.State)
        && stored.OwedAt == (!over && stored.IsOpen && stored.State is not DeadlineState.Paused ? stored.Due : Instant.Never);

    /// <summary>What events alone decide: whether a running one is missed by now is a matter of the clock.</summary>
    private static DeadlineState Stands(DeadlineState state) => state is DeadlineState.Missed ? DeadlineState.Running : state;
}
