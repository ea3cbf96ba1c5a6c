using FsCheck;
using FsCheck.Fluent;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Promises;
using static Sanbao.Domain.Tests.Promises.ByHand;
using static Sanbao.Domain.Tests.Promises.Cases;
using Case = Sanbao.Domain.Promises.Case;

namespace Sanbao.Domain.Tests.Promises;

public class EngineProperties
{
    private static readonly Config Often = Config.QuickThrowOnFailure.WithMaxTest(500).WithQuietOnSuccess(true);

    [Fact]
    public void Order_and_repetition_of_events_change_nothing() =>
        Hold(AnyEvents.Zip(Gen.Choose(0, int.MaxValue)).Zip(AnyInstant), (charter, x) =>
    {
        var ((events, seed), now) = x;
        CaseEvent[] shuffled = [.. events, .. events.Take(seed % 4)];
        new Random(seed).Shuffle(shuffled);
        return Same(Of(charter, events, now), Of(charter, shuffled, now))
            && Same(Of(charter, events, now), Of(charter, new HashSet<CaseEvent>(shuffled), now));
    });

    [Fact]
    public void Pausing_never_brings_a_deadline_nearer() => Hold(AnyEvents.Zip(AnyPauses).Zip(AnyInstant), (charter, x) =>
    {
        var ((events, pauses), now) = x;
        var quiet = events.Where(e => e.Kind is not (EventKind.Paused or EventKind.Resumed)).ToArray();
        var paused = Of(charter, [.. quiet, .. pauses], now).ToDictionary(d => (d.Rule, d.Occurrence));
        return Of(charter, quiet, now).Where(d => d.StartedByMissed is null).All(d => paused[(d.Rule, d.Occurrence)].Due >= d.Due);
    });

    [Fact]
    public void A_paused_promise_is_never_due_in_the_past() => Hold(AnyEvents.Zip(AnyInstant), (charter, x) =>
        Of(charter, x.Item1, x.Item2).Where(d => d.State == DeadlineState.Paused).All(d => d.Due >= x.Item2));

    [Fact]
    public void A_later_start_is_never_due_earlier() =>
        Hold(AnyInstant.Zip(AnyInstant), (charter, x) => LaterIsNotEarlier(charter, x.Item1, x.Item2, [], _ => true));

    // Of days only without pauses: a day's deadline is the same from any hour of the day, and a pause in it moves only the one already
    // begun.
    [Fact]
    public void A_later_start_is_never_due_earlier_in_minutes_whatever_the_pauses() =>
        Hold(AnyInstant.Zip(AnyInstant).Zip(AnyPauses), (charter, x) =>
        LaterIsNotEarlier(charter, x.Item1.Item1, x.Item1.Item2, x.Item2, d => d.Rule.Contains("Minutes", StringComparison.Ordinal)));

    [Fact]
    public void What_was_met_or_cancelled_stays_so_and_what_was_missed_is_never_running_again() =>
        Hold(AnyEvents.Zip(AnyInstant).Zip(AnyInstant), (charter, x) =>
    {
        var ((events, a), b) = x;
        var after = Of(charter, events, a > b ? a : b).ToDictionary(d => (d.Rule, d.Occurrence));
        return Of(charter, events, a > b ? b : a).All(before =>
        {
            var now = after[(before.Rule, before.Occurrence)];
            return before.State switch
            {
                DeadlineState.Running or DeadlineState.Paused => now.Due >= before.Due,
                DeadlineState.Met or DeadlineState.Cancelled => now == before,
                DeadlineState.Missed =>
                    now.State == DeadlineState.Missed && now.Due == before.Due && now.OverrunMinutes >= before.OverrunMinutes,
            };
        });
    });

    [Fact]
    public void A_state_says_what_its_fields_say() => Hold(AnyEvents.Zip(AnyInstant), (charter, x) =>
        Of(charter, x.Item1, x.Item2).All(d => d.State switch
        {
            DeadlineState.Met => d.OpenEnded ? d.MetAt >= d.Due : d.MetAt <= d.Due,
            DeadlineState.Missed => !d.OpenEnded && (d.MetAt is { } late ? late > d.Due : x.Item2 > d.Due),
            DeadlineState.Running or DeadlineState.Paused => d.MetAt is null && (d.OpenEnded || x.Item2 <= d.Due),
            DeadlineState.Cancelled => d.MetAt is null,
        } && (d.OverrunMinutes == 0 || d.State == DeadlineState.Missed)));

    [Fact]
    public void The_reasoned_answer_is_the_plain_answer() => Hold(AnyEvents.Zip(AnyInstant), (charter, x) =>
        Same(Of(charter, x.Item1, x.Item2), [.. PromiseEngine.Explain(charter, Fault, x.Item1, x.Item2).Select(e => e.Deadline)]));

    [Fact]
    public void A_charter_remembers_nothing_of_earlier_cases() => Hold(AnyEvents.Zip(AnyInstant), (charter, x) =>
    {
        var visit = new Case { Category = RequestCategory.Complaint, Zone = Zone.City, Special = true };
        var first = Of(charter, x.Item1, x.Item2);
        _ = PromiseEngine.DeadlinesOf(charter, visit, x.Item1, x.Item2.AddDays(9));
        return Same(first, Of(charter, x.Item1, x.Item2)) && Same(first, Of(charter with { Version = 2 }, x.Item1, x.Item2));
    });

    private static bool LaterIsNotEarlier(Charter charter, DateTimeOffset a, DateTimeOffset b, CaseEvent[] pauses,
        Func<Deadline, bool> asked)
    {
        var (early, late) = a <= b ? (a, b) : (b, a);
        var now = late.AddDays(60);
        var later = Of(charter, [new(EventKind.Reported, late), .. pauses], now).ToDictionary(d => d.Rule);
        return Of(charter, [new(EventKind.Reported, early), .. pauses], now).Where(d => d.StartedByMissed is null && asked(d))
            .All(d => later[d.Rule].Due >= d.Due);
    }

    private static void Hold<T>(Gen<T> facts, Func<Charter, T, bool> property) =>
        Check.One(Often, Prop.ForAll(AnyCharter.Zip(facts).ToArbitrary(), x => property(x.Item1, x.Item2)));

    private static List<Deadline> Of(Charter charter, IReadOnlyCollection<CaseEvent> events, DateTimeOffset now) =>
        [.. PromiseEngine.DeadlinesOf(charter, Fault, events, now)];

    private static bool Same(List<Deadline> a, List<Deadline> b) => a.SequenceEqual(b);
}
