using System.Text;
using Microsoft.EntityFrameworkCore;
using Sanbao.Data;
using Sanbao.Data.Writing;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Customers;
using Sanbao.Domain.InstalledBase;
using Sanbao.Domain.Kernel;
using Sanbao.Domain.Requests;
using Sanbao.Web.Features.Import;
using Sanbao.Web.Features.Import.Mapping;
using Sanbao.Web.Features.Import.Reading;
using Sanbao.Web.Tests.Data;
using Sanbao.Web.Tests.InstalledBase;

namespace Sanbao.Web.Tests.Import;

/// <summary>Our own export comes in again: the books of one company, taken out and taken in by another, are the same books.</summary>
public class RoundTripTests(PostgresCluster cluster)
{
    // Of a request all but what an import gives anew: its number, its promises, its judgement, who works on it.
    private const string OfRequests =
        "&columns=status,closed,matter,category,channel,priority,customer,phone,unit,serial,reported,solution,outcome,"
        + "occurred-on,reporter,reporter-phone,product,region-code";

    private static readonly (ImportKind Kind, string List, string Same)[] Lists =
    [
        (ImportKind.Customers, "/customers/export?", ""), (ImportKind.Equipment, "/equipment/export?", ""),
        (ImportKind.Requests, "/requests/export?view=all&sort=reported&", OfRequests),
    ];

    // As texts they are harmless; as cells each is something else to a spreadsheet or to a reader of files.
    private static readonly string[] Nasty =
    [
        "=1+1", "+86 512", "-7", "@SUM(A1)", "'=1", "＝甲", "00012345", "12345678901234567890", "2026-05-02", "1E15", "3/4", "TRUE", "a,b",
        "say \"no\"", "12寸；A型", "Ünïcode ②", "1.50",
    ];

    public static TheoryData<Kind, string, string> Ways => new()
    {
        { Kind.Sqlite, "csv", "zh-CN" }, { Kind.Sqlite, "excel", "en" },
        { Kind.Postgres, "excel", "zh-CN" }, { Kind.Postgres, "csv", "en" },
    };

    [Theory, MemberData(nameof(Ways))]
    public async Task What_one_company_takes_out_another_takes_in_and_takes_out_the_same(Kind kind, string format, string language)
    {
        await using var old = await BooksAsync(kind);
        foreach (var part in Books()) await old.WriteAsync(c => part.ForEach(add => add(c)));
        await using var fresh = await BooksAsync(kind);
        foreach (var (what, list, _) in Lists)
        {
            var file = new MemoryStream(await old.BytesAsync($"{list}format={format}", language));
            var result = await Importing.Run(fresh.Get<ServiceDatabase>(), fresh.Get<Writer>(), ShippedMaps.Usual(what), file);
            Importing.Sentences(result).ShouldBeEmpty(what.ToString());
            result.Stored.ShouldBe(result.Total, what.ToString());
        }
        foreach (var (what, list, same) in Lists)
        {
            var (before, after) = (await old.BytesAsync(list + "format=csv" + same), await fresh.BytesAsync(list + "format=csv" + same));
            Lines(after).ShouldBe(Lines(before), what.ToString());
        }
        (await ReferencesAsync(fresh)).ShouldBe(await NumbersAsync(old), ignoreOrder: true);
        await SameBooksAsync(old, fresh);
    }

    [Theory, InlineData("zh-CN"), InlineData("en")]
    public async Task Every_field_that_can_be_taken_in_stands_in_what_is_taken_out(string language)
    {
        await using var old = await BooksAsync(Kind.Sqlite);
        foreach (var part in Books()) await old.WriteAsync(c => part.ForEach(add => add(c)));
        foreach (var (what, list, _) in Lists)
        {
            var file = new MemoryStream(await old.BytesAsync(list + "format=csv", language));
            var map = ShippedMaps.Usual(what);
            var bound = BoundMap.Of(map, RecordSource.Open(file, new(null, map.Separator, map.Names)).Header);
            // A model that a request names is made only where a file says of which line it is; ours does not say that it is one.
            var left = what is ImportKind.Requests ? ["line"] : Array.Empty<string>();
            ImportFields.Of(what).Where(f => !bound.Has(f)).ShouldBe(left, what.ToString());
        }
    }

    private async Task<Depot> BooksAsync(Kind kind)
    {
        var depot = await Depot.OpenAsync(kind, cluster);
        depot.Actor = A.Clerk with { Permissions = A.Clerk.Permissions.Add(Permission.ExportData) };
        return depot;
    }

    /// <summary>Customers first, what is theirs then.</summary>
    private static List<Action<Creation>>[] Books()
    {
        List<Action<Creation>> customers = [], rest = [];
        var product = A.Product("007");
        rest.Add(c => c.Add(product));
        for (var n = 0; n < Nasty.Length; n++)
        {
            var customer = Buyer(n);
            customers.Add(c => c.Add(customer));
            var unit = Unit(n, product, customer);
            rest.Add(c => c.Add(unit));
            var request = Request(n, customer);
            rest.Add(c => c.Add(request, 2026));
        }
        // Two of one name are told apart by their numbers.
        foreach (var phone in new[] { "138 0000 0001", "138 0000 0002" })
        {
            var namesake = A.Customer("张伟", phone);
            customers.Add(c => c.Add(namesake));
            rest.Add(c => c.Add(A.Unit(product, namesake, "N" + phone)));
        }
        return [customers, rest];
    }

