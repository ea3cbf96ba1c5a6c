using Microsoft.AspNetCore.Http.HttpResults;
using Sanbao.Domain.Charters;
using Sanbao.Web.Features.Charters;
using Sanbao.Web.Platform.Api;
using Sanbao.Web.Shell;

namespace Sanbao.Web.Features.Entitlement;

/// <summary>Is it covered? For programs, and as a page for anybody in the company.</summary>
internal sealed class EntitlementFeature : Feature
{
    /// <summary>S1: the eighteen months from leaving the factory end before the twelve from commissioning.</summary>
    private const string Example = """
        {"charter":"S1","on":"2025-07-11","product":{"line":"pump","source":"own","agreementMonths":null,"supplied":null},
         "dates":{"exFactory":"2024-01-10","commissioned":"2025-02-01"},"evidence":["commissioning"],
         "contract":{"sector":null,"party":"company"},
         "fault":{"cause":"quality"},"history":{"failedRepairs":0,"repairDays":0},"price":2000.00,"wanted":null}
        """;

    public override void Map(Routes routes)
    {
        routes.Api.MapPost("/entitlements/preview", PreviewEntitlement.Post).RequirePermission(Permission.ReadCharters)
            .Takes<FactsRequest>(Example)
            .WithSummary("Judge facts without a stored unit");
        routes.Pages.MapGet("/entitlement", Page).RequirePermission(Permission.ReadCharters);
    }

    public override IReadOnlyList<MenuItem> Menu =>
        [new(MenuGroup.Daily, "cover.menu", "/entitlement", "shield-check", Permission.ReadCharters, "g e", OnPhone: true)];

    private static RazorComponentResult Page(HttpContext http, FormState state, CharterBook charters, TimeProvider time, Company company)
    {
        var today = time.Today(company);
        var request = CoverForm.Read(http, state, today);
        Charter charter;
        try { charter = charters.Governing(request.Charter, request.On ?? today); }
        catch (FieldErrorsException e)
        {
            state.Errors.AddRange(e.Errors);
            charter = charters.Governing(null, today);
        }
        var asked = state.Errors.Count == 0 && http.Request.Query.Keys.Any(k => k != "charter");
        var judged = asked ? PreviewEntitlement.Run(request, charters, today) : null;
        return View.Of<CoverPage>(
            new { Charter = charter, On = request.On ?? today, Judged = judged, Choosable = charters.Choosable(today) });
    }
}
