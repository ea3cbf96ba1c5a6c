using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Search;
using Sanbao.Domain.InstalledBase;
using Sanbao.Web.Features.Charters;
using Sanbao.Web.Features.InstalledBase;
using Sanbao.Web.Features.Requests;
using Sanbao.Web.Shell;

namespace Sanbao.Web.Features.TakingIn;

/// <summary>The desk at which a call is taken: finds, judges and shows; nothing here writes.</summary>
internal sealed class IntakeDesk(
    ServiceDb db, GoverningCharters charters, CallPhotos photos, Actor actor, FormState state, Company company, TimeProvider time)
{
    private const int MostModels = 300, MostContacts = 30;

    /// <summary>A fresh page. <c>?find=</c> looks for what another page or a scanned label names; <c>?customer=</c> is a customer's own
    /// page.</summary>
    public async Task<IResult> Show(HttpContext http)
    {
        var query = http.Request.Query;
        if (query["find"].ToString() is { Length: > 0 } find) state.Put("find", find);
        return await ChooseAsync(query["customer"].ToString() is { Length: > 0 } customer
            ? $"customer:{customer}" : null, http.RequestAborted);
    }

    /// <summary>The list below the finder, while one types.</summary>
    public async Task<IResult> Find(string? find, CancellationToken cancel) =>
        View.Of<Hits>(new { Of = string.IsNullOrWhiteSpace(find) ? null : await Finding.OfAsync(db, find, actor, cancel) });

    /// <summary>A hit was chosen, or the finder was sent: the page again with all that was typed, and what the choice brings.</summary>
    public async Task<IResult> Choose(HttpContext http)
    {
        state.Take(await http.Request.ReadFormAsync(http.RequestAborted));
        await photos.KeepForLaterAsync(http);
        return await ChooseAsync(state.Typed("choose"), http.RequestAborted);
    }

    /// <summary>What is judged and promised, after something that decides it was changed.</summary>
    public async Task<IResult> Judge(HttpContext http)
    {
        state.Take(await http.Request.ReadFormAsync(http.RequestAborted));
        return View.Of<JudgementPane>(new { Of = await ViewAsync(null, http.RequestAborted), Swapped = true });
    }

    /// <summary>The page with what was typed; the form had something wrong.</summary>
    public async Task<IResult> Again(HttpContext http)
    {
        await photos.KeepForLaterAsync(http);
        return View.Of<IntakePage>(new { Of = await ViewAsync(null, http.RequestAborted, keepErrors: true) });
    }

    private async Task<IResult> ChooseAsync(string? choice, CancellationToken cancel)
    {
        var finding = await TakeChoiceAsync(choice, cancel);
        return View.Of<IntakePage>(new { Of = await ViewAsync(finding, cancel) });
    }

    /// <summary>Puts the choice into the form; gives what is left to choose from.</summary>
    private async Task<Finding?> TakeChoiceAsync(string? choice, CancellationToken cancel)
    {
        if (choice is "none") return Clear();
        if (choice?.Split(':') is [var kind, var text] && Guid.TryParse(text, out var id)) return await TakeAsync(kind, id, cancel);
        if (state.Typed("find")?.Trim() is not { Length: > 0 } typed) return null;
        var finding = await Finding.OfAsync(db, typed, actor, cancel);
        if (finding.Only is { } only) return await TakeAsync(Kebab.Of(only.Kind), only.Id, cancel);
        if (finding.Hits.IsEmpty) Remember(typed);
        return finding;
    }

    private async Task<Finding?> TakeAsync(string kind, Guid id, CancellationToken cancel)
    {
        var typed = state.Typed("find");
        if (IsPhone(typed)) state.Fill("reporter.phone", typed);
        Clear();
        switch (kind)
        {
            case "equipment":
                state.Put("equipmentId", id.ToString());
                return null;
            case "product":
                var model = await db.Products.Where(p => p.Id == id).Select(p => p.Model).FirstOrDefaultAsync(cancel);
                state.Put("model", model ?? throw new NotFoundException());
                return null;
            case "contract":
                var contract = await db.Contracts.AsNoTracking().VisibleTo(actor).FirstOrDefaultAsync(c => c.Id == id, cancel)
                    ?? throw new NotFoundException();
                state.Put("contract", contract.Number);
                state.Put("customerId", contract.CustomerId.ToString());
                return await UnitsAsync(null, id, cancel);
            default:
                var customer = await db.CustomersKnownBy(c => c.Id == id).VisibleTo(actor).Select(c => (Guid?)c.Id)
                    .FirstOrDefaultAsync(cancel) ?? id;
                state.Put("customerId", customer.ToString());
                return await UnitsAsync(customer, null, cancel);
        }
    }

    /// <summary>A customer with one unit means that unit.</summary>
    private async Task<Finding?> UnitsAsync(Guid? customer, Guid? contract, CancellationToken cancel)
    {
        var units = await Finding.UnitsAsync(db, customer, contract, actor, cancel);
        if (units.Hits is not [var only]) return units;
        state.Put("equipmentId", only.Id.ToString());
        return null;
    }

    private Finding? Clear()
    {
        foreach (var field in new[] { "equipmentId", "customerId", "contract", "component", "find" }) state.Put(field, "");
        return null;
    }

    /// <summary>What nobody knows is kept where it belongs: digits are a telephone, Chinese is a name, the rest a serial number.</summary>
    private void Remember(string typed)
    {
        if (IsPhone(typed)) state.Fill("reporter.phone", typed);
        else if (typed.Any(c => c >= '\u4e00')) state.Fill("customer.name", typed);
        else state.Fill("serial", typed);
    }

    private static bool IsPhone(string? typed) => !string.IsNullOrEmpty(typed) && !typed.Any(char.IsLetter) && Telephones.IsOne(typed);

    private async Task<IntakeView> ViewAsync(Finding? finding, CancellationToken cancel, bool keepErrors = false)
    {
        var now = time.Now();
        // What cannot be read yet is told when the form is saved, not while it is filled in.
        var before = state.Errors.ToArray();
        var form = IntakeForm.Read(new FormReader(state), state, company.Zone);
        state.Errors.Clear();
        if (keepErrors) state.Errors.AddRange(before);
        var said = form.Said with { Category = form.Said.Category ?? Domain.Charters.RequestCategory.Fault };
        var product = await BillQueries.FindAsync(db, form.Unit?.Model, cancel);
        BillPiece[] pieces = product is null ? [] : [.. BeginWithBill.PiecesOf(product, form.Unit?.Picked)];
        // Of another model, or unticked since it was chosen.
        if (form.Unit is { } fresh && pieces.All(p => p.Key != fresh.AtFault)) form = form with { Unit = fresh with { AtFault = null } };
        var brought = await BroughtAsync(form, now, cancel);
        // A unit that is new is none of those on record, even while its serial number is still that of one.
        var (prepared, wrong) = await PrepareAsync(form, form.Unit is null ? said : said with { Serial = null }, brought, now, cancel);
        return new()
        {
            Now = now, Finding = finding, Prepared = prepared, Wrong = wrong,
            Unit = form.Unit is null ? prepared?.Unit : null,
            Promised = prepared?.Promised(now) ?? [], Photos = [.. photos.Notes()],
            Same = await SameMatter.FindAsync(
                db, prepared?.Unit?.Unit.Id, [said.Reporter?.Phone, said.Customer?.Phone], actor, now, cancel),
            Repeats = said.Category is Domain.Charters.RequestCategory.Fault && prepared is { Unit: { } known }
                ? await EarlierRepairs.FindAsync(db, known.Unit.Id, prepared.Intake.ComponentId, said.Cause ?? default, null, now, actor,
                    cancel) : [],
            Customer = said.CustomerId is { } id
                ? await db.CustomersKnownBy(c => c.Id == id).AsNoTracking().VisibleTo(actor).FirstOrDefaultAsync(cancel) : null,
            Contacts = await ContactsAsync(prepared?.Unit?.Unit.CustomerId ?? said.CustomerId, cancel),
            NewProduct = product, NewPieces = [.. pieces],
            Models = form.Unit is not null || prepared?.Unit is null
                ? [.. await db.Products.OrderBy(p => p.Model).Select(p => p.Model).Take(MostModels).ToListAsync(cancel)] : [],
        };
    }

    private async Task<ImmutableArray<(string Name, string Phone)>> ContactsAsync(Guid? customer, CancellationToken cancel) =>
        customer is null ? [] :
        [.. (await db.CustomersKnownBy(c => c.Id == customer).AsNoTracking().VisibleTo(actor).SelectMany(c => c.Contacts)
            .OrderBy(c => c.Name).Take(MostContacts)
            .Select(c => new { c.Name, c.Phone }).ToListAsync(cancel)).Select(c => (c.Name, c.Phone))];

    private async Task<Brought?> BroughtAsync(IntakeForm form, DateTimeOffset now, CancellationToken cancel)
    {
        try { return await BringRecords.RunAsync(db, form, Days.LocalDay(now, company.Zone), actor, now, cancel); }
        // What is missing or not permitted is told when the form is saved, not while it is filled in.
        catch (Exception still) when (still is FieldErrorsException or RefusedException) { return null; }
    }

    private async Task<(PreparedRequest?, ImmutableArray<FieldError>)> PrepareAsync(
        IntakeForm form, RequestToOpen said, Brought? brought, DateTimeOffset now, CancellationToken cancel)
    {
        try
        {
            // Whether the special case may be declared is asked when it is saved; here is only shown what it would mean.
            var free = actor with { Permissions = [.. actor.Permissions, Permission.AssignRequests] };
            var prepared = await PrepareRequest.RunAsync(
                db, charters, said, free, now, cancel, brought, unit => TellIfItCan(form, unit, now));
            return (prepared, []);
        }
        catch (FieldErrorsException cannot)
        {
            return (null, cannot.Errors);
        }
    }

    /// <summary>What cannot be so is told when the form is saved; until then the unit is judged without it.</summary>
    private void TellIfItCan(IntakeForm form, Domain.InstalledBase.Equipment unit, DateTimeOffset now)
    {
        try { form.Tell(unit, Days.LocalDay(now, company.Zone), actor, now); }
        catch (Exception still) when (still is FieldErrorsException or RefusedException) { }
    }
}
