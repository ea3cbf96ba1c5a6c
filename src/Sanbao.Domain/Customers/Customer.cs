using System.Linq.Expressions;
using Sanbao.Domain.Kernel;

namespace Sanbao.Domain.Customers;

/// <summary>How important a customer is to sales (S1: A/B VIP list).</summary>
public enum VipClass { A, B }

/// <summary>Who owns or uses the equipment.</summary>
public sealed partial class Customer : Document, ISearched, IBelongs<Customer>, IReserved
{
    private readonly List<Contact> contacts = [];
    private readonly List<Site> sites = [];

    private Customer() { }

    public override string Kind => "customer";
    public override Headline Headline => new("", Name);
    public Findable Findable => new()
    {
        Names = [Name, .. contacts.Select(c => c.Name)], Spoken = [Name, .. contacts.Select(c => c.Name)],
        Phones = [Phone, .. contacts.Select(c => c.Phone)],
    };

    /// <summary>Stable count of customers, the row id of the full-text index.</summary>
    public long Seq { get; private set; }
    public string Name { get; private set; } = "";
    public string NameKey { get; private set; } = "";
    /// <summary>As it was typed; perhaps several numbers.</summary>
    public string Phone { get; private set; } = "";
    public VipClass? Vip { get; private set; }
    /// <summary>Bought a membership: longer terms (S10).</summary>
    public bool Member { get; private set; }
    /// <summary>metro, central-purchasing, thermal-power, water, or null.</summary>
    public string? Sector { get; private set; }
    public string Remark { get; private set; } = "";
    /// <summary>Accounts of the salesperson and of the one named engineer (S0: 一对一), who gets the customer's work by default.</summary>
    public Guid? SalespersonId { get; private set; }
    public Guid? DedicatedEngineerId { get; private set; }
    public string? DedicatedEngineer { get; private set; }
    /// <summary>The dealer who serves this customer; that dealer's people see it.</summary>
    public Guid? DealerId { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset UpdatedAt { get; private set; }

    public IReadOnlyList<Contact> Contacts => contacts;
    public IReadOnlyList<Site> Sites => sites;

    /// <param name="engineer">Name of the dedicated engineer.</param>
    public static Customer Create(CustomerDetails details, Actor by, DateTimeOffset now, string? engineer = null)
    {
        var customer = new Customer { Id = Guid.CreateVersion7(now), CreatedAt = now };
        customer.Take(details, engineer, now);
        customer.Record("customer.created", by, now, ("name", details.Name));
        return customer;
    }

    public void Change(CustomerDetails details, Actor by, DateTimeOffset now, string? engineer = null)
    {
        Refusal.Throw(WhyNotChange());
        var before = Fields;
        Take(details, engineer, now);
        Record("customer.changed", by, now, ("name", Name), ("phone", Phone), ("sector", Sector), ("vip", Vip), ("member", Member),
            ("changed", FieldsChanged.Between(before, Fields)));
    }

    public Contact AddContact(string name, string? phone, string? email, string? position, Actor by, DateTimeOffset now)
    {
        Refusal.Throw(WhyNotChange());
        // Keys order the list: those added at one instant stay in their order.
        var contact = new Contact(Guid.CreateVersion7(now.AddMilliseconds(contacts.Count)), name, phone, email, position);
        contacts.Add(contact);
        UpdatedAt = now;
        Record("customer.contact-added", by, now, ("name", contact.Name), ("phone", contact.Phone));
        return contact;
    }

    public Site AddSite(string name, string? regionCode, string? address, Actor by, DateTimeOffset now)
    {
        Refusal.Throw(WhyNotChange());
        var site = new Site(Guid.CreateVersion7(now.AddMilliseconds(sites.Count)), name, regionCode, address);
        sites.Add(site);
        UpdatedAt = now;
        Record("customer.site-added", by, now, ("name", site.Name), ("region", site.RegionCode));
        return site;
    }

    public void ChangeContact(Guid id, string name, string? phone, string? email, string? position, Actor by, DateTimeOffset now)
    {
        Refusal.Throw(WhyNotChange());
        var contact = contacts.Single(c => c.Id == id);
        contact.Take(name, phone, email, position);
        UpdatedAt = now;
        Record("customer.contact-changed", by, now, ("name", contact.Name), ("phone", contact.Phone));
    }

    public void ChangeSite(Guid id, string name, string? regionCode, string? address, Actor by, DateTimeOffset now)
    {
        Refusal.Throw(WhyNotChange());
        var site = sites.Single(s => s.Id == id);
        site.Take(name, regionCode, address);
        UpdatedAt = now;
        Record("customer.site-changed", by, now, ("name", site.Name), ("region", site.RegionCode));
    }

    public void TakeSeq(long seq) => Seq = seq;

    Guid? IBelongs.CustomerId => Id;
    static Expression<Func<Customer, bool>> IBelongs<Customer>.OfCustomer(Guid customer) => c => c.Id == customer;

    /// <summary>What a person edits.</summary>
    private (string, object?)[] Fields =>
    [
        ("name", Name), ("phone", Phone), ("sector", Sector), ("vip", Vip), ("member", Member), ("remark", Remark),
        ("salesperson", SalespersonId), ("engineer", DedicatedEngineerId), ("dealer", DealerId),
    ];

    private void Take(CustomerDetails details, string? engineer, DateTimeOffset now)
    {
        details.Check();
        Name = TextKey.Shown(details.Name);
        NameKey = TextKey.Name(Name);
        Phone = TextKey.Shown(details.Phone);
        (Vip, Member, Sector, Remark) = (details.Vip, details.Member ?? false, details.Sector.Said(), details.Remark ?? "");
        (SalespersonId, DealerId) = (details.SalespersonId, details.DealerId);
        (DedicatedEngineerId, DedicatedEngineer) = (details.DedicatedEngineerId, engineer);
        UpdatedAt = now;
    }
}

/// <summary>What a person says about a customer.</summary>
public record CustomerDetails : Details
{
    public string? Name { get; init; }
    public string? Phone { get; init; }
    public VipClass? Vip { get; init; }
    /// <summary>Null: no.</summary>
    public bool? Member { get; init; }
    public string? Sector { get; init; }
    public string? Remark { get; init; }
    public Guid? SalespersonId { get; init; }
    public Guid? DedicatedEngineerId { get; init; }
    public Guid? DealerId { get; init; }

    public override void Check(FieldErrors errors)
    {
        errors.Text(Name, "name", 200, required: true);
        errors.Text(Phone, "phone", 50);
        errors.Text(Remark, "remark", 4000);
        errors.When(Sector.Said() is { } sector && !Sectors.All.Contains(sector), "sector", "field.unknown", Sector ?? "");
    }
}
