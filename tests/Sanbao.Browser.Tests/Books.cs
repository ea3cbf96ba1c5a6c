using Sanbao.Charters;
using Sanbao.Data;
using Sanbao.Data.Writing;
using Sanbao.Domain.Charters;
using Sanbao.Domain.Customers;
using Sanbao.Domain.InstalledBase;
using Sanbao.Domain.Kernel;
using Sanbao.Domain.Requests;

namespace Sanbao.Browser.Tests;

/// <summary>Writes customers, units and old requests into the books of the running site, each test its own.</summary>
/// <param name="charter">Of the customer; null: S1, which promises no times.</param>
/// <param name="name">Of the customer, where a test looks for it.</param>
/// <param name="serial">Of the unit, where a test looks for it.</param>
internal sealed class Books(RunningSite site, string? charter = null, string? name = null, string? serial = null)
{
    private static int made;
    private Contract? contract;

    public Customer Customer { get; private set; } = null!;
    public Equipment Unit { get; private set; } = null!;
    public ServiceRequest Solved { get; private set; } = null!;
    public ServiceRequest Open { get; private set; } = null!;

    /// <summary>A pump at a waterworks, commissioned half a year ago, with one solved and one open request.</summary>
    /// <param name="charter">Agreed in a contract of its own; null: that of the customer.</param>
    /// <param name="dated">False: nobody knows when the unit was made and put to work.</param>
    public async Task<Books> FillAsync(string? charter = null, bool dated = true)
    {
        var (now, count) = (DateTimeOffset.UtcNow.ToMilliseconds(), Interlocked.Increment(ref made));
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        Customer = Customer.Create(new() { Name = name ?? $"吴江第{count}自来水厂", Phone = $"0512-6340 {1000 + count}" }, Actor.System, now);
        var place = Customer.AddSite("松陵泵站", "320509", "苏州市吴江区松陵大道 18 号", Actor.System, now);
        if (charter is not null)
            contract = Contract.Create(
            Customer.Id, new() { Number = $"HT-2026-{count:0000}", Charter = charter, SignedOn = today.AddMonths(-9) }, Actor.System, now);
        var product = Product.Create(new() { Line = "pump", Model = $"ISG80-160/{count}", Name = "立式管道泵" }, Actor.System, now);
        Unit = Equipment.Create(
            new()
            {
                Serial = serial ?? $"ISG-2026-{count:000000}", ProductId = product.Id, CustomerId = Customer.Id, SiteId = place.Id,
                Dates = dated ? Dates(today) : UnitDates.None, ContractId = contract?.Id,
                Evidence = dated ? ["commissioning"] : [],
            },
            today, Actor.System, now);
        Unit.AddComponent(
            new() { Name = "电机", Class = "motor", Source = Source.UserDesignated, Supplied = today.AddMonths(-9), Serial = $"YE3-{count}" },
            Actor.System, now);
        Unit.AddComponent(new() { Name = "机械密封", Class = "wear" }, Actor.System, now);
        Unit.Know(product, Customer);
        Solved = Told("轴承异响，运行半小时后发热", now.AddDays(-90), now.AddDays(-88), "更换驱动端轴承 6309，重新对中", count);
        Open = Told("机械密封处滴水，每分钟十滴左右", now.AddDays(-2), null, null, count);
        await SaveAsync(product);
        return this;
    }

    private static UnitDates Dates(DateOnly today) => new()
    {
        ExFactory = today.AddMonths(-8), Shipped = today.AddMonths(-8).AddDays(3), Commissioned = today.AddMonths(-6),
        Accepted = today.AddMonths(-6),
    };

    private ServiceRequest Told(string text, DateTimeOffset at, DateTimeOffset? closed, string? solution, int count) =>
        ServiceRequest.Import(
        new() { Channel = Channel.Phone, Category = RequestCategory.Fault, Description = text, Unit = Unit, ReportedAt = at },
        $"old-{count}-{at.UtcTicks}", closed is { } end ? new(end, RequestOutcome.Solved, solution) : null,
        CharterLibrary.Shipped.InForce("S1", new(2026, 1, 1))!, Actor.System, closed ?? at);

    private AttachedCharter Attached() => AttachedCharter.Attach(
        new(AttachmentLevel.Customer, Customer.Id.ToString(), charter ?? "S1"), Actor.System, DateTimeOffset.UtcNow.ToMilliseconds());

    private async Task SaveAsync(Product product)
    {
        await using var database = ServiceDatabase.Of(site.DataFolder, null);
        await using var writer = new Writer(database);
        await writer.CreateAsync(creation =>
        {
            creation.Add(Customer);
            if (contract is null || charter is not null) creation.Add(Attached());
            creation.Add(product);
            if (contract is not null) creation.Add(contract);
            creation.Add(Unit);
            creation.Add(Solved, 2026);
            creation.Add(Open, 2026);
            return true;
        });
    }
}
