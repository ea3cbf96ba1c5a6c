using Sanbao.Domain.Entitlement;
using Sanbao.Web.Features.Charters;
using Sanbao.Web.Platform.Api;

namespace Sanbao.Web.Features.Entitlement;

/// <summary>Judges facts without a stored unit, with the engine that judges requests (api.md).</summary>
internal static class PreviewEntitlement
{
    public static DecisionAnswer Post(PostedBody<FactsRequest> body, CharterBook charters, TimeProvider time, Company company)
    {
        var (decision, explanation) = Run(body.Value, charters, time.Today(company));
        return DecisionAnswer.Of(decision, explanation);
    }

    public static (Decision Decision, Explanation Explanation) Run(FactsRequest request, CharterBook charters, DateOnly today)
    {
        var facts = request.ToFacts(today);
        return EntitlementEngine.Explain(charters.Governing(request.Charter, request.ReportedOn ?? facts.On), facts);
    }
}
