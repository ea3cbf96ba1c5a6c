using System.Security.Cryptography;
using System.Text;
using Sanbao.Data;
using Sanbao.Data.Writing;
using Sanbao.Web.Features.Charters;
using Sanbao.Web.Features.Requests;
using Sanbao.Web.Platform.Api;
using Sanbao.Web.Platform.Files;

namespace Sanbao.Web.Features.TakingIn;

/// <summary>Saves a call: a request of its own, with the customer and unit that are new, or one more contact on a request that is there.</summary>
internal sealed class TakeCall(
    ServiceDb db, Writer writer, Idempotency idempotency, GoverningCharters charters, IntakeDesk desk, CallPhotos photos, Actor actor, Company company, TimeProvider time)
{
    public Task<IResult> Post(HttpContext http) => PostForm.Handle(
        http, form => IntakeForm.Read(form, company.Zone),
        async form =>
        {
            var kept = await photos.KeptAsync(http);
            return form.Link is { } original ? await LinkAsync(original, form, kept, http.RequestAborted) : await OpenAsync(form, kept, http.RequestAborted);
        },
        () => desk.Again(http));

    private async Task<IResult> OpenAsync(IntakeForm form, IReadOnlyList<KeptFile> kept, CancellationToken cancel)
    {
        var (now, key) = (time.Now(), KeyOf(form));
        if (await FirstAsync(key, cancel) is { } first) return Saved(first);
        var brought = await BringRecords.RunAsync(db, form, Days.LocalDay(now, company.Zone), actor, now, cancel);
        var prepared = await PrepareRequest.RunAsync(db, charters, form.Said, actor, now, cancel, brought);
        var request = OpenRequest.Of(prepared, actor, now);
        foreach (var file in kept) request.Attach(file.Name, file.MediaType, file.Size, file.Hash, actor, now);
        var saved = await idempotency.CreateOnceAsync(key.Key, key.BodyHash, now, creation =>
        {
            if (brought?.Customer is { } customer) creation.Add(customer);
            if (brought?.Unit is { } unit) creation.Add(unit);
            return (StatusCodes.Status303SeeOther, OpenRequest.Write(creation, request, prepared).Number);
        }, cancel);
        return Saved(saved);
    }

    private static IResult Saved(KeyedResult saved) => Done.To($"/requests/{saved.Result}", "intake.saved", saved.Result);

    /// <summary>The page is the key: sent again it leads to what it made.</summary>
    private WriteKey KeyOf(IntakeForm form) => new(
        $"{actor.Id:N}/form/{form.Once}", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(form.ToString()))));

    private async Task<KeyedResult?> FirstAsync(WriteKey key, CancellationToken cancel)
    {
        try { return await idempotency.FindAsync(key.Key, key.BodyHash, cancel); }
        // With other words in it, it is told that it was saved already.
        catch (FieldErrorsException) { throw new RefusedException(new("intake.already-saved")); }
    }

    private async Task<IResult> LinkAsync(Guid id, IntakeForm form, IReadOnlyList<KeptFile> kept, CancellationToken cancel)
    {
        var (said, now) = (form.Said, time.Now());
        var number = await writer.RunAsync(
            async db =>
            {
                var request = await db.FindRequestAsync(id, actor, cancel) ?? throw new NotFoundException();
                request.AddContact(said.Channel.GetValueOrDefault(), said.Reporter?.Name, said.Reporter?.Phone, said.Description ?? "", actor, now);
                foreach (var file in kept) db.Add(request.Attach(file.Name, file.MediaType, file.Size, file.Hash, actor, now));
                return request.Number;
            },
            cancel);
        return Done.To($"/requests/{number}", "intake.linked", number);
    }
}