    private static Customer Buyer(int n)
    {
        var customer = Customer.Create(
            new()
            {
                Name = Nasty[n], Phone = $"0512-6788 {n:0000}", Vip = n % 3 == 0 ? VipClass.A : null, Member = n % 2 == 0,
                Sector = n % 5 == 4 ? null : Sectors.All[n % 5], Remark = n % 2 == 0 ? $"{Nasty[n]}\n第二行" : "",
            }, A.Clerk, A.Now);
        for (var m = 0; m < n % 4; m++) customer.AddContact($"李{Nasty[m]}", $"0086 13800000{m:000}", "a@b", Nasty[n], A.Clerk, A.Now);
        for (var m = 0; m < n % 3; m++) customer.AddSite($"{Nasty[n]}{m}", m == 0 ? "320505" : null, Nasty[m], A.Clerk, A.Now);
        return customer;
    }

    private static Equipment Unit(int n, Product product, Customer customer) => Equipment.Create(
        new()
        {
            Serial = Nasty[n], ProductId = product.Id, CustomerId = customer.Id, SiteId = customer.Sites is [.., var site] ? site.Id : null,
            Dates = n % 2 == 0 ? UnitDates.None : new()
            {
                ExFactory = new(2025, 1, n + 1), Shipped = new(2025, 2, 1), Delivered = new(2025, 2, 2), Sold = new(2025, 2, 3),
                Invoiced = new(2025, 2, 4), Received = new(2025, 2, 5), Commissioned = new(2025, 2, 6), Accepted = new(2025, 2, 7),
                PickedUp = new(2025, 2, 8), Replaced = new(2025, 2, 9), Exchanged = new(2025, 2, 10), PaidRepair = new(2025, 2, 11),
            },
            Supplied = n % 3 == 0 ? new(2024, 12, 31) : null, AgreementMonths = n % 3 == 1 ? 18 : null,
            Price = n % 2 == 1 ? new(1_250_050) : null,
            Evidence = n % 2 == 1 ? ["commissioning", "invoice", "own-kind"] : [], UsageHours = n == 1 ? 1200 : null,
            UsageKilometres = n == 2 ? 35_000 : null, UsageCycles = n == 3 ? 0 : null, Remark = Nasty[n],
        }, A.Today, A.Clerk, A.Now);

    private static ServiceRequest Request(int n, Customer customer)
    {
        var reported = A.Now.AddDays(-n - 10);
        var intake = new Intake
        {
            Channel = Channel.Phone, Category = n % 2 == 0 ? RequestCategory.Fault : RequestCategory.Complaint,
            Description = $"{Nasty[n]}\n漏水", CustomerId = customer.Id, CustomerName = customer.Name, CustomerPhone = customer.Phone,
            ReporterName = n % 2 == 0 ? Nasty[n] : null,
            ReporterPhone = n % 2 == 0 ? "00852 2345 6789" : null, Product = Nasty[n], RegionCode = n % 2 == 0 ? "320505" : null,
            Serial = n % 3 == 0 ? null : Nasty[n] + "-X", Priority = n % 5 == 0 ? Priority.Urgent : Priority.Normal, ReportedAt = reported,
            OccurredOn = n % 2 == 0 ? new(2026, 4, 1) : null,
        };
        var charter = Sanbao.Charters.CharterLibrary.Shipped.InForce("S1", A.Today)!;
        RequestOutcome?[] ends = [null, .. Enum.GetValues<RequestOutcome>().Cast<RequestOutcome?>()];
        ImportedEnd? end = n % 2 == 0 ? new(reported.AddHours(5), ends[n / 2 % ends.Length], n % 4 == 0 ? Nasty[n] : "") : null;
        return ServiceRequest.Import(intake, $"OLD-{n}", end, charter, A.Clerk, A.Now);
    }

    private static string[] Lines(byte[] file) =>
        [.. Encoding.UTF8.GetString(file).Split("\r\n").Order(StringComparer.Ordinal)];

    private static async Task<List<string>> NumbersAsync(Depot depot)
    {
        await using var db = depot.Read();
        return await db.Requests.Select(r => r.Number).ToListAsync();
    }

    private static async Task<List<string>> ReferencesAsync(Depot depot)
    {
        await using var db = depot.Read();
        return await db.Requests.Select(r => r.ExternalReference!).ToListAsync();
    }

    // What files could hide, because both were written and read in the same way.
    private static async Task SameBooksAsync(Depot old, Depot fresh)
    {
        var (before, after) = (await TextsAsync(old), await TextsAsync(fresh));
        after.ShouldBe(before, ignoreOrder: true);
    }

    private static async Task<List<string>> TextsAsync(Depot depot)
    {
        await using var db = depot.Read();
        var units = await db.Equipment.Include(u => u.Product).Include(u => u.Customer).ToListAsync();
        var customers = await db.Customers.Include(c => c.Contacts).Include(c => c.Sites).ToListAsync();
        return
        [
            .. units.Select(u => string.Join('|', u.Serial, u.Product!.Model, u.Product.Line, u.Customer?.Phone, u.Dates, u.Remark,
                u.PriceFen, u.Supplied, string.Join(',', u.Evidence), u.UsageHours, u.UsageKilometres, u.UsageCycles, u.AgreementMonths)),
            .. customers.Select(c => string.Join('|', c.Name, c.Phone, c.Vip, c.Member, c.Sector, c.Remark)),
            .. customers.SelectMany(c => c.Contacts.Select(x => string.Join('|', c.Name, x.Name, x.Phone, x.Email, x.Position))),
            .. customers.SelectMany(c => c.Sites.Select(x => string.Join('|', c.Name, x.Name, x.RegionCode, x.Address))),
            .. (await db.Requests.ToListAsync()).Select(r => string.Join('|', r.Description, r.Solution, r.Outcome, r.Status, r.ProductText,
                r.ReporterName, r.ReporterPhone, r.Serial, r.OccurredOn, r.Priority, r.Category, r.RegionCode)),
        ];
    }
}
