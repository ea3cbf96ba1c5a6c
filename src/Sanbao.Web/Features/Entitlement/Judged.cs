using Sanbao.Domain.Charters;
using Sanbao.Domain.Entitlement;

namespace Sanbao.Web.Features.Entitlement;

/// <summary>A decision with the charter and the facts it rests on, so that its reasoning and what would change it can be told.</summary>
public sealed record Judged(Charter Charter, Facts Facts, Decision Decision)
{
    private Explanation? explanation;

    public static Judged By(Charter charter, Facts facts)
    {
        var (decision, explanation) = EntitlementEngine.Explain(charter, facts);
        return new(charter, facts, decision) { explanation = explanation };
    }

    /// <summary>Made by the same function from the same facts: it cannot drift from what was decided.</summary>
    public Explanation Explanation => explanation ??= EntitlementEngine.Explain(Charter, Facts).Explanation;

    /// <summary>What hangs on what is missing; null where nothing is missing that would decide.</summary>
    public Doubt? Doubt => Doubt.Of(Charter, Facts, Decision);
}
