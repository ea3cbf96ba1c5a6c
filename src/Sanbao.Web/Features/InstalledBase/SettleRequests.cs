using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Domain.Entitlement;
using Sanbao.Domain.InstalledBase;
using Sanbao.Domain.Requests;
using Sanbao.Web.Platform.Store;

namespace Sanbao.Web.Features.InstalledBase;

/// <summary>Requests that were not determined are judged again when more is known of their unit, in the same save.</summary>
internal sealed class SettleRequests(CharterShelf charters, Actor actor)
{
    /// <param name="unit">Changed and not saved yet, with its components.</param>
    public async Task RunAsync(ServiceDb db, Equipment unit, DateTimeOffset now, CancellationToken cancel)
    {
        var open = await db.Requests.Where(r => r.EquipmentId == unit.Id && r.Undetermined)
            .OrderBy(r => r.ReportedAt).Select(r => r.Id).ToListAsync(cancel);
        if (open.Count == 0) return;
        foreach (var reference in db.Entry(unit).References) await reference.LoadAsync(cancel);
        var just = RepairHistory.None;
        foreach (var id in open)
        {
            if (await db.Requests.Where(r => r.Id == id).FirstForWorkAsync(db, cancel) is not { } request) continue;
            var last = await db.Set<Judgement>().AsNoTracking().Where(j => j.RequestId == request.Id)
                .OrderByDescending(j => j.Index).FirstAsync(cancel);
            var charter = charters.Find(request.CharterCode, request.CharterVersion);
            var facts = await FactsAsync(db, unit, request, last, just, cancel);
            request.Settle(unit, last, facts with { On = request.JudgedOn(charter.Zone) }, charter, actor, now);
            // What is settled here is not saved yet, so that the records cannot count it for the next one.
            just += new RepairHistory(request.FailedRepairs, null, request.FailedRepairDays);
        }
    }

    private static async Task<Facts> FactsAsync(
        ServiceDb db, Equipment unit, ServiceRequest request, Judgement last, RepairHistory just, CancellationToken cancel)
    {
        var known = await db.RepairHistoryAsync(unit.Id, request.ReportedAt, request.Id, cancel);
        var history = (known + just) with { SameFaultRepairs = known.SameFaultRepairs };
        var component = unit.Components.SingleOrDefault(c => c.Id == request.ComponentId);
        var facts = unit.FactsOn(last.Facts.On, component, history, last.Facts.Cause, last.Facts.Wanted);
        // A contract that was named at intake instead of the unit's own.
        return request.ContractId is { } contract && contract != unit.ContractId
            ? facts.Under(await db.Contracts.AsNoTracking().SingleAsync(c => c.Id == contract, cancel))
            : facts;
    }
}
