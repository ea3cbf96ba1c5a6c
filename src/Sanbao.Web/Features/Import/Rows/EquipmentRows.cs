using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Search;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Customers;
using Sanbao.Domain.Entitlement;
using Sanbao.Domain.InstalledBase;
using Sanbao.Web.Features.Charters;
using Sanbao.Web.Features.Entitlement;
using Sanbao.Web.Features.InstalledBase;

namespace Sanbao.Web.Features.Import.Rows;

/// <summary>
/// A unit a line, known again by its serial number; it begins with the components of its product's bill. A model that is not known yet is
/// made; customer and contract must be there.
/// </summary>
internal sealed class EquipmentRows(ImportCharters charters, TimeZoneInfo zone) : KindRows
{
    private readonly ProductShelf products = new();
    private ILookup<string, Customer> customers = Array.Empty<Customer>().ToLookup(_ => "");
    private Dictionary<string, Contract> contracts = [];
    private ImmutableArray<CharterAttachment> attached = [];

    protected override ImportKind Kind => ImportKind.Equipment;

    public override string KeyField => "serial";

    public override string? KeyOf(RowValues row)
    {
        if (TextKey.Serial(row.Text("serial")) is { Length: > 0 } key) return key;
        row.Fail("serial", "field.required");
        return null;
    }

    public override async Task<HashSet<string>> KnownAsync(ServiceDb db, IReadOnlyCollection<string> keys, CancellationToken cancel) =>
        [.. await db.Equipment.AsNoTracking().Where(u => keys.Contains(u.SerialKey)).Select(u => u.SerialKey).ToListAsync(cancel)];

    public override async Task LookUpAsync(ServiceDb db, IReadOnlyList<RowValues> rows, CancellationToken cancel)
    {
        await products.LoadAsync(db, rows.Select(r => r.Text("model")), cancel);
        var names = rows.Select(r => TextKey.Name(r.Text("customer"))).Where(k => k.Length > 0).Distinct().ToArray();
        var named = await db.Customers.AsNoTracking().Where(c => names.Contains(c.NameKey))
            .Select(c => new { c.NameKey, Id = c.MergedIntoId ?? c.Id }).ToListAsync(cancel);
        var ids = named.Select(c => c.Id).Distinct().ToArray();
        var standing = await db.Customers.AsNoTracking().Include(c => c.Sites).Where(c => ids.Contains(c.Id))
            .ToDictionaryAsync(c => c.Id, cancel);
        customers = named.DistinctBy(c => (c.NameKey, c.Id)).ToLookup(c => c.NameKey, c => standing[c.Id]);
        var numbers = rows.Select(r => TextKey.Serial(r.Text("contract"))).Where(k => k.Length > 0).Distinct().ToArray();
        contracts = await db.Contracts.AsNoTracking().Where(c => numbers.Contains(c.NumberKey)).ToDictionaryAsync(c => c.NumberKey, cancel);
        attached = await GoverningCharters.AttachedAsync(db, cancel);
    }

    public override void Settle(IReadOnlyCollection<Built> built) => products.Settle(built.Select(b => b.Model));

    public override void Forget() => products.Forget();

    protected override Built? Make(RowValues row, Actor by, DateTimeOffset now)
    {
        var product = products.FindOrMake(row, "model", row.Text("line"), row.Choice<Source>("source") ?? Source.Own, by, now);
        var customer = CustomerOf(row);
        var contract = ContractOf(row);
        var details = Details(row, product?.Product.Id ?? Guid.Empty) with
        {
            CustomerId = customer?.Id ?? contract?.CustomerId,
            ContractId = contract?.Id,
            SiteId = SiteOf(row, customer),
        };
        if (row.Errors.Count > 0 || product is not { } model) return null;
        var today = Days.LocalDay(now, zone);
        var unit = Equipment.Create(details, today, by, now);
        BeginWithBill.Add(unit, model.Product, null, by, now);
        return new(save => save.Add(unit), model.New, Missing(unit, model.Product, customer, contract, today));
    }

    /// <summary>What hinders to say whether the unit is covered; empty: nothing.</summary>
    private ImmutableArray<Word> Missing(Equipment unit, Product product, Customer? customer, Contract? contract, DateOnly today)
    {
        var charter = charters.Of(CharterSubjects.Of(null, unit, product, customer, contract, null), contract, attached, today);
        var facts = unit.FactsOn(today, product, customer, contract, component: null, RepairHistory.None);
        var decision = EntitlementEngine.Judge(charter, facts);
        return decision.Undetermined ? CoverWords.Missing(decision) : [];
    }

    private static EquipmentDetails Details(RowValues row, Guid product) => new()
    {
        Serial = row.NeededText("serial"), ProductId = product, Dates = Dates(row), Supplied = row.Day("supplied"),
        AgreementMonths = row.Whole("agreementMonths"), Price = row.Amount("price"), Evidence = Evidence(row),
        UsageHours = row.Whole("usageHours"), UsageKilometres = row.Whole("usageKilometres"), UsageCycles = row.Whole("usageCycles"),
        Remark = row.Text("remark"),
    };

    /// <summary>Kinds of proof by their codes or in words, of which some have blanks inside.</summary>
    private static ImmutableArray<string> Evidence(RowValues row) =>
    [
        .. (row.Text("evidence") ?? "").Split([',', ';', '、', '，', '；'], StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(said => CodeWords.Evidence.Find(said) is { } kind
                ? [kind] : said.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(s => CodeWords.Evidence.Find(s) ?? s)),
    ];

    private static UnitDates Dates(RowValues row) => new()
    {
        ExFactory = row.Day("exFactory"), Shipped = row.Day("shipped"), Delivered = row.Day("delivered"), Sold = row.Day("sold"),
        Invoiced = row.Day("invoiced"), Received = row.Day("received"), Commissioned = row.Day("commissioned"),
        Accepted = row.Day("accepted"),
        PickedUp = row.Day("pickedUp"), Replaced = row.Day("replaced"), Exchanged = row.Day("exchanged"),
        PaidRepair = row.Day("paidRepair"),
    };

    private static Guid? SiteOf(RowValues row, Customer? customer)
    {
        if (row.Text("site") is not { } name || customer is null) return null;
        var site = customer.Sites.FirstOrDefault(s => s.Name == name);
        if (site is null) row.Fail("site", "import.unknown-site", name, customer.Name);
        return site?.Id;
    }

    /// <summary>One name of several customers is told and given to none of them, unless it is said whose number it is.</summary>
    private Customer? CustomerOf(RowValues row)
    {
        var numbers = Telephones.Keys(row.Text("customerPhone"));
        if (row.Text("customer") is not { } name) return null;
        var named = customers[TextKey.Name(name)].ToArray();
        if (named.Length > 1) named = [.. named.Where(c => Telephones.Keys(c.Phone).Intersect(numbers).Any())];
        if (named is [var one]) return one;
        row.Fail("customer", !customers.Contains(TextKey.Name(name)) ? "import.unknown-customer" : "import.several-customers", name);
        return null;
    }

    private Contract? ContractOf(RowValues row)
    {
        if (row.Text("contract") is not { } number) return null;
        if (contracts.TryGetValue(TextKey.Serial(number), out var found)) return found;
        row.Fail("contract", "import.unknown-contract", number);
        return null;
    }
}
