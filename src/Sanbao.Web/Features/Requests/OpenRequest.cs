using Sanbao.Data;
using Sanbao.Data.Writing;
using Sanbao.Domain.Entitlement;
using Sanbao.Domain.Requests;

namespace Sanbao.Web.Features.Requests;

/// <summary>Takes a prepared contact into the ledger: number, judgement, deadlines, journal line and search words in one commit.</summary>
internal static class OpenRequest
{
    /// <summary>The request, complete but for its number; field errors for what cannot be so.</summary>
    public static ServiceRequest Of(PreparedRequest prepared, Actor actor, DateTimeOffset now) => ServiceRequest.Open(
        prepared.Intake, prepared.Charter, prepared.Judged is { } j ? (j.Facts, j.Decision) : ((Facts, Decision)?)null, actor, now);

    /// <summary>Numbered within the year of the charter's zone; whoever gets it by being the customer's own engineer is told.</summary>
    public static void Add(this Creation creation, Ahead<ServiceRequest> ahead, PreparedRequest prepared)
    {
        creation.Add(ahead, YearOf(ahead.Document, prepared));
        creation.TellOf(ahead.Document);
    }

    /// <summary>The same in a save that changes something else, too.</summary>
    public static async Task AddAsync(this ServiceDb db, ServiceRequest request, PreparedRequest prepared)
    {
        await db.NumberAsync(request, YearOf(request, prepared));
        db.Add(request);
    }

    private static int YearOf(ServiceRequest request, PreparedRequest prepared) =>
        TimeZoneInfo.ConvertTime(request.CreatedAt, prepared.Charter.Zone).Year;
}
