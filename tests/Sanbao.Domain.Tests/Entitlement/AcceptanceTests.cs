using Sanbao.Domain.Entitlement;

namespace Sanbao.Domain.Tests.Entitlement;

/// <summary>The acceptance tables of the systems and the worked cases, row by row through the engine.</summary>
public class AcceptanceTests
{
    public static TheoryData<EntitlementRow> Tables =>
        [.. EntitlementRow.In(Repository.PathOf("tests", "acceptance", "entitlements.jsonl"))];

    public static TheoryData<EntitlementRow> WorkedCases =>
        [.. EntitlementRow.In(Repository.PathOf("tests", "acceptance", "worked-entitlements.jsonl"))];

    [Theory, MemberData(nameof(Tables), DisableDiscoveryEnumeration = true)]
    public void The_row_comes_out(EntitlementRow row) => row.ShouldComeOut(EntitlementEngine.Judge(row.Charter, row.Facts));

    [Theory, MemberData(nameof(WorkedCases), DisableDiscoveryEnumeration = true)]
    public void The_worked_case_comes_out(EntitlementRow row) => row.ShouldComeOut(EntitlementEngine.Judge(row.Charter, row.Facts));

    [Theory, MemberData(nameof(Tables), DisableDiscoveryEnumeration = true)]
    public void The_explanation_belongs_to_the_same_decision(EntitlementRow row)
    {
        var (decision, explanation) = EntitlementEngine.Explain(row.Charter, row.Facts);
        row.ShouldComeOut(decision);
        explanation.All().Count().ShouldBeGreaterThan(5);
    }
}
