using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Customers;
using Sanbao.Domain.InstalledBase;
using Sanbao.Web.Platform.Store;

namespace Sanbao.Web.Features.Requests;

/// <summary>Which charter governs a contact, in which version, and why (A4).</summary>
internal sealed class GoverningCharters(CharterShelf shelf, ServiceDatabase database, SiteOptions options, CompanyBook company, TimeProvider clock)
{
    // Attachments and settings change a few times a year and are asked at every contact; another node hears of a change this much later.
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);

    private volatile Known? known;

    /// <summary>
    /// The charter and its version in force on the local day of the report; before the first version's day, the first. A field error when
    /// the one asked for is unknown.
    /// </summary>
    public async ValueTask<(Charter Charter, CharterChoice Choice)> ChooseAsync(
        CharterSubject subject, Contract? contract, DateTimeOffset reportedAt, CancellationToken cancel)
    {
        var reportedOn = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(reportedAt, company.Now.Zone).DateTime);
        if (subject.Asked is { } asked && !shelf.Library.Codes.Contains(asked)) throw Wrong("charter.unknown", asked);
        var attachments = (await KnownAsync(cancel)).Attachments;
        if (contract?.CharterCode is { } named)
            attachments = attachments.Add(new(AttachmentLevel.Contract, contract.Id.ToString(), named));
        var choice = CharterChoice.Of(subject, attachments, reportedOn) ?? throw new InvalidOperationException("The company has no charter.");
        var charter = shelf.Library.InForce(choice.CharterCode, reportedOn)
            ?? shelf.Library.Versions.FirstOrDefault(v => v.Charter.Code == choice.CharterCode)?.Charter
            ?? throw Wrong("charter.unknown", choice.CharterCode);
        return (charter, choice);
    }

    /// <summary>The zone of a region by the company's own city area; null: the charter decides.</summary>
    public async ValueTask<Zone?> ZoneOfAsync(string? regionCode, Charter charter, CancellationToken cancel)
    {
        var city = (await KnownAsync(cancel)).CityPrefixes;
        if (city.IsEmpty || regionCode is null) return null;
        if (city.Any(p => regionCode.StartsWith(p, StringComparison.Ordinal))) return Zone.City;
        return charter.Regions.Any(r => r.Code == "county" && r.Contains(regionCode)) ? Zone.County : Zone.Other;
    }

    /// <summary>This process attached a charter or changed the settings: the next contact asks again.</summary>
    public void Forget() => known = null;

    public static CharterSubject SubjectOf(string? asked, Equipment? unit, Product? product, Customer? customer, Contract? contract, Guid? dealer) => new()
    {
        Asked = string.IsNullOrWhiteSpace(asked) ? null : asked.Trim(),
        Customer = customer?.Id.ToString(),
        Contract = contract?.Id.ToString(),
        Dealer = (dealer ?? unit?.DealerId)?.ToString(),
        Model = product?.Model,
        Line = product?.Line,
        CustomerClass = customer switch { { Vip: { } vip } => vip.ToString(), { Member: true } => "member", _ => null },
    };

    private static FieldErrorsException Wrong(string code, params ImmutableArray<object> arguments) => new([new("charter", code, arguments)]);

    private async ValueTask<Known> KnownAsync(CancellationToken cancel)
    {
        if (known is { } fresh && clock.GetElapsedTime(fresh.At) < Fresh) return fresh;
        await using var db = database.CreateDbContext();
        var settings = await db.Settings.AsNoTracking().FirstOrDefaultAsync(cancel);
        var attached = await db.AttachedCharters.AsNoTracking().ToListAsync(cancel);
        // Without a first day it stands behind every company-wide attachment.
        CharterAttachment usual = new(AttachmentLevel.Company, "", settings?.DefaultCharter ?? options.Charter);
        return known = new(clock.GetTimestamp(), [.. attached.Select(a => a.ToAttachment()), usual], settings?.CityPrefixes ?? []);
    }

    private sealed record Known(long At, ImmutableArray<CharterAttachment> Attachments, ImmutableArray<string> CityPrefixes);
}
