using System.Collections.Immutable;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Customers;
using Sanbao.Domain.Kernel;
using Sanbao.Domain.Promises;

namespace Sanbao.Domain.Requests;

public sealed partial class ServiceRequest
{
    /// <summary>What the promise engine reads of this request.</summary>
    public Case ToCase() => new()
    {
        Category = Category,
        Mode = Mode,
        Channel = Channel,
        RegionCode = RegionCode,
        Zone = Zone,
        Priority = Priority,
        Special = Special,
        Contract = Contract.NumbersOf(ResponseDays, HandlingDays),
    };

    (string Code, int Version)? IPromises.PromisedBy => Imported ? null : (CharterCode, CharterVersion);
    DateTimeOffset IPromises.ComputedAt => UpdatedAt;
    bool IPromises.IsAtRest => Status is RequestStatus.Closed;

    /// <summary>The events that count, in the order in which they were told.</summary>
    public IReadOnlyCollection<CaseEvent> CaseEvents() =>
        [.. events.Where(e => e.Counts).OrderBy(e => e.Index).Select(e => e.ToCaseEvent())];

    /// <summary>The deadlines as they are at an instant, overrun included. None for imported history.</summary>
    public ImmutableArray<Deadline> DeadlinesAt(Charter charter, DateTimeOffset at) =>
        Imported ? [] : PromiseEngine.DeadlinesOf(charter, ToCase(), CaseEvents(), at);

    /// <summary>What becomes of each promise that is not settled yet if it closes now, and what of it is told before.</summary>
    public IEnumerable<(Deadline Deadline, ClosingEffect End)> EndsAtClosing(Charter charter, DateTimeOffset now)
    {
        if (Imported) yield break;
        var closed = PromiseEngine.DeadlinesOf(charter, ToCase(), [.. CaseEvents(), new(EventKind.Closed, now)], now);
        foreach (var before in DeadlinesAt(charter, now).Where(d => d.MetAt is null && d.State is not DeadlineState.Cancelled))
        {
            var after = closed.First(d => d.Rule == before.Rule && d.Occurrence == before.Occurrence).State;
            yield return (before, after is DeadlineState.Cancelled
                ? ClosingEffect.Dropped : after is DeadlineState.Missed ? ClosingEffect.Missed : ClosingEffect.GoesOn);
        }
    }

    /// <summary>Brings the deadline book and <see cref="NextDue"/> into line with the events.</summary>
    public void Recompute(Charter charter, DateTimeOffset now)
    {
        Deadlines.Update(this, DeadlinesAt(charter, now), charter, now);
        if (Status is RequestStatus.Closed) Deadlines.Rest();
        NextDue = Deadlines.NextDue;
    }

    /// <summary>
    /// The working calendar changed: the deadlines become what they would have been if it had always been so (E2). Gives false, and notes
    /// nothing, where none moves.
    /// </summary>
    public bool FollowCalendar(Charter charter, Actor by, DateTimeOffset now)
    {
        var before = DuesByRule();
        if (DeadlinesAt(charter, now).All(d => before.GetValueOrDefault((d.Rule, d.Occurrence)) == d.Due)) return false;
        Recompute(charter, now);
        Record("request.calendar-changed", by, now, ("nextDue", NextDue == Instant.Never ? null : NextDue));
        Touch(now);
        return true;
    }

    private Dictionary<(string, int), DateTimeOffset> DuesByRule() =>
        Deadlines.Current.ToDictionary(d => (d.Rule, d.Occurrence), d => d.Due);

    /// <summary>Why the clocks cannot be stopped for this party: the request is closed, or this party has stopped them already.</summary>
    public Refusal? WhyNotPause(PauseParty party) =>
        WhyNotWork() ?? (PausedBy.Contains(party) ? new Refusal("request.already-paused", PartyWord(party)) : null);

    /// <summary>Stops the clocks that the charter stops for this party.</summary>
    public void Pause(PauseParty party, string reason, Charter charter, Actor by, DateTimeOffset now)
    {
        Refusal.Throw(WhyNotPause(party));
        RequireText(reason, "reason");
        PausedBy = PausedBy.Add(party);
        Happen(EventKind.Paused, now, party);
        Record("request.paused", by, now, ("party", party), ("reason", reason.Trim()));
        Recompute(charter, now);
        Touch(now);
    }

    public Refusal? WhyNotResume(PauseParty party) =>
        WhyNotWork() ?? (PausedBy.Contains(party) ? null : new Refusal("request.not-paused", PartyWord(party)));

    /// <summary>Nothing to resume at all, whichever the party.</summary>
    public Refusal? WhyNotResume() => WhyNotWork() ?? (PausedBy.IsEmpty ? new Refusal("request.nothing-paused") : null);

    /// <summary>Lets the clocks go on that this party stopped.</summary>
    public void Resume(PauseParty party, Charter charter, Actor by, DateTimeOffset now)
    {
        Refusal.Throw(WhyNotResume(party));
        PausedBy = PausedBy.Remove(party);
        Happen(EventKind.Resumed, now, party);
        Record("request.resumed", by, now, ("party", party));
        Recompute(charter, now);
        Touch(now);
    }

    private void Happen(EventKind kind, DateTimeOffset at, PauseParty? party = null) =>
        events.Add(new(events.Count, new(kind, at, party)));

    private static Word PartyWord(PauseParty party) => new("party." + party switch
    {
        PauseParty.Customer => "customer",
        PauseParty.Company => "company",
        PauseParty.Maker => "maker",
        PauseParty.Parts => "parts",
        PauseParty.Weather => "weather",
    });
}

/// <summary>What becomes of a promise that is not settled when its request closes.</summary>
public enum ClosingEffect
{
    /// <summary>It was not due yet: pointless from then on, with the reason how the request ended.</summary>
    Dropped,
    /// <summary>It was overdue and counts as missed.</summary>
    Missed,
    /// <summary>It is owed all the same, e.g. a unit that has to come back.</summary>
    GoesOn,
}
