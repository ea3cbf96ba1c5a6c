using Sanbao.Domain.Charters;
using Sanbao.Domain.Customers;
using Sanbao.Domain.InstalledBase;

namespace Sanbao.Web.Features.Demo;

/// <summary>A customer with its contract and who calls for it.</summary>
/// <param name="Since">Nothing was sold to it before.</param>
internal sealed record DemoCustomer(
    Customer Customer, Contract? Contract, DemoPlace Place, string Reporter, string ReporterPhone, DateOnly Since);

/// <summary>A unit and whose it is.</summary>
/// <param name="InUse">From this day on it can fail, whether the records know it or not.</param>
internal sealed record DemoUnit(Equipment Unit, Product Product, DemoCustomer Owner, DateOnly InUse);

/// <summary>Customers, models and units of the demo company, as they came about over the last years.</summary>
internal sealed class DemoBase(Dice dice, DemoPeople people, DateTimeOffset now, TimeZoneInfo zone)
{
    private static readonly (string Model, string Line, string Name, Source Source, int Price)[] Models =
    [
        ("ISG80-160", "pump", "立式管道泵", Source.Own, 4_800), ("ISG100-200", "pump", "立式管道泵", Source.Own, 7_600),
        ("IS125-100-250", "pump", "单级离心泵", Source.Own, 9_800), ("DL65-16X6", "pump", "立式多级泵", Source.Own, 15_200),
        ("WQ50-20-15", "pump", "潜水排污泵", Source.Own, 3_200), ("WQ150-180-20", "pump", "潜水排污泵", Source.Own, 18_600),
        ("S300-32", "pump", "双吸离心泵", Source.Own, 46_000), ("QJ200-50-78", "pump", "深井潜水泵", Source.Own, 11_500),
        ("YE3-160M-4", "motor", "三相异步电动机", Source.Own, 3_900), ("YE3-200L-4", "motor", "三相异步电动机", Source.Own, 7_300),
        ("YE4-280S-4", "motor", "高效异步电动机", Source.Own, 19_800), ("YVF2-132M-4", "motor", "变频调速电动机", Source.Own, 5_400),
        ("YBX3-180M-2", "motor", "防爆电动机", Source.UserDesignated, 8_900), ("JK-75", "cabinet", "水泵控制柜", Source.PrivateLabel, 12_800),
        ("JC-ZK200", "system", "泵站自控系统", Source.Own, 168_000), ("JC-YP3", "software", "泵站远程平台", Source.Own, 36_000),
    ];

    private readonly DateOnly today = Days.LocalDay(now, zone);
    private readonly DateTimeOffset founded = now.AddDays(-1200);
    private readonly Actor sales = people.Sales;
    private int serial;

    public Product[] Products() =>
        [.. Models.Select(m => Billed(Product.Create(
            new()
            {
                Model = m.Model, Line = m.Line, Name = m.Name, Source = m.Source,
                AgreementMonths = m.Source is Source.PrivateLabel ? 24 : null
            },
            sales, founded)))];

    private Product Billed(Product product)
    {
        if (product.Line == "pump")
            product.SetBill(
                [
                    new() { Name = "电机", PartModel = "YE3-160M1-2", Class = "motor" },
                    new()
                    {
                        Name = "机械密封", PartModel = "MG1-43", Quantity = 2, Class = "wear", Source = Source.BoughtIn,
                        Supplier = "丹阳江南密封件厂"
                    },
                    new()
                    {
                        Name = "轴承", PartModel = "6309-2Z/C3", Quantity = 2, Class = "wear", Source = Source.BoughtIn,
                        Supplier = "洛阳轴承"
                    },
                    new() { Name = "泵壳", Class = "shell" },
                ],
                sales, founded);
        return product;
    }

    /// <summary>Charters of the lines that have one of their own, so that clocks of several kinds run.</summary>
    public IEnumerable<AttachedCharter> Attachments() => DemoCharter.Attachments(people.Manager, founded);

    /// <summary>The <paramref name="index"/>-th customer.</summary>
    public DemoCustomer Customer(int index)
    {
        var place = dice.Of(DemoNames.Places);
        var (kind, sector) = DemoNames.Kinds[index % DemoNames.Kinds.Length];
        var number = index / DemoNames.Words.Length / DemoNames.Kinds.Length;
        var name = $"{place.City}{DemoNames.Words[index % DemoNames.Words.Length]}{kind}{(number > 0 ? $"（{number}）" : "")}";
        var since = founded.AddDays(dice.Number(300));
        var engineer = people.Engineers[index % people.Engineers.Length];
        var customer = Domain.Customers.Customer.Create(
            new()
            {
                Name = name, Phone = DemoNames.Switchboard(dice), Sector = sector,
                Vip = index % 17 == 0 ? VipClass.A : index % 9 == 0 ? VipClass.B : null,
                DedicatedEngineerId = engineer.Id,
            },
            sales, since, engineer.Name);
        var (reporter, phone) = (DemoNames.Person(dice), DemoNames.Mobile(dice));
        customer.AddContact(reporter, phone, null, dice.Of(DemoNames.Posts), sales, since);
        customer.AddSite($"{name}{dice.Of(["泵房", "一期车间", "二期车间", "动力站", "厂区"])}", place.Code,
            $"{place.City}{place.County}工业路{dice.Between(1, 288)}号", sales, since);
        return new(customer, Contract(customer, index, sector, since), place, reporter, phone, Days.LocalDay(since, zone));
    }

