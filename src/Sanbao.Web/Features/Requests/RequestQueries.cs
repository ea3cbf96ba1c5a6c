using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Journal;
using Sanbao.Domain.Requests;
using Sanbao.Web.Features.Documents;
using Sanbao.Web.Features.Entitlement;
using Sanbao.Web.Features.Promises;
using Sanbao.Web.Platform.Api;
using Sanbao.Web.Platform.Store;

namespace Sanbao.Web.Features.Requests;

/// <summary>Looks at one request closely.</summary>
internal static class RequestQueries
{
    /// <param name="key">Id or number.</param>
    public static async Task<RequestDetailAnswer?> FindAsync(
        ServiceDb db, CharterShelf charters, string key, Actor actor, DateTimeOffset now, CancellationToken cancel)
    {
        var request = await Named.Find<ServiceRequest>(db, key, actor).AsNoTracking()
            .Include(r => r.Events.OrderBy(e => e.Index)).FirstOrDefaultAsync(cancel);
        if (request is null) return null;
        var answer = RequestAnswer.Of(request.For(actor)) with
        {
            Entitlement = await EntitlementAsync(db, charters, request, cancel),
            Deadlines = request.Imported
                ? [] : [.. request.DeadlinesAt(charters.Find(request.CharterCode, request.CharterVersion), now).Select(DeadlineAnswer.Of)],
            Similar = await SimilarCases.FindAsync(db, request.Model, request.Description, request.Id, actor, cancel),
            OpenOnSameEquipment = await OpenBesideAsync(db, request, actor, cancel),
        };
        return new(answer)
        {
            Timeline = [.. (await db.TimelineAsync(request.Id, actor, cancel)).Select(TimelineAnswer.Of)],
            Attachments = [.. (await db.PapersOf(request.Id).AsNoTracking().ToListAsync(cancel)).Select(PaperAnswer.Of)],
            Documents = [],
        };
    }

    /// <summary>The id of the request with this external reference that the actor may see; null when there is none.</summary>
    public static async Task<Guid?> FindByReferenceAsync(ServiceDb db, string reference, Actor actor, CancellationToken cancel) =>
        await db.Requests.VisibleTo(actor).Where(r => r.ReferenceOf == actor.OnBehalfOf && r.ExternalReference == reference)
            .Select(r => (Guid?)r.Id).FirstOrDefaultAsync(cancel);

    private static async Task<DecisionAnswer?> EntitlementAsync(ServiceDb db, CharterShelf charters, ServiceRequest request,
        CancellationToken cancel)
    {
        var last = await db.Set<Domain.Requests.Judgement>().AsNoTracking().Where(j => j.RequestId == request.Id)
            .OrderByDescending(j => j.Index).FirstOrDefaultAsync(cancel);
        if (last is null) return null;
        // The same function on the same facts under the same version: the explanation cannot drift from what was decided.
        var charter = charters.Find(last.Decision.CharterCode, last.Decision.CharterVersion);
        return DecisionAnswer.Of(new Judged(charter, last.Facts, last.Decision));
    }

    private static Task<int> OpenBesideAsync(ServiceDb db, ServiceRequest request, Actor actor, CancellationToken cancel) =>
        request.EquipmentId is { } unit
            ? db.Requests.VisibleTo(actor).CountAsync(r =>
                r.EquipmentId == unit && r.Status == RequestStatus.Open && r.Id != request.Id, cancel)
            : Task.FromResult(0);
}
