using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Entitlement;
using Sanbao.Domain.Requests;
using Sanbao.Web.Features.Documents;

namespace Sanbao.Web.Features.Requests.Handling;

/// <summary>The cause was found: the final judgement (C4).</summary>
internal sealed record RecordCause([Required] Cause? Cause)
{
    public static async Task Run(Work<ServiceRequest> work, RecordCause found)
    {
        work.Document.Judge(await Judging.FinalAsync(work, found.Cause.GetValueOrDefault()), final: true, work.Charter, work.By, work.Now);
    }
}

/// <summary>Another unit than was thought: linked, and judged again. Without a serial number the unit is not identified after
/// all.</summary>
/// <param name="OtherCustomer">That the unit is another customer's, who gets the request, is meant.</param>
internal sealed record RelinkUnit(
    [MaxLength(100)] string? Serial, bool OtherCustomer, [MaxLength(ServiceRequest.LongestRemark)] string? Reason)
{
    public static async Task Run(Work<ServiceRequest> work, RelinkUnit link)
    {
        var unit = string.IsNullOrWhiteSpace(link.Serial) ? null
            : (await UnitOnRecord.FindAsync(work.Db, link.Serial, work.Document.ReportedAt, work.By, work.Cancel))?.Unit
                ?? throw new FieldErrorsException([new("serial", "request.serial-unknown", link.Serial)]);
        var last = await Judging.LastAsync(work);
        work.Document.Relink(unit, link.OtherCustomer, link.Reason, work.Charter, work.By, work.Now);
        if (unit is null) return;
        var facts = await Judging.FactsAsync(work, last?.Facts.Cause ?? Cause.Unknown);
        work.Document.Judge(facts, final: last?.Final ?? false, work.Charter, work.By, work.Now);
    }
}

/// <summary>Gives lines free that are not due (C5).</summary>
internal sealed record GiveGoodwill([Required] IReadOnlyList<LineKind>? Lines,
    [Required, MaxLength(ServiceRequest.LongestRemark)] string? Reason)
{
    public static async Task Run(Work<ServiceRequest> work, GiveGoodwill given)
    {
        var last = await Judging.LastAsync(work);
        work.Document.GiveGoodwill(last!, [.. given.Lines!], given.Reason!, work.Charter, work.By, work.Now);
    }
}

/// <summary>What a further judgement is made of.</summary>
internal static class Judging
{
    public static Task<Judgement?> LastAsync(Work<ServiceRequest> work) =>
        work.Db.Set<Judgement>().AsNoTracking().Where(j => j.RequestId == work.Document.Id)
            .OrderByDescending(j => j.Index).FirstOrDefaultAsync(work.Cancel);

    /// <summary>What the final judgement is made of: what was given free and what the customer asks for stay.</summary>
    public static async Task<Facts> FinalAsync(Work<ServiceRequest> work, Cause cause)
    {
        var last = await LastAsync(work);
        return (await FactsAsync(work, cause)) with { Goodwill = last?.Facts.Goodwill, Wanted = last?.Facts.Wanted };
    }

    /// <summary>The facts of the linked unit as the records have them now; without a unit those of the last judgement, with this
    /// cause.</summary>
    public static async Task<Facts> FactsAsync(Work<ServiceRequest> work, Cause cause)
    {
        var request = work.Document;
        var on = request.JudgedOn(work.Charter.Zone);
        if (request.EquipmentId is not { } id || await UnitOnRecord.FindAsync(work.Db, id, request.ReportedAt, work.By,
            work.Cancel) is not { } known)
            return (await LastAsync(work))?.Facts is { } told ? told with { Cause = cause } : new Facts { On = on, Cause = cause };
        var component = known.Unit.Components.SingleOrDefault(c => c.Id == request.ComponentId);
        var facts = known.Unit.FactsOn(on, component, known.History + request.OwnHistory(), cause);
        // A contract that was named at intake instead of the unit's own.
        return request.ContractId is { } contract && contract != known.Unit.ContractId
            ? facts.Under(await work.Db.Contracts.AsNoTracking().SingleAsync(c => c.Id == contract, work.Cancel))
            : facts;
    }
}