    public DemoUnit Unit(Product[] products, DemoCustomer owner)
    {
        // A platform is sold with its maintenance.
        var at = dice.Number(owner.Contract is { Nature: ContractKind.Maintenance } ? Models.Length : Models.Length - 1);
        var (product, model) = (products[at], Models[at]);
        var (dates, inUse) = Dates(owner.Since, model.Line);
        var factory = dates.ExFactory.GetValueOrDefault();
        var made = new DateTimeOffset(factory.ToDateTime(new TimeOnly(8, 0)), TimeSpan.FromHours(8));
        // Of a few nothing is known: they were sold before anybody wrote dates down.
        var known = !dice.Chance(3);
        var unit = Equipment.Create(
            new()
            {
                Serial = $"JC{factory:yyMM}-{++serial:00000}", ProductId = product.Id, Dates = known ? dates : UnitDates.None,
                Evidence = known && dates.Commissioned is not null && dice.Chance(80) ? ["commissioning"] : [],
                Supplied = known && model.Source is not Source.Own ? factory.AddDays(-30) : null,
                CustomerId = owner.Customer.Id, SiteId = owner.Customer.Sites[0].Id, ContractId = owner.Contract?.Id,
                Price = Money.Yuan(model.Price + dice.Number(20) * 100),
                UsageHours = dice.Chance(40) ? Run(dice.Between(200, 16_000), inUse) : null,
            },
            today, sales, made);
        Components(unit, product.Line, factory, made);
        // A request says the model of its unit.
        unit.Know(product, owner.Customer);
        return new(unit, product, owner, inUse);
    }

    /// <summary>Nothing runs longer than it is in use, and a pump rests at times.</summary>
    private int? Run(int hours, DateOnly inUse) => inUse < today ? Math.Min(hours, (today.DayNumber - inUse.DayNumber) * 20) : null;

    private void Components(Equipment unit, string line, DateOnly factory, DateTimeOffset made)
    {
        if (line is "system" or "software") return;
        if (line != "cabinet") unit.AddComponent(new() { Name = "轴承", Class = "wear" }, sales, made);
        if (line == "pump") unit.AddComponent(new() { Name = "机械密封", Class = "wear" }, sales, made);
        if (line == "pump")
            unit.AddComponent(
                new() { Name = "电机", Class = "motor", Source = dice.Chance(20)
                ? Source.UserDesignated : Source.Own, Supplied = factory.AddDays(-20), Serial = $"M{unit.Serial[2..]}" }, sales, made);
        if (line == "cabinet" || dice.Chance(30)) unit.AddComponent(new() { Name = "控制柜", Class = "electrical" }, sales, made);
    }

    /// <summary>As they were one after the other; what nobody wrote down is left out.</summary>
    private (UnitDates Known, DateOnly InUse) Dates(DateOnly since, string line)
    {
        var factory = today.AddDays(-dice.Between(20, today.DayNumber - since.DayNumber - 5));
        var shipped = factory.AddDays(dice.Between(2, 20));
        var delivered = shipped.AddDays(dice.Between(1, 8));
        var commissioned = delivered.AddDays(dice.Between(7, 120));
        var accepted = commissioned.AddDays(dice.Between(0, 14));
        var known = new UnitDates
        {
            ExFactory = factory, Shipped = Past(shipped), Delivered = Past(delivered),
            Commissioned = dice.Chance(85) ? Past(commissioned) : null,
            Accepted = dice.Chance(line == "system" ? 85 : 60) ? Past(accepted) : null,
        };
        return (known, commissioned);
    }

    private DateOnly? Past(DateOnly day) => day <= today ? day : null;

    private Contract? Contract(Customer customer, int index, string? sector, DateTimeOffset since)
    {
        if (index % 3 != 0) return null;
        var (signed, maintenance) = (Days.LocalDay(since, zone), index % 6 == 0);
        return Domain.Customers.Contract.Create(
            customer.Id,
            new()
            {
                Number = $"JC-HT-{signed:yyyy}-{index + 1:0000}", Kind = maintenance ? ContractKind.Maintenance : ContractKind.Sale,
                Party = index % 5 == 4 ? ContractParty.Dealer : ContractParty.Company, Sector = sector, Months = maintenance ? 24 : null,
                ResponseDays = maintenance ? 2 : null, HandlingDays = maintenance ? 1 : null, SignedOn = signed,
            },
            sales, since);
    }
}
