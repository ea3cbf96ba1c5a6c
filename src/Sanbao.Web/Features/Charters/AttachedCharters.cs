using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Domain.Charters;
using Sanbao.Domain.InstalledBase;

namespace Sanbao.Web.Features.Charters;

/// <summary>Which charter governs a stored unit on a day: the most specific that is attached, else the company's usual one (A4).</summary>
internal sealed class AttachedCharters(ServiceDb db, CharterBook book)
{
    // One request judges at one instant: it asks once, however many units it shows.
    private ImmutableArray<CharterAttachment>? known;

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

    private async Task<ImmutableArray<CharterAttachment>> LoadAsync(CancellationToken cancel)
    {
        var attached = await db.AttachedCharters.AsNoTracking().ToListAsync(cancel);
        // Without a first day the usual charter stands behind every company-wide attachment.
        return [.. attached.Select(a => a.ToAttachment()), new(AttachmentLevel.Company, "", book.Usual)];
    }
}
