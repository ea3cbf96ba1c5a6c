using Sanbao.Domain.Charters;
using Sanbao.Domain.Customers;
using Sanbao.Web.Features.Charters;
using Sanbao.Web.Platform.Api;

namespace Sanbao.Web.Features.Entitlement;

/// <summary>Judges facts without a stored unit, with the engine that judges requests.</summary>
internal static class PreviewEntitlement
{
    public static DecisionAnswer Post(PostedBody<FactsRequest> body, CharterBook charters, TimeProvider time, Company company) =>
        DecisionAnswer.Of(Run(body.Value, charters, time.Today(company)));

    public static Judged Run(FactsRequest request, CharterBook charters, DateOnly today)
    {
        var facts = request.ToFacts(today);
        var charter = charters.Governing(request.Charter, request.ReportedOn ?? facts.On);
        CheckSector(facts.Sector, charter);
        return Judged.By(charter, facts);
    }

    // A sector that nobody knows would only be a slip that costs the customer an extension.
    private static void CheckSector(string? sector, Charter charter)
    {
        var errors = new FieldErrors();
        errors.When(
            sector is not null && !Sectors.All.Contains(sector) && !AskedFacts.SectorsOf(charter).Contains(sector),
            "contract.sector", "field.unknown", sector ?? "");
        errors.Throw();
    }
}
