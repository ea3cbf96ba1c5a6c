using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Customers;
using Sanbao.Domain.InstalledBase;
using Attachment = Sanbao.Domain.Charters.CharterAttachment;

namespace Sanbao.Web.Features.Charters;

/// <summary>Which charter governs a stored unit on a day: the most specific that is attached, else the company's usual one (A4).</summary>
internal sealed class AttachedCharters(ServiceDb db, CharterBook book)
{
    // One request judges at one instant: it asks once, however many units it shows.
    private ImmutableArray<Attachment>? known;

    /// <param name="unit">With product, customer and contract.</param>
    public async ValueTask<(Charter Charter, CharterChoice Choice)> GoverningAsync(Equipment unit, DateOnly day, CancellationToken cancel)
    {
        var attachments = known ??= await LoadAsync(cancel);
        if (unit.Contract is { CharterCode: { } named } contract) attachments = attachments.Add(new(AttachmentLevel.Contract, contract.Id.ToString(), named));
        var choice = CharterChoice.Of(SubjectOf(unit), attachments, day) ?? throw new InvalidOperationException("The company has no charter.");
        return (book.Governing(choice.CharterCode, day), choice);
    }

    private static CharterSubject SubjectOf(Equipment unit) => new()
    {
        Customer = unit.CustomerId?.ToString(),
        Contract = unit.ContractId?.ToString(),
        Dealer = unit.DealerId?.ToString(),
        Model = unit.Product?.Model,
        Line = unit.Product?.Line,
        CustomerClass = unit.Customer switch { { Vip: { } vip } => vip.ToString(), { Member: true } => "member", _ => null },
    };

    private async Task<ImmutableArray<Attachment>> LoadAsync(CancellationToken cancel)
    {
        var stored = await db.CharterAttachments.AsNoTracking().ToListAsync(cancel);
        ImmutableArray<Attachment> attachments = [.. stored.Select(a => new Attachment(LevelOf(a.Scope), a.Key, a.CharterCode))];
        return attachments.Any(a => a.Level is AttachmentLevel.Company) ? attachments : attachments.Add(new(AttachmentLevel.Company, "", book.Usual));
    }

    private static AttachmentLevel LevelOf(AttachmentScope scope) => scope switch
    {
        AttachmentScope.Company => AttachmentLevel.Company,
        AttachmentScope.Line => AttachmentLevel.Line,
        AttachmentScope.Model => AttachmentLevel.Model,
        AttachmentScope.Dealer => AttachmentLevel.Dealer,
        AttachmentScope.CustomerClass => AttachmentLevel.CustomerClass,
        AttachmentScope.Customer => AttachmentLevel.Customer,
        AttachmentScope.Contract => AttachmentLevel.Contract,
    };
}
