using FsCheck;
using FsCheck.Fluent;
using Sanbao.Charters;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Promises;

namespace Sanbao.Domain.Tests.Promises.Slow;

public class SecondReadingTests
{
    private const int Charters = 40, CasesEach = 5;

    [Fact]
    public void A_second_plain_reading_of_any_promises_over_any_events_gives_the_same_deadlines()
    {
        var (read, deadlines) = (0, 0);
        var many = Config.QuickThrowOnFailure.WithMaxTest(Charters).WithQuietOnSuccess(true);
        Check.One(many, Prop.ForAll(Gen.Choose(0, 1_000_000_000).ToArbitrary(), seed =>
        {
            var made = new RandomPromises(seed);
            var text = made.Charter("R1");
            // What the check refuses (never reached, met at its start) is no charter.
            if (CharterLibrary.Shipped.With([new("r.yaml", text)]) is not { Clean: true } reading) return;
            read++;
            var charter = reading.Library.Find("R1", 1)!.Charter;
            var clock = new SlowClock(charter, made.Anchor);
            for (var i = 0; i < CasesEach; i++) deadlines += Compare(charter, clock, made, text);
        }));
        read.ShouldBeGreaterThan(Charters / 3, "most of what is thrown together is a charter");
        deadlines.ShouldBeGreaterThan(read);
    }

    private static int Compare(Charter charter, SlowClock clock, RandomPromises made, string text)
    {
        var (@case, events) = (made.Case(), made.Events());
        var (now, ahead) = (made.Instant(25), made.Chance(3) ? made.Anchor.AddDays(90) : (DateTimeOffset?)null);
        var deadlines = Same(events);
        // At the very instant at which a deadline ends a reading goes wrong by one.
        var ends = deadlines.Select(d => d.Due).Where(due => due <= now && made.Chance(2)).Distinct().Select(made.At).ToList();
        return deadlines.Count + (ends.Count == 0 ? 0 : Same([.. events, .. ends]).Count);

        List<Told> Same(CaseEvent[] events)
        {
            var fast = PromiseEngine.DeadlinesOf(charter, @case, events, now, ahead).Select(Told.Of).ToList();
            var slow = new SlowReading(charter, @case, events, now, ahead, clock).Read();
            slow.ShouldBe(fast, $"{text}\n{@case}\nnow {now:O}, to {ahead:O}\n{string.Join('\n', events.OrderBy(e => e.At))}");
            return fast;
        }
    }
}
