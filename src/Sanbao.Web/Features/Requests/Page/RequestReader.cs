using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Journal;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Promises;
using Sanbao.Domain.Requests;
using Sanbao.Web.Features.Documents;

namespace Sanbao.Web.Features.Requests.Page;

/// <summary>Reads what the page of one request shows.</summary>
internal sealed class RequestReader(ServiceDb db, RequestCharters charters, KnownAccounts accounts, Actor actor, TimeProvider time)
{
    private const int MostOthers = 8;

    public async Task<RequestView> ReadAsync(string key, CancellationToken cancel)
    {
        var request = await FindAsync(key, cancel);
        var (charter, now) = (charters.Of(request), time.Now());
        var others = await OthersAsync(request, cancel);
        return new()
        {
            Request = request, Charter = charter, Actor = actor, Now = now,
            Deadlines = request.Imported ? [] : PromiseEngine.Explain(charter, request.ToCase(), request.CaseEvents(), now),
            Behind = request.Reopened == 0
                ? [] : await db.Deadlines.AsNoTracking().Where(d => d.OwnerId == request.Id && d.Behind > 0).ToListAsync(cancel),
            Papers = await db.PapersOf(request.Id).AsNoTracking().ToListAsync(cancel),
            Journal = await db.TimelineAsync(request.Id, actor, cancel),
            Verbs = RequestKind.Of.Offered(request, actor), Way = RequestWay.Of(request, charter),
            Unit = await UnitAsync(request, cancel),
            Others = [.. others.Take(MostOthers)], MoreOthers = others.Count > MostOthers,
            Similar = request.Solution is "" && request.Status is RequestStatus.Open
                ? await SimilarCases.FindAsync(db, request.Model, request.Description, request.Id, actor, cancel) : [],
            Repeats = request is { Category: RequestCategory.Fault, Status: RequestStatus.Open }
                ? await EarlierRepairs.FindAsync(
                    db, request.EquipmentId, request.ComponentId, request.Judgements is [.., var last] ? last.Facts.Cause : Cause.Unknown,
                    request.Id, request.ReportedAt, actor, cancel) : [],
            People = [.. (await accounts.OwnPeopleAsync(actor, cancel)).Where(p => p.May(Permission.WorkRequests))],
            OriginalNumber = await db.Requests.VisibleTo(actor).Where(r => r.Id == request.DuplicateOfId).Select(r => r.Number)
                .SingleOrDefaultAsync(cancel),
        };
    }

    private async Task<ServiceRequest> FindAsync(string key, CancellationToken cancel)
    {
        var request = await Named.Find<ServiceRequest>(db, key, actor).AsNoTracking()
            .Include(r => r.Events.OrderBy(e => e.Index)).Include(r => r.Judgements.OrderBy(j => j.Index))
            .Include(r => r.Repairs.OrderBy(r => r.Round)).Include(r => r.Visits.OrderBy(v => v.Appointment))
            .SingleOrDefaultAsync(cancel) ?? throw new NotFoundException();
        return request.For(actor);
    }

    private Task<UnitOfRequest?> UnitAsync(ServiceRequest request, CancellationToken cancel) =>
        db.Equipment.VisibleTo(actor).Where(u => u.Id == request.EquipmentId)
            .Select(u => new UnitOfRequest(
                u.Id, u.Serial, u.Product!.Model, u.Product.Name, u.Product.Line,
                u.Customer!.Sites.Where(s => s.Id == u.SiteId).Select(s => s.Name).FirstOrDefault(),
                u.Customer.Sites.Where(s => s.Id == u.SiteId).Select(s => s.Address).FirstOrDefault(),
                u.CustomerId, u.Customer.DedicatedEngineer, u.Customer.DedicatedEngineerId))
            .SingleOrDefaultAsync(cancel)!;

    private async Task<List<OtherRequest>> OthersAsync(ServiceRequest request, CancellationToken cancel) =>
        request.EquipmentId is not { } unit ? [] : await db.Requests.VisibleTo(actor)
            .Where(r => r.EquipmentId == unit && r.Id != request.Id)
            .OrderByDescending(r => r.ReportedAt).Take(MostOthers + 1)
            .Select(r => new OtherRequest(r.Number, r.Status, r.Category, r.ReportedAt, r.Description, r.Covered, r.Repaired))
            .ToListAsync(cancel);
}
