using Sanbao.Charters;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Entitlement;

namespace Sanbao.Domain.Tests.Entitlement;

/// <summary>Whose last day counts where charter and law do not cover the same.</summary>
public class LawTests
{
    private static readonly DateOnly Bought = new(2024, 1, 10);

    [Fact]
    public void What_only_the_law_covers_is_covered_to_the_laws_last_day_however_long_the_charters_term()
    {
        var charter = Never(Shipped("S10"), "battery");
        var member = new Facts { On = Bought.AddMonths(6), Member = true, ComponentClass = "battery", Dates = new() { Invoiced = Bought },
            Cause = Cause.Quality };
        var decision = EntitlementEngine.Judge(charter, member);
        (decision.Covered, decision.LastDay).ShouldBe((true, Bought.AddMonths(12)));
        EntitlementEngine.Judge(charter, member with { On = Bought.AddMonths(13) }).Covered.ShouldBeFalse();
    }

    [Fact]
    public void What_only_the_charter_covers_is_covered_to_the_charters_last_day_however_long_the_laws()
    {
        var charter = Shipped("S5");
        charter = charter with { Law = Never(charter.Law!, "battery") };
        var facts = new Facts { On = Bought.AddMonths(5), ComponentClass = "battery", ContractMonths = 6, Dates = new() { Sold = Bought },
            Cause = Cause.Quality };
        var decision = EntitlementEngine.Judge(charter, facts);
        (decision.Covered, decision.LastDay).ShouldBe((true, Bought.AddMonths(6)));
    }

    private static Charter Never(Charter charter, string component) => charter with
    {
        Warranty = charter.Warranty with { Exclusions = charter.Warranty.Exclusions.Add(new Exclusion([], [component], null, null)) },
    };

    private static Charter Shipped(string code) => CharterLibrary.Shipped.InForce(code, Bought)!;
}
