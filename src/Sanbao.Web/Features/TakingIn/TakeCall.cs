using System.Security.Cryptography;
using System.Text;
using Sanbao.Data;
using Sanbao.Data.Writing;
using Sanbao.Web.Features.Requests;

namespace Sanbao.Web.Features.TakingIn;

/// <summary>Saves a call: a request of its own, with the customer and unit that are new, or one more contact on a request that is there.</summary>
internal sealed class TakeCall(
    ServiceDb db, Writer writer, Idempotency idempotency, GoverningCharters charters, IntakeDesk desk, Actor actor, Company company, TimeProvider time)
{
    public Task<IResult> Post(HttpContext http) => PostForm.Handle(
        http, form => IntakeForm.Read(form, company.Zone),
        form => form.Link is { } original ? LinkAsync(original, form, http.RequestAborted) : OpenAsync(form, http.RequestAborted),
        () => desk.Again(http.RequestAborted));

    private async Task<IResult> OpenAsync(IntakeForm form, CancellationToken cancel)
    {
        var now = time.Now();
        var brought = await BringRecords.RunAsync(db, form, DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, company.Zone).DateTime), actor, now, cancel);
        var prepared = await PrepareRequest.RunAsync(db, charters, form.Said, actor, now, cancel, brought);
        var request = OpenRequest.Of(prepared, actor, now);
        var number = await OnceAsync(form, now, creation =>
        {
            if (brought?.Customer is { } customer) creation.Add(customer);
            if (brought?.Unit is { } unit) creation.Add(unit);
            return OpenRequest.Write(creation, request, prepared).Number;
        }, cancel);
        return Done.To($"/requests/{number}", "intake.saved", number);
    }

    /// <summary>The same page sent again leads to what it made; with other words in it, it is told that it was saved already.</summary>
    private async Task<string> OnceAsync(IntakeForm form, DateTimeOffset now, Func<Creation, string> work, CancellationToken cancel)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(form.ToString())));
        var result = await idempotency.CreateOnceAsync($"{actor.Id:N}/form/{form.Once}", hash, now, c => (StatusCodes.Status303SeeOther, work(c)), cancel);
        return result.Result;
    }

    private async Task<IResult> LinkAsync(Guid id, IntakeForm form, CancellationToken cancel)
    {
        var (said, now) = (form.Said, time.Now());
        var number = await writer.RunAsync(
            async db =>
            {
                var request = await db.FindRequestAsync(id, actor, cancel) ?? throw new NotFoundException();
                request.AddContact(said.Channel.GetValueOrDefault(), said.Reporter?.Name, said.Reporter?.Phone, said.Description ?? "", actor, now);
                return request.Number;
            },
            cancel);
        return Done.To($"/requests/{number}", "intake.linked", number);
    }
}
