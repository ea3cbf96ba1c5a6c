using Sanbao.Data;
using Sanbao.Data.Writing;
using Sanbao.Domain.Requests;
using Sanbao.Web.Features.Charters;
using Sanbao.Web.Features.Documents;
using Sanbao.Web.Features.InstalledBase;
using Sanbao.Web.Features.Requests;
using Sanbao.Web.Platform.Files;

namespace Sanbao.Web.Features.TakingIn;

/// <summary>Saves a call: a request of its own, with the customer and unit that are new, or one more contact on a request that is
/// there. The page sent again leads to what it made.</summary>
internal sealed class TakeCall(
    ServiceDb db, Edit<ServiceRequest> edit, Writer writer, FormOnce sent, GoverningCharters charters, IntakeDesk desk,
    CallPhotos photos, SaveUnit units, FormState state, Actor actor, Company company, TimeProvider time)
{
    private const string Name = "intake";

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
        var number = form.TellsOfKnownUnit
            ? await sent.RunAsync(Name, new { form, kept }, store => LearnAndOpenAsync(store, form, kept, cancel), cancel)
            : await sent.CreateAsync(Name, new { form, kept }, () => PrepareAsync(form, kept, cancel), cancel);
        return Done.To($"/requests/{number}", "intake.saved", number);
    }

    private async Task<Func<Creation, string>> PrepareAsync(IntakeForm form, IReadOnlyList<KeptFile> kept, CancellationToken cancel)
    {
        var call = await MadeAsync(db, form, kept, cancel);
        var ahead = writer.Ahead(call.Request);
        return creation =>
        {
            if (call.Brought?.Customer is { } customer) creation.Add(customer);
            if (call.Brought?.Unit is { } unit) creation.Add(unit);
            creation.Add(ahead, call.Prepared);
            return call.Request.Number;
        };
    }

    /// <summary>What the caller says of a unit on record stands in the save of his call: with it or not at all.</summary>
    private async Task<string> LearnAndOpenAsync(ServiceDb store, IntakeForm form, IReadOnlyList<KeptFile> kept, CancellationToken cancel)
    {
        var call = await MadeAsync(store, form, kept, cancel);
        if (call.Prepared.Unit is { } known) await units.Learn(known.Unit.Id, form.Missing)(store);
        if (call.Brought?.Customer is { } customer) store.Add(customer);
        await store.AddAsync(call.Request, call.Prepared);
        return call.Request.Number;
    }

    private sealed record Call(ServiceRequest Request, PreparedRequest Prepared, Brought? Brought);

    private async Task<Call> MadeAsync(ServiceDb store, IntakeForm form, IReadOnlyList<KeptFile> kept, CancellationToken cancel)
    {
        var now = time.Now();
        var today = Days.LocalDay(now, company.Zone);
        var brought = await BringRecords.RunAsync(store, form, today, actor, now, cancel);
        var prepared = await PrepareRequest.RunAsync(
            store, charters, form.Said, actor, now, cancel, brought, unit => form.Tell(unit, today, actor, now));
        var request = OpenRequest.Of(prepared, actor, now);
        Attach(request, kept, now);
        return new(request, prepared, brought);
    }

    private async Task<IResult> LinkAsync(Guid id, IntakeForm form, IReadOnlyList<KeptFile> kept, CancellationToken cancel)
    {
        var said = form.Said;
        var work = edit.Of(id, seen: null, async (store, original, now) =>
        {
            await store.LoadPapersAsync(original);
            original.AddContact(
                said.Channel.GetValueOrDefault(), said.Reporter?.Name, said.Reporter?.Phone, said.Description ?? "", actor, now);
            Attach(original, kept, now);
        });
        var number = await sent.RunAsync(Name, new { form, kept }, async store => (await work(store)).Number, cancel);
        return Done.To($"/requests/{number}", "intake.linked", number);
    }

    private void Attach(ServiceRequest request, IReadOnlyList<KeptFile> kept, DateTimeOffset now)
    {
        foreach (var file in kept) request.Attach(file.Name, file.MediaType, file.Size, file.Hash, actor, now);
    }
}
