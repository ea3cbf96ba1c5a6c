using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Search;
using Sanbao.Data.Writing;
using Sanbao.Domain.Charters;
using Sanbao.Domain.InstalledBase;
using Sanbao.Domain.Requests;

namespace Sanbao.Web.Features.Import.Rows;

/// <summary>A request of another system's history a line, known again by its external reference. No promises, perhaps no text.</summary>
internal sealed class RequestRows(Func<DateOnly, Charter> charterOn, TimeZoneInfo zone, Writer writer) : KindRows
{
    private readonly ProductShelf products = new();
    private Dictionary<string, Equipment> units = [];
    private Dictionary<string, (Guid Id, string Phone)[]> customers = [];

    protected override ImportKind Kind => ImportKind.Requests;

    public override string KeyField => "externalReference";

    public override string? KeyOf(RowValues row)
    {
        if (row.Reference("externalReference") is { } reference) return reference;
        row.Fail("externalReference", "field.required");
        return null;
    }

    /// <summary>By its reference, or, in a list that was taken out here, by its number.</summary>
    public override async Task<HashSet<string>> KnownAsync(ServiceDb db, IReadOnlyCollection<string> keys, CancellationToken cancel) =>
    [
        .. await db.Requests.AsNoTracking().Where(r => r.ReferenceOf == Guid.Empty && keys.Contains(r.ExternalReference!))
            .Select(r => r.ExternalReference!).ToListAsync(cancel),
        .. await db.Requests.AsNoTracking().Where(r => keys.Contains(r.Number)).Select(r => r.Number).ToListAsync(cancel),
    ];

    public override async Task LookUpAsync(ServiceDb db, IReadOnlyList<RowValues> rows, CancellationToken cancel)
    {
        await products.LoadAsync(db, rows.Select(r => r.Text("product")), cancel);
        var serials = rows.Select(r => TextKey.Serial(r.Text("serial"))).Where(k => k.Length > 0).Distinct().ToArray();
        units = serials.Length == 0
            ? [] : await db.Equipment.AsNoTracking().Include(u => u.Product).Include(u => u.Customer).Include(u => u.Contract)
            .Where(u => serials.Contains(u.SerialKey)).ToDictionaryAsync(u => u.SerialKey, cancel);
        var names = rows.Select(r => TextKey.Name(r.Text("customer"))).Where(k => k.Length > 0).Distinct().ToArray();
        customers = names.Length == 0 ? [] : (await db.Customers.AsNoTracking().Where(c => names.Contains(c.NameKey))
            .Select(c => new { c.NameKey, c.Phone, Id = c.MergedIntoId ?? c.Id }).ToListAsync(cancel))
            .GroupBy(c => c.NameKey).ToDictionary(g => g.Key, g => g.Select(c => (c.Id, c.Phone)).ToArray());
    }

    public override void Settle(IReadOnlyCollection<Built> built) => products.Settle(built.Select(b => b.Model));

    public override void Forget() => products.Forget();

    protected override Built? Make(RowValues row, Actor by, DateTimeOffset now)
    {
        if (row.At("reportedAt") is not { } reportedAt) return null;
        var product = ProductOf(row, by, now);
        var (intake, end) = (IntakeOf(row, reportedAt), EndOf(row, reportedAt));
        if (row.Errors.Count > 0) return null;
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(reportedAt, zone).DateTime);
        var request = ServiceRequest.Import(intake, row.Reference("externalReference") ?? "", end, charterOn(day), by, now);
        var ahead = writer.Ahead(request);
        return new(save => save.Add(ahead, day.Year), product?.New);
    }

    // A model is made only where the mapping says of which line it is; a text that is too long for a model stays a text.
    private ProductShelf.Shelved? ProductOf(RowValues row, Actor by, DateTimeOffset now) =>
        row.Text("line") is { } line && row.Text("product") is { Length: <= ProductShelf.LongestModel }
            ? products.FindOrMake(row, "product", line, Source.Own, by, now) : null;

    private Domain.Requests.Intake IntakeOf(RowValues row, DateTimeOffset reportedAt)
    {
        var customer = row.Text("customer");
        return new()
        {
            Channel = row.Choice<Channel>("channel") ?? Channel.Api,
            Category = row.Choice<RequestCategory>("category") ?? RequestCategory.Fault,
            CustomerId = CustomerOf(customer, row.Text("customerPhone")), CustomerName = customer,
            CustomerPhone = row.Text("customerPhone"), ReporterName = row.Text("reporter"), ReporterPhone = row.Text("reporterPhone"),
            Unit = units.GetValueOrDefault(TextKey.Serial(row.Text("serial"))), Serial = row.Text("serial"), Product = row.Text("product"),
            RegionCode = row.Text("regionCode"), Priority = row.Choice<Priority>("priority") ?? Priority.Normal,
            Description = row.Text("description"), OccurredOn = row.Day("occurredOn"), ReportedAt = reportedAt,
        };
    }

    /// <summary>Of several of one name the one whose number it is; the text stands for itself where there is none.</summary>
    private Guid? CustomerOf(string? name, string? phone)
    {
        var named = customers.GetValueOrDefault(TextKey.Name(name), []);
        var ids = named.Select(c => c.Id).Distinct().ToArray();
        var numbers = Telephones.Keys(phone);
        if (ids.Length > 1) ids = [.. named.Where(c => Telephones.Keys(c.Phone).Intersect(numbers).Any()).Select(c => c.Id).Distinct()];
        return ids is [var one] ? one : null;
    }

    /// <summary>What has an end but no outcome was solved; without any of the two it is still open.</summary>
    private static ImportedEnd? EndOf(RowValues row, DateTimeOffset reportedAt)
    {
        var (closedAt, solution) = (row.At("closedAt"), row.Text("solution"));
        if (solution?.Length > Domain.Requests.Intake.LongestDescription)
            row.Fail("solution", "field.too-long", Domain.Requests.Intake.LongestDescription);
        var outcome = row.Choice<Outcome>("outcome") ?? (closedAt is null ? Outcome.Open : Outcome.Solved);
        return outcome switch
        {
            Outcome.Open => null,
            Outcome.NotSolved => End(null),
            Outcome.Solved => End(RequestOutcome.Solved),
            Outcome.Withdrawn => End(RequestOutcome.Withdrawn),
            Outcome.NoFaultFound => End(RequestOutcome.NoFaultFound),
            Outcome.NotOurs => End(RequestOutcome.NotOurs),
            Outcome.Duplicate => End(RequestOutcome.Duplicate),
        };

        ImportedEnd End(RequestOutcome? how) => new(closedAt ?? reportedAt, how, solution);
    }

    protected override string FieldName(string field) => field == "product" ? field : base.FieldName(field);
}
