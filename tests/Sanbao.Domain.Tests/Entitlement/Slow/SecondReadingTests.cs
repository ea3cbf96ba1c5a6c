using FsCheck;
using FsCheck.Fluent;
using Sanbao.Charters;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Entitlement;

namespace Sanbao.Domain.Tests.Entitlement.Slow;

public class SecondReadingTests
{
    private const int Charters = 150, UnitsEach = 5;

    [Fact]
    public void A_second_plain_reading_of_any_warranty_over_any_unit_gives_the_same_period_and_the_same_payers()
    {
        var (covered, undetermined, not) = (0, 0, 0);
        var many = Config.QuickThrowOnFailure.WithMaxTest(Charters).WithQuietOnSuccess(true);
        Check.One(many, Prop.ForAll(Gen.Choose(0, 1_000_000_000).ToArbitrary(), seed =>
        {
            var made = new RandomWarranties(seed);
            var (law, own) = (made.Charter("LAW"), made.Charter("R1", seed % 3 == 0 ? null : "LAW"));
            // What the check refuses (never reached, a cap that is none) is no charter.
            if (CharterLibrary.Shipped.With([new("law.yaml", law), new("r.yaml", own)]) is not { Clean: true } reading) return;
            var charter = reading.Library.Find("R1", 1)!.Charter;
            foreach (var facts in Enumerable.Range(0, UnitsEach).Select(_ => made.Facts()).SelectMany(f => AtItsEnds(charter, f)))
            {
                var fast = Answer.Of(EntitlementEngine.Judge(charter, facts));
                var asked = $"{own}\n{charter.Law?.Code}\n{law}\n{facts}\n{string.Join(", ", facts.Evidence)}";
                SlowDecision.Of(charter, facts).ShouldBe(fast, asked);
                if (fast.Covered) covered++;
                else if (fast.Undetermined) undetermined++;
                else not++;
            }
        }));
        // All three answers are met often enough to be compared.
        new[] { covered, undetermined, not }.Min().ShouldBeGreaterThan(Charters / 10);
    }

    /// <summary>As they are, and on the last day of their term and the day after, where a reading goes wrong by one.</summary>
    private static IEnumerable<Facts> AtItsEnds(Charter charter, Facts facts) => EntitlementEngine.Judge(charter, facts).LastDay is { } last
        ? [facts, facts with { On = last }, facts with { On = last.AddDays(1) }] : [facts];
}
