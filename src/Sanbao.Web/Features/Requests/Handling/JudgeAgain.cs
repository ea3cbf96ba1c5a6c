using Microsoft.EntityFrameworkCore;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Entitlement;
using Sanbao.Domain.Requests;

namespace Sanbao.Web.Features.Requests.Handling;

/// <summary>The cause was found: the final judgement (C4).</summary>
internal sealed record RecordCause(Cause? Cause)
{
    public static RecordCause Read(FormReader form) => new(form.NeededChoice<Cause>("cause"));

    public static async Task Run(RequestWork work, RecordCause found)
    {
        var errors = new FieldErrors();
        errors.When(found.Cause is null, "cause", "field.required");
        errors.Throw();
        var last = await Judging.LastAsync(work);
        var facts = await Judging.FactsAsync(work, found.Cause!.Value);
        work.Request.Judge(facts with { Goodwill = last?.Facts.Goodwill }, final: true, work.Charter, work.By, work.Now);
    }
}

/// <summary>Another unit than was thought: linked, and judged again. Without a serial number the unit is not identified after all.</summary>
internal sealed record RelinkUnit(string? Serial, string? Reason)
{
    public static RelinkUnit Read(FormReader form) => new(form.Text("serial", 100), form.Text("reason", 1000));

    public static async Task Run(RequestWork work, RelinkUnit link)
    {
        Refusal.Throw(work.Request.WhyNotWork());
        var errors = new FieldErrors();
        errors.Text(link.Serial, "serial", 100);
        errors.Text(link.Reason, "reason", 1000);
        errors.Throw();
        var unit = string.IsNullOrWhiteSpace(link.Serial) ? null
            : (await UnitOnRecord.FindAsync(work.Db, link.Serial, work.Request.ReportedAt, work.By, work.Cancel))?.Unit
                ?? throw new FieldErrorsException([new("serial", "request.serial-unknown", link.Serial)]);
        var last = await Judging.LastAsync(work);
        work.Request.Relink(unit, componentId: null, link.Reason, work.Charter, work.By, work.Now);
        if (unit is null) return;
        var facts = await Judging.FactsAsync(work, last?.Facts.Cause ?? Cause.Unknown);
        work.Request.Judge(facts, final: last?.Final ?? false, work.Charter, work.By, work.Now);
    }
}

/// <summary>Gives lines free that are not due (C5).</summary>
internal sealed record GiveGoodwill(IReadOnlyList<LineKind>? Lines, string? Reason)
{
    public static GiveGoodwill Read(FormReader form) => new([.. form.Choices<LineKind>("lines")], form.Text("reason", 1000));

    public static async Task Run(RequestWork work, GiveGoodwill given)
    {
        Refusal.Throw(work.Request.WhyNotGiveGoodwill());
        var last = await Judging.LastAsync(work);
        work.Request.GiveGoodwill(last!, [.. given.Lines ?? []], given.Reason ?? "", work.Charter, work.By, work.Now);
    }
}

/// <summary>What a further judgement is made of.</summary>
internal static class Judging
{
    public static Task<Judgement?> LastAsync(RequestWork work) =>
        work.Db.Set<Judgement>().AsNoTracking().Where(j => j.RequestId == work.Request.Id)
            .OrderByDescending(j => j.Index).FirstOrDefaultAsync(work.Cancel);

    /// <summary>The facts of the linked unit as the records have them now; without a unit those of the last judgement, with this cause.</summary>
    public static async Task<Facts> FactsAsync(RequestWork work, Cause cause)
    {
        var request = work.Request;
        var on = request.JudgedOn(work.Charter.Zone);
        if (request.EquipmentId is not { } id || await UnitOnRecord.FindAsync(work.Db, id, request.ReportedAt, work.By, work.Cancel) is not { } known)
            return (await LastAsync(work))?.Facts is { } told ? told with { Cause = cause } : new Facts { On = on, Cause = cause };
        var component = known.Unit.Components.SingleOrDefault(c => c.Id == request.ComponentId);
        var facts = known.Unit.FactsOn(on, component, known.History, cause);
        // A contract that was named at intake instead of the unit's own.
        return request.ContractId is { } contract && contract != known.Unit.ContractId
            ? facts.Under(await work.Db.Contracts.AsNoTracking().SingleAsync(c => c.Id == contract, work.Cancel))
            : facts;
    }
}
