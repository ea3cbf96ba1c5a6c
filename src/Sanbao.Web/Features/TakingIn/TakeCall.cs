using Sanbao.Data;
using Sanbao.Data.Writing;
using Sanbao.Domain.Requests;
using Sanbao.Web.Features.Charters;
using Sanbao.Web.Features.Documents;
using Sanbao.Web.Features.InstalledBase;
using Sanbao.Web.Features.Requests;
using Sanbao.Web.Platform.Api;
using Sanbao.Web.Platform.Files;

namespace Sanbao.Web.Features.TakingIn;

/// <summary>Saves a call: a request of its own, with the customer and unit that are new, or one more contact on a request that is
/// there.</summary>
internal sealed class TakeCall(
    ServiceDb db, Edit<ServiceRequest> edit, Writer writer, Idempotency idempotency, GoverningCharters charters, IntakeDesk desk,
    CallPhotos photos, SaveUnit units, FormState state, Actor actor, Company company, TimeProvider time)
{
    public Task<IResult> Post(HttpContext http) => PostForm.Handle(
        http, form => IntakeForm.Read(form, state, company.Zone),
        async form =>
        {
            var kept = await photos.KeptAsync(http);
            return form.Link is { } original
                ? await LinkAsync(original, form, kept, http.RequestAborted) : await OpenAsync(form, kept, http.RequestAborted);
        },
        () => desk.Again(http));

    private async Task<IResult> OpenAsync(IntakeForm form, IReadOnlyList<KeptFile> kept, CancellationToken cancel)
    {
        var now = time.Now();
        try
        {
            // The page is the key: sent again it leads to what it made.
            var key = PostedKey.OfForm(actor, "form", form.Once, form.ToString());
            var saved = await idempotency.CreateOnceAsync(key, now, () =>
                Task.FromResult<KeyedResult?>(null), () => PrepareAsync(form, kept, now, cancel), cancel);
            return Done.To($"/requests/{saved.Result}", "intake.saved", saved.Result);
        }
        // With other words in it, it is told that it was saved already.
        catch (FieldErrorsException e) when (e.Errors.Any(error => error.Field == Idempotency.Field))
        {
            throw new RefusedException(new("intake.already-saved"));
        }
    }

    private async Task<Func<Creation, KeyedResult>> PrepareAsync(IntakeForm form, IReadOnlyList<KeptFile> kept, DateTimeOffset now,
        CancellationToken cancel)
    {
        var today = Days.LocalDay(now, company.Zone);
        var brought = await BringRecords.RunAsync(db, form, today, actor, now, cancel);
        var prepared = await PrepareRequest.RunAsync(
            db, charters, form.Said, actor, now, cancel, brought, unit => form.Tell(unit, today, actor, now));
        // What a caller says of a unit on record is true whether or not the call is saved after it.
        if (!form.Missing.IsEmpty && brought?.Unit is null && prepared.Unit is { } known)
            await writer.RunAsync(units.Learn(known.Unit.Id, form.Missing), cancel);
        var request = OpenRequest.Of(prepared, actor, now);
        foreach (var file in kept) request.Attach(file.Name, file.MediaType, file.Size, file.Hash, actor, now);
        var ahead = writer.Ahead(request);
        return creation =>
        {
            if (brought?.Customer is { } customer) creation.Add(customer);
            if (brought?.Unit is { } unit) creation.Add(unit);
            creation.Add(ahead, prepared);
            return new(StatusCodes.Status303SeeOther, request.Number);
        };
    }

    private async Task<IResult> LinkAsync(Guid id, IntakeForm form, IReadOnlyList<KeptFile> kept, CancellationToken cancel)
    {
        var said = form.Said;
        var request = await writer.RunAsync(
            edit.Of(id, seen: null, async (store, original, now) =>
            {
                await store.LoadPapersAsync(original);
                original.AddContact(said.Channel.GetValueOrDefault(), said.Reporter?.Name, said.Reporter?.Phone, said.Description
                    ?? "", actor, now);
                foreach (var file in kept) original.Attach(file.Name, file.MediaType, file.Size, file.Hash, actor, now);
            }),
            cancel);
        return Done.To($"/requests/{request.Number}", "intake.linked", request.Number);
    }
}
