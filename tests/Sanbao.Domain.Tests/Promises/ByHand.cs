using System.Collections.Immutable;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Promises;
using Case = Sanbao.Domain.Promises.Case;

namespace Sanbao.Domain.Tests.Promises;

/// <summary>Charters with a few promises, written for one test, and the events and cases that go with them.</summary>
internal static class ByHand
{
    public static Case Fault { get; } = new() { Category = RequestCategory.Fault };

    public static Charter Charter(params PromiseRule[] rules) => new()
    {
        Code = "T", Version = 1, Hash = "", Name = new("试", "Test"), About = new("", ""), InForce = new(2020, 1, 1),
        Zone = Shared.China, Calendar = Shared.Calendar, Regions = [], Promises = [.. rules], Closing = [], Ladder = [],
        FormCodes = ImmutableDictionary<string, string>.Empty,
        Warranty = new() { Terms = [], Exclusions = [], Remedies = [], Rights = [], Payers = [] },
    };

    public static PromiseRule Rule(PromiseCode code, Timing timing, params EventKind[] metBy) => new()
    {
        Code = code, Key = code.ToString(), Name = new("承诺", "Promise"), For = new(), Times = [new(new(), timing)],
        MetBy = [.. metBy], CancelledBy = [], PausedBy = [],
    };

    public static Timing.After After(int count, AmountUnit unit, params EventKind[] of) =>
        new(new(count, unit, null), [.. of], false, false);

    public static Timing.After AfterLast(int count, AmountUnit unit, params EventKind[] of) =>
        new(new(count, unit, null), [.. of], true, false);

    public static Timing.After Before(int count, AmountUnit unit, params EventKind[] of) =>
        new(new(count, unit, null), [.. of], false, true);

    public static PromiseRule PausedBy(this PromiseRule rule, params PauseParty[] parties) => rule with { PausedBy = [.. parties] };

    public static PromiseRule CancelledBy(this PromiseRule rule, params EventKind[] kinds) => rule with { CancelledBy = [.. kinds] };

    public static CaseEvent Event(EventKind kind, string at, PauseParty? party = null) => new(kind, Shared.At(at), party);

    public static CaseEvent Reported(string at) => Event(EventKind.Reported, at);

    public static CaseEvent Paused(string at, PauseParty party = PauseParty.Customer) => Event(EventKind.Paused, at, party);

    public static CaseEvent Resumed(string at, PauseParty party = PauseParty.Customer) => Event(EventKind.Resumed, at, party);

    /// <summary>The only deadline of the charter's only rule.</summary>
    public static Deadline Single(PromiseRule rule, string now, params CaseEvent[] events) =>
        PromiseEngine.DeadlinesOf(Charter(rule), Fault, events, Shared.At(now)).ShouldHaveSingleItem();

    /// <summary>Due as a wall time of China, to compare with.</summary>
    public static string Local(this DateTimeOffset at) =>
        at.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);
}
