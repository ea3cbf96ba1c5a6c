using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Customers;
using Sanbao.Domain.InstalledBase;
using Sanbao.Web.Platform.Store;

namespace Sanbao.Web.Features.Charters;

/// <summary>Which charter governs a contact or a unit, in which version, and why (A4): the one place that asks, for every page and
/// program.</summary>
internal sealed class GoverningCharters(CharterBook book, CompanyBook company, ServiceDatabase database, TimeProvider clock)
{
    // Attachments change a few times a year and are asked at every contact; another node hears of a change this much later.
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);

    private volatile Known? known;

    /// <param name="unit">With product, customer and contract.</param>
    public ValueTask<(Charter Charter, CharterChoice Choice)> OfUnitAsync(Equipment unit, DateOnly day, CancellationToken cancel) =>
        OnAsync(CharterSubjects.Of(unit), unit.Contract, day, cancel);

    /// <summary>By the local day of the report.</summary>
    public ValueTask<(Charter Charter, CharterChoice Choice)> AtAsync(
        CharterSubject subject, Contract? contract, DateTimeOffset reportedAt, CancellationToken cancel) =>
        OnAsync(subject, contract, Days.LocalDay(reportedAt, company.Now.Zone), cancel);

    /// <summary>
    /// The charter and its version in force on the day; before the first version's day, the first. A field error when the one asked for
    /// is unknown.
    /// </summary>
    public async ValueTask<(Charter Charter, CharterChoice Choice)> OnAsync(
        CharterSubject subject, Contract? contract, DateOnly day, CancellationToken cancel)
    {
        if (subject.Asked is { } asked) book.Governing(asked, day);
        var choice = Choose(subject, contract, await AttachmentsAsync(cancel), book.Usual, day);
        return (book.Governing(choice.CharterCode, day), choice);
    }

    /// <summary>The choice among attachments that were read already.</summary>
    public static CharterChoice Choose(
        CharterSubject subject, Contract? contract, ImmutableArray<CharterAttachment> attachments, string usual, DateOnly day)
    {
        if (contract?.CharterCode is { } named) attachments = attachments.Add(new(AttachmentLevel.Contract, contract.Id.ToString(), named));
        // Without a first day the usual charter stands behind every company-wide attachment.
        attachments = attachments.Add(new(AttachmentLevel.Company, "", usual));
        return CharterChoice.Of(subject, attachments, day) ?? throw new InvalidOperationException("The company has no charter.");
    }

    /// <summary>Those that are attached now.</summary>
    public static async Task<ImmutableArray<CharterAttachment>> AttachedAsync(ServiceDb db, CancellationToken cancel) =>
        [.. (await db.AttachedCharters.AsNoTracking().Where(a => !a.Withdrawn).ToListAsync(cancel)).Select(a => a.ToAttachment())];

    /// <summary>
    /// City where the company's own city area says so for a charter that names none (docs/decisions/0014); null: the charter's regions
    /// decide.
    /// </summary>
    public Zone? CityOf(Charter charter, string? regionCode) => charter.CityOf(regionCode, company.Now.CityPrefixes);

    /// <summary>This process attached a charter: the next contact asks again.</summary>
    public void Forget() => known = null;

    private async ValueTask<ImmutableArray<CharterAttachment>> AttachmentsAsync(CancellationToken cancel)
    {
        if (known is { } fresh && clock.GetElapsedTime(fresh.At) < Fresh) return fresh.Attachments;
        await using var db = database.CreateDbContext();
        known = new(clock.GetTimestamp(), await AttachedAsync(db, cancel));
        return known.Attachments;
    }

    private sealed record Known(long At, ImmutableArray<CharterAttachment> Attachments);
}
