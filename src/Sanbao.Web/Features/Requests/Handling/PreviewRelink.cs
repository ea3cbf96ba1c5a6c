using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Domain.Entitlement;
using Sanbao.Domain.Requests;
using Sanbao.Web.Features.Documents;
using Sanbao.Web.Features.Requests.Page.Forms;
using Sanbao.Web.Shell;
using Site = Sanbao.Domain.Customers.Site;

namespace Sanbao.Web.Features.Requests.Handling;

/// <summary>What another unit would change of a request.</summary>
/// <param name="Request">As it would be.</param>
/// <param name="Customer">Whose it is now.</param>
/// <param name="Site">Where its unit stands now; null: not known.</param>
/// <param name="Decision">As it was judged last; null: not at all.</param>
public sealed record RelinkChange(
    ServiceRequest Request, UnitOnRecord Unit, bool OtherCustomer, string Customer, Site? Site, Decision? Decision);

/// <summary>
/// Shows the unit of a serial number and what would change, before it is linked: the verb done to a copy that nobody saves.
/// </summary>
internal static class PreviewRelink
{
    public static async Task<IResult> Show(
        string key, string? serial, ServiceDb db, RequestCharters charters, Actor actor, TimeProvider time, CancellationToken cancel)
    {
        var request = await Named.Find<ServiceRequest>(db, key, actor).ForWork().AsNoTracking().SingleOrDefaultAsync(cancel)
            ?? throw new NotFoundException();
        if (string.IsNullOrWhiteSpace(serial) || request.WhyNotWork() is not null) return View.Of<RelinkPreview>();
        var unit = await UnitOnRecord.FindAsync(db, serial, request.ReportedAt, actor, cancel);
        if (unit is null || unit.Unit.Id == request.EquipmentId)
            return View.Of<RelinkPreview>(new { Message = unit is null ? "request.relink-unknown" : "request.relink-same" });
        var work = new Work<ServiceRequest>(db, request, charters.Of(request), actor, time.Now(), cancel);
        return View.Of<RelinkPreview>(new { Of = await ChangeAsync(work, unit) });
    }

    private static async Task<RelinkChange> ChangeAsync(Work<ServiceRequest> work, UnitOnRecord unit)
    {
        var request = work.Document;
        var before = request.EquipmentId is { } id
            ? await UnitOnRecord.FindAsync(work.Db, id, request.ReportedAt, work.By, work.Cancel) : null;
        var (other, customer, last) = (request.IsOfAnother(unit.Unit), request.CustomerName, await Judging.LastAsync(work));
        await RelinkUnit.Run(work, new(unit.Unit.Serial, OtherCustomer: true, Reason: null));
        return new(request, unit, other, customer, before?.Site, last?.Decision);
    }
}
